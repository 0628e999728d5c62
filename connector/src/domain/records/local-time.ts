import type { Instant } from '../facts.ts';
import type { Preferences } from '../preferences/preferences.ts';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

export interface LocalTime {
    /** `YYYY-MM-DD` */
    readonly date: string;
    /** `HH:MM`, 24 hours. */
    readonly time: string;
    /** 0 to 23. */
    readonly hour: number;
}

/** The zone that an admin gave the inbox, else the connection's. */
export function timeZoneOf(
    inboxId: string | undefined,
    { timeZone, inboxTimeZones }: Pick<Preferences, 'timeZone' | 'inboxTimeZones'>
): string {
    const own = inboxId !== undefined && Object.hasOwn(inboxTimeZones, inboxId) ? inboxTimeZones[inboxId] : undefined;
    return own ?? timeZone;
}

/** How far a zone is from UTC at an instant, to the minute: `-05:00`. */
export function utcOffset(instant: Instant, timeZone: string): string {
    const ms = Date.parse(instant);
    return offsetOfDay(Math.floor(ms / DAY), timeZone) ?? offsetAt(ms, timeZone);
}

/** A conversation of thousands of texts lies in a few hundred days. */
const DAYS_KEPT = 4_000;
const offsets = new Map<string, string | null>();

/** The offset that a zone has all day long; `null` on a day (UTC) on which its clocks change. */
function offsetOfDay(day: number, timeZone: string): string | null {
    const key = `${day} ${timeZone}`;
    const known = offsets.get(key);
    if (known !== undefined) return known;
    const first = offsetAt(day * DAY, timeZone);
    const offset = first === offsetAt((day + 1) * DAY, timeZone) ? first : null;
    if (offsets.size >= DAYS_KEPT) offsets.clear();
    offsets.set(key, offset);
    return offset;
}

function offsetAt(ms: number, timeZone: string): string {
    const { date, time } = localTime(new Date(ms).toISOString(), timeZone);
    const minutes = Math.round((Date.parse(`${date}T${time}:00Z`) - Math.floor(ms / MINUTE) * MINUTE) / MINUTE);
    const two = (count: number): string => String(count).padStart(2, '0');
    const whole = Math.abs(minutes);
    return `${minutes < 0 ? '-' : '+'}${two(Math.floor(whole / 60))}:${two(whole % 60)}`;
}

const formats = new Map<string, Intl.DateTimeFormat>();

/** Date and time of day in an IANA zone, daylight saving included. */
export function localTime(instant: Instant, timeZone: string): LocalTime {
    const parts = formatOf(timeZone).formatToParts(new Date(instant));
    const part = (type: Intl.DateTimeFormatPartTypes) => parts.find((one) => one.type === type)?.value ?? '';
    return {
        date: `${part('year')}-${part('month')}-${part('day')}`,
        time: `${part('hour')}:${part('minute')}`,
        hour: Number(part('hour'))
    };
}

/** Building a format costs far more than using it. */
function formatOf(timeZone: string): Intl.DateTimeFormat {
    const known = formats.get(timeZone);
    if (known) return known;
    const format = new Intl.DateTimeFormat('en-CA', {
        timeZone,
        hourCycle: 'h23',
        year: 'numeric',
        month: '2-digit',
        day: '2-digit',
        hour: '2-digit',
        minute: '2-digit'
    });
    formats.set(timeZone, format);
    return format;
}
