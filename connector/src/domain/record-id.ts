/**
 * Salesforce writes an id with 15 case-sensitive characters, or with 18: the same and a checksum for programs that ignore
 * case (Object Reference, "ID Field Type"). Both name one record.
 */
const CASE_SENSITIVE_LENGTH = 15;
const PREFIX_LENGTH = 3;

export function isSameRecord(one: string | undefined, other: string): boolean {
    return one?.slice(0, CASE_SENSITIVE_LENGTH) === other.slice(0, CASE_SENSITIVE_LENGTH);
}

/** The key prefix, which says the object: `003` of a contact. */
export function prefixOf(id: string): string {
    return id.slice(0, PREFIX_LENGTH);
}
