const DATE = /^(\d{4})-(\d{2})-(\d{2})$/;
const DATE_TIME = /^(\d{4}-\d{2}-\d{2})T(\d{2}):(\d{2}):(\d{2})(?:\.(\d{1,9}))?(Z|[+-]\d{2}:?\d{2})$/;
const FIRST_YEAR = 1700;
const LAST_YEAR = 4000;

/** A date as it stands (`2026-01-31`), or `undefined` when it is none. */
export function parseDate(value: unknown): string | undefined {
    const parts = typeof value === 'string' ? DATE.exec(value) : null;
    if (!parts) return undefined;
    const [, year, month, day] = parts.map(Number) as [number, number, number, number];
    const date = new Date(Date.UTC(year, month - 1, day));
    const exists = date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
    return exists && year >= FIRST_YEAR && year <= LAST_YEAR ? (value as string) : undefined;
}

/** Milliseconds since 1970, cut to the second; `undefined` when the text is no date-time with an offset. */
export function parseDateTime(value: unknown): number | undefined {
    const parts = typeof value === 'string' ? DATE_TIME.exec(value) : null;
    if (!parts || parseDate(parts[1]) === undefined) return undefined;
    const [, date, hour, minute, second, , offset] = parts as unknown as string[];
    const zone = offset === 'Z' ? 'Z' : `${offset?.slice(0, 3)}:${offset?.slice(-2)}`;
    const at = Date.parse(`${date}T${hour}:${minute}:${second}${zone}`);
    return Number.isNaN(at) ? undefined : at;
}

/** `2026-01-31T12:00:00.000+0000`. */
export function formatDateTime(at: number): string {
    return `${new Date(at).toISOString().slice(0, 23)}+0000`;
}
