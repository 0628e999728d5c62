/** What a field holds: texts as they are, dates as `yyyy-mm-dd`, date-times as milliseconds since 1970. */
export type Value = string | number | boolean | null | undefined;

/** One record: field API name → value; a field without a value is absent. */
export type Row = Record<string, Value>;

/** The id of a row. */
export function idOf(row: Row): string {
    return row.Id as string;
}

/** Whether the row is in the recycle bin. */
export function isDeleted(row: Row): boolean {
    return row.IsDeleted === true;
}
