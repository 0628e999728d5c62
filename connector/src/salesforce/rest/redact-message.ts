const MAX_LENGTH = 300;
/** Record ids say nothing about a person and are what an admin needs to find the record. */
const RECORD_ID = String.raw`[a-zA-Z0-9]{3}[a-zA-Z0-9]{12}(?:[a-zA-Z0-9]{3})?`;
const QUOTED_NAME_AHEAD = /(?<=(?:column|field|fields|sobject|relationship|entity|object|type) )$/i;

/**
 * Salesforce's own message without what could be about a person: phone numbers, emails, quoted values, and the value
 * that `data value too large` repeats. Names of columns and ids of records stay.
 */
export function redactMessage(message: string): string {
    const cleaned = message
        .replace(/(data value too large: ).*?( \(max length)/gs, '$1…$2')
        .replace(/(invalid email address: |VALUE_STRING value |bad value for restricted picklist field: ).*/gs, '$1…')
        .replace(/\S+@\S+/g, '…')
        .replace(/"[^"]*"|“[^”]*”|«[^»]*»|(?<![A-Za-z0-9])'[^']*'/g, (quoted, at: number, whole: string) =>
            isColumnName(quoted, whole.slice(0, at)) ? quoted : '…'
        )
        .replace(/(?<![A-Za-z0-9])[+(]*\d[\d\s().\-/]{5,}\d(?![A-Za-z0-9])/g, (digits) =>
            new RegExp(`^${RECORD_ID}$`).test(digits) ? digits : '…'
        )
        .replace(/\s+/g, ' ')
        .trim();
    return cleaned.length <= MAX_LENGTH ? cleaned : `${cleaned.slice(0, MAX_LENGTH - 1)}…`;
}

function isColumnName(quoted: string, before: string): boolean {
    return /^'[A-Za-z][\w.]*'$/.test(quoted) && QUOTED_NAME_AHEAD.test(before);
}
