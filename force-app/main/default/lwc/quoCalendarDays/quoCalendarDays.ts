/** Calendar days in the user's time zone: a call at 23:30 in Montréal belongs to that day, whatever UTC says. */

const MINUTE = 60_000;

/** The wall clock of `timeZone` at `instant`, as if it were UTC: only differences and calendar parts of it make sense. */
function wallClock(instant: number, timeZone: string): number {
    const parts = new Intl.DateTimeFormat('en-US', {
        timeZone,
        hourCycle: 'h23',
        year: 'numeric',
        month: 'numeric',
        day: 'numeric',
        hour: 'numeric',
        minute: 'numeric',
        second: 'numeric'
    }).formatToParts(instant);
    const part = (type: string) => Number(parts.find((p) => p.type === type)?.value ?? 0);
    return Date.UTC(part('year'), part('month') - 1, part('day'), part('hour'), part('minute'), part('second'));
}

/** `2026-11-22`: the day of an ISO instant in a time zone; empty when there is no instant. */
export function dayOf(instant: string | undefined, timeZone: string): string {
    const at = instant ? Date.parse(instant) : NaN;
    return Number.isNaN(at) ? '' : new Date(wallClock(at, timeZone)).toISOString().slice(0, 10);
}

/**
 * The instant at which a day begins in a time zone.
 *
 * @param day `2026-11-22`
 * @returns ISO, UTC. Where midnight does not exist (a clock change), the first instant of that day.
 */
export function startOfDay(day: string, timeZone: string): string {
    const midnight = Date.parse(`${day}T00:00:00Z`);
    let at = midnight;
    // The offset can differ between the first guess and the answer; a second pass settles it.
    for (let pass = 0; pass < 2; pass += 1) at = midnight - (wallClock(at, timeZone) - at);
    while (new Date(wallClock(at, timeZone)).toISOString().slice(0, 10) < day) at += 15 * MINUTE;
    return new Date(at).toISOString();
}

/** The day so many days before another: `daysBefore('2026-03-01', 1)` → `2026-02-28`. */
export function daysBefore(day: string, count: number): string {
    return new Date(Date.parse(`${day}T00:00:00Z`) - count * 24 * 60 * MINUTE).toISOString().slice(0, 10);
}

export interface DayGroup<T> {
    /** `2026-11-22`; empty for what has no date. */
    readonly day: string;
    readonly isToday: boolean;
    readonly isYesterday: boolean;
    readonly isEarlier: boolean;
    readonly isUndated: boolean;
    readonly rows: readonly T[];
}

/** Cuts rows, already in order, at every change of day; each day appears once. */
export function groupByDay<T extends { readonly startedAt?: string }>(
    rows: readonly T[],
    timeZone: string,
    now: string
): DayGroup<T>[] {
    const today = dayOf(now, timeZone);
    const yesterday = daysBefore(today, 1);
    const byDay = new Map<string, T[]>();
    for (const row of rows) {
        const day = dayOf(row.startedAt, timeZone);
        const members = byDay.get(day);
        if (members) members.push(row);
        else byDay.set(day, [row]);
    }
    return [...byDay].map(([day, members]) => ({
        day,
        isToday: day === today,
        isYesterday: day === yesterday,
        isEarlier: day !== '' && day !== today && day !== yesterday,
        isUndated: day === '',
        rows: members
    }));
}
