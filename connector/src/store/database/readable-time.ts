/** A time as the database takes it: PostgreSQL refuses the whole statement for one that it cannot read. */
export function readableTime(text: string | undefined): string | undefined {
    return text === undefined || Number.isNaN(Date.parse(text)) ? undefined : new Date(text).toISOString();
}
