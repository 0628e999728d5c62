const formats = new Map<string, Intl.DateTimeFormat>();

function formatOf(timeZone: string): Intl.DateTimeFormat {
    let format = formats.get(timeZone);
    if (!format) {
        const two = '2-digit';
        format = new Intl.DateTimeFormat('en-CA', {
            timeZone,
            hourCycle: 'h23',
            year: 'numeric',
            month: two,
            day: two,
            hour: two,
            minute: two,
            second: two
        });
        formats.set(timeZone, format);
    }
    return format;
}

/** The instant as its wall clock in a zone, written as if it were UTC. */
export function toWallClock(at: number, timeZone: string): number {
    const parts = Object.fromEntries(
        formatOf(timeZone)
            .formatToParts(at)
            .map((part) => [part.type, Number(part.value)])
    );
    const { year, month, day, hour, minute, second } = parts as Record<string, number>;
    return Date.UTC(year as number, (month as number) - 1, day, hour, minute, second);
}

/** The instant at which a day (`yyyy-mm-dd`) begins in a zone. */
export function startOfDay(date: string, timeZone: string): number {
    const wanted = Date.parse(`${date}T00:00:00Z`);
    const offset = toWallClock(wanted, timeZone) - wanted;
    const first = wanted - offset;
    // The offset at that midnight can differ from the one at UTC's midnight, on the day the clocks change.
    return first - (toWallClock(first, timeZone) - wanted);
}

/** The day (`yyyy-mm-dd`) that it is in a zone. */
export function dayOf(at: number, timeZone: string): string {
    return new Date(toWallClock(at, timeZone)).toISOString().slice(0, 10);
}
