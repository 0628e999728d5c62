/**
 * Salesforce writes an id with 15 case-sensitive characters, or with 18: the same and a checksum for programs that ignore
 * case (Object Reference, "ID Field Type"). Both name one record.
 */
const CASE_SENSITIVE_LENGTH = 15;

/** What of an id names the record. */
export function recordPart(id: string): string {
    return id.slice(0, CASE_SENSITIVE_LENGTH);
}

export function isSameRecord(one: string | undefined, other: string): boolean {
    return one !== undefined && recordPart(one) === recordPart(other);
}

/** Whether a text has the form of an id; whether there is such a record, only the org knows. */
export function isRecordId(text: string): boolean {
    return /^[a-zA-Z0-9]{15}(?:[a-zA-Z0-9]{3})?$/.test(text.trim());
}

/** User ids begin with `005`; a queue (`00G`) owns records too, and cannot stand in a lookup to a user. */
export function isUserId(id: string | undefined): id is string {
    return id !== undefined && id.startsWith('005');
}

export function isQueueId(id: string): boolean {
    return id.startsWith('00G');
}
