/**
 * JSON with the keys of every object sorted, and absent values left out: equal values give equal texts, whatever the
 * order they were built in. Breaks ties between things told at the same instant, so that every process decides alike.
 */
export function canonicalJson(value: unknown): string {
    const text = JSON.stringify(value, (_key, inner: unknown) => (isRecord(inner) ? sorted(inner) : inner)) as
        string | undefined;
    return text ?? 'null';
}

function isRecord(value: unknown): value is Record<string, unknown> {
    return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function sorted(record: Record<string, unknown>): Record<string, unknown> {
    // Code unit order, not the locale's: the same on every machine.
    return Object.fromEntries(Object.entries(record).sort(([a], [b]) => (a < b ? -1 : 1)));
}
