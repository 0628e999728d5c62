import { parseQuery, type Query } from '@jetstreamapp/soql-parser-js';
import { badRequest } from '../org-error.ts';
import { malformed } from './errors.ts';

/** SOQL statement maximum. */
const STATEMENT_LIMIT = 100_000;
/** String literal maximum in a WHERE clause. */
const LITERAL_LIMIT = 4_000;
const OFFSET_LIMIT = 2_000;

/**
 * Parses a query and refuses what only Apex allows.
 *
 * @throws {OrgError} MALFORMED_QUERY, or NUMBER_OUTSIDE_VALID_RANGE for an OFFSET too far
 */
export function parseSoql(text: string): Query {
    if (text.length > STATEMENT_LIMIT) throw malformed('SOQL statements cannot be longer than 100,000 characters.');
    for (const [literal] of text.matchAll(/'(?:\\.|[^'\\])*'/g)) {
        if (literal.length > LITERAL_LIMIT + 2) {
            throw malformed('SOQL string literals in WHERE clauses cannot be longer than 4,000 characters.');
        }
    }
    const query = parse(text);
    if (!query.sObject || !query.fields || query.fields.length === 0) throw malformed("unexpected token: '<EOF>'");
    if (query.withSecurityEnforced || query.withAccessLevel) throw malformed("unexpected token: 'WITH'");
    if (query.withDataCategory) throw malformed('DATA CATEGORY filtering is not supported on this object');
    if (query.update) throw malformed("unexpected token: 'UPDATE'");
    if ((query.offset ?? 0) > OFFSET_LIMIT) {
        throw badRequest('NUMBER_OUTSIDE_VALID_RANGE', `Maximum SOQL offset allowed is ${OFFSET_LIMIT}`);
    }
    return query;
}

function parse(text: string): Query {
    try {
        return parseQuery(separatorsEscaped(text));
    } catch (error) {
        const found = /but found: '?([^'\n]*)'?/.exec((error as Error).message)?.[1];
        throw malformed(found ? `unexpected token: '${found.trim()}'` : "unexpected token: '<EOF>'");
    }
}

/** The grammar ends a literal at U+2028 and U+2029; in the org they are characters like others. */
function separatorsEscaped(text: string): string {
    return text.replaceAll('\u2028', '\\u2028').replaceAll('\u2029', '\\u2029');
}
