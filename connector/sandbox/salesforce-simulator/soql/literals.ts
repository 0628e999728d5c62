import { refused } from '../org-error.ts';
import { normalizeId } from '../records/ids.ts';
import type { Value } from '../records/row.ts';
import { parseDate, parseDateTime } from '../rules/values/dates.ts';
import type { Field } from '../schema/types.ts';
import { at, malformed } from './errors.ts';

const ESCAPES: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' };

/** The text between the quotes of a literal. For LIKE, `\%` and `\_` stay escaped. @throws {OrgError} MALFORMED_QUERY */
export function unquote(literal: string, forLike = false): string {
    return literal.slice(1, -1).replace(/\\(u[0-9a-fA-F]{4}|[\s\S])/g, (whole, escaped: string) => {
        if (escaped.startsWith('u') && escaped.length === 5) return String.fromCharCode(parseInt(escaped.slice(1), 16));
        const letter = ESCAPES[escaped.toLowerCase()];
        if (letter !== undefined) return letter;
        if (escaped === "'" || escaped === '"') return escaped;
        if (escaped === '\\') return forLike ? '\\\\' : '\\';
        if (escaped === '_' || escaped === '%') return forLike ? whole : escaped;
        throw malformed(
            `Invalid string literal '${literal.slice(1, -1)}'. Illegal character sequence '\\${escaped}' in string literal.`
        );
    });
}

/** Reads one literal of a condition as a value of the field. @throws {OrgError} when the field has another type */
export function literalValue(query: string, field: Field, literal: string, type: string): Value {
    if (type === 'NULL') return null;
    const expected = expectedType(field);
    const wrong = (quotes: string): Error =>
        at(
            query,
            field.name,
            'INVALID_FIELD',
            `value of filter criterion for field '${field.name}' must be of type ${expected} and should ${quotes}be enclosed in quotes`
        );
    switch (expected) {
        case 'string':
            if (type !== 'STRING') throw wrong('');
            // An empty text is an empty field.
            return unquote(literal) || null;
        case 'ID': {
            if (type !== 'STRING') throw wrong('');
            const text = unquote(literal);
            const id = normalizeId(text);
            if (id === undefined && text !== '')
                throw refused('INVALID_QUERY_FILTER_OPERATOR', atText(query, field, `invalid ID field: ${text}`));
            return id ?? null;
        }
        case 'boolean':
            if (type !== 'BOOLEAN') throw wrong('not ');
            return literal.toLowerCase() === 'true';
        case 'double':
        case 'int':
            if (!/^(INTEGER|DECIMAL)/.test(type)) throw wrong('not ');
            return Number(literal.replace(/^[A-Za-z]{3}/, ''));
        case 'date':
            if (type !== 'DATE') throw wrong('not ');
            return parseDate(literal) ?? fail(wrong('not '));
        default:
            if (type !== 'DATETIME') throw wrong('not ');
            return parseDateTime(literal) ?? fail(wrong('not '));
    }
}

function fail(error: Error): never {
    throw error;
}

function atText(query: string, field: Field, message: string): string {
    return at(query, field.name, '', message).message;
}

function expectedType(field: Field): string {
    switch (field.type) {
        case 'id':
        case 'reference':
            return 'ID';
        case 'boolean':
        case 'int':
        case 'date':
            return field.type;
        case 'double':
        case 'currency':
        case 'percent':
            return 'double';
        case 'datetime':
            return 'dateTime';
        default:
            return 'string';
    }
}
