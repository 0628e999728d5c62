/**
 * Texts in SOQL. jsforce escapes quotes but not backslashes, so a text that ends in one would open the statement.
 * Escapes: SOQL and SOSL Reference, "Quoted String Escape Sequences".
 */

const CONTROL: Readonly<Record<string, string>> = { '\n': '\\n', '\r': '\\r', '\t': '\\t', '\b': '\\b', '\f': '\\f' };

/** A string literal that stands for exactly this text. */
export function text(value: string): string {
    return `'${escape(value)}'`;
}

/** A LIKE pattern's literal part: what people typed never acts as a wildcard. Without quotes. */
export function likePart(value: string): string {
    return escape(value).replace(/[%_]/g, (wildcard) => `\\${wildcard}`);
}

/** `('a','b')`. SOQL has no empty list. */
export function list(values: readonly string[]): string {
    if (values.length === 0) throw new Error('SOQL has no empty list: leave the condition out.');
    return `(${values.map(text).join(',')})`;
}

/** A dateTime literal, which SOQL takes without quotes. @throws {RangeError} when it is no instant */
export function instant(value: string): string {
    return new Date(value).toISOString();
}

/** The statement as part of an address. */
export function queryPath(root: string, soql: string, resource: 'query' | 'queryAll' = 'query'): string {
    return `${root}/${resource}?q=${encodeURIComponent(soql)}`;
}

function escape(value: string): string {
    return value
        .toWellFormed()
        .replaceAll('\\', '\\\\')
        .replaceAll("'", "\\'")
        .replace(/[\n\r\t\b\f]/g, (control) => CONTROL[control] ?? control);
}
