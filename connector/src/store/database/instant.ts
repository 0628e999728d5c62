/** SQL that tells a `timestamptz` as ISO 8601, UTC, with milliseconds. */
export function instantText(column: string): string {
    return `to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;
}
