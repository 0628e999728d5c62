/** Pairs of backslashes, which escape nothing after them, or an escape that PostgreSQL refuses. */
const REFUSED = /\\\\|\\u(?:0000|d[89a-f][0-9a-f]{2})/g;

/**
 * JSON text that PostgreSQL's jsonb takes: it refuses NUL and lone surrogates, which become U+FFFD. Everything else is
 * kept as it is. `JSON.stringify` escapes exactly those (ECMAScript "well-formed JSON.stringify"), so they can be found
 * in its output.
 */
export function jsonbText(value: unknown): string {
    const text = (JSON.stringify(value) as string | undefined) ?? 'null';
    return text.replace(REFUSED, (match) => (match === '\\\\' ? match : '\\ufffd'));
}
