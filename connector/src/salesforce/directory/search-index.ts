import { parsePhoneNumberFromString } from 'libphonenumber-js/max';
import { z } from 'zod';
import { OrgUnavailable } from '../../contracts/salesforce.ts';
import { Refusal } from '../rest/refusal.ts';
import { QUERY_TIMEOUT_MS, type Row } from '../rest/query.ts';
import type { Session } from '../rest/session.ts';
import { chunks } from '../rest/chunks.ts';
import type { PersonQuery } from './person-query.ts';
import { readAnswer } from '../rest/unreadable.ts';

/** From 4,000 characters on, OR is dropped (SOQL and SOSL Reference, "SOSL Limits"); a number takes about 130. */
const NUMBERS_PER_SEARCH = 20;

const Found = z.object({
    searchRecords: z.array(z.looseObject({ Id: z.string(), attributes: z.object({ type: z.string() }) }))
});

/**
 * Looks in the search index for numbers of fields that no WHERE may name; encrypted ones are in it all the same (Shield
 * Platform Encryption, "Search"). The index knows words, not digits: a number is found in its usual spellings, and some
 * moments after it was typed. One call per 20 numbers; none where every phone field can be filtered. A search that is
 * refused finds nobody: the directory knows these numbers at its next refresh.
 *
 * @param numbers E.164
 * @returns rows that may have one of the numbers, each with how its object is asked
 * @throws {OrgUnavailable}
 */
export async function searchIndex(
    session: Session,
    people: readonly PersonQuery[],
    numbers: readonly string[]
): Promise<readonly { readonly query: PersonQuery; readonly row: Row }[]> {
    const queries = people.filter(({ unfilterable }) => unfilterable.length > 0);
    if (queries.length === 0) return [];
    const found: { query: PersonQuery; row: Row }[] = [];
    for (const some of chunks(numbers.filter(isNumber), NUMBERS_PER_SEARCH))
        for (const row of await run(session, statement(queries, some))) {
            const query = queries.find(({ object }) => object === row.attributes.type);
            if (query !== undefined) found.push({ query, row });
        }
    return found;
}

async function run(session: Session, sosl: string): Promise<z.infer<typeof Found>['searchRecords']> {
    const path = `${session.root}/search?q=${encodeURIComponent(sosl)}`;
    try {
        return readAnswer(Found, await session.request({ method: 'GET', path, timeoutMs: QUERY_TIMEOUT_MS }))
            .searchRecords;
    } catch (error) {
        if (isOfTheSearch(error)) return [];
        throw error;
    }
}

/** What says nothing of other requests: those are made all the same, and a connection is not paused for it. */
function isOfTheSearch(error: unknown): boolean {
    if (error instanceof OrgUnavailable) return error.kind === 'forbidden' || error.note.code === 'SF-TIMEOUT';
    return error instanceof Refusal;
}

function statement(queries: readonly PersonQuery[], numbers: readonly string[]): string {
    // PHONE FIELDS are those of type phone; a text field that holds numbers is in none of the smaller groups.
    const group = queries.every(({ unfilterable }) => unfilterable.every(({ type }) => type === 'phone'))
        ? 'PHONE'
        : 'ALL';
    const returning = queries.map(({ object, columns }) => {
        const where = columns.includes('IsConverted') ? ' WHERE IsConverted = false' : '';
        return `${object}(${columns.join(',')}${where})`;
    });
    const either = [...new Set(numbers.flatMap(termsOf))].join(' OR ');
    return `FIND {${either}} IN ${group} FIELDS RETURNING ${returning.join(',')}`;
}

/**
 * The index splits at blanks and punctuation (SOQL and SOSL Reference, "FIND {SearchQuery}"): digits in a row are one
 * word, groups of digits are words that follow each other. Groups without the country code are found behind it too.
 */
function termsOf(number: string): readonly string[] {
    const parsed = parsePhoneNumberFromString(number);
    if (parsed === undefined) return [];
    const national = parsed.formatNational();
    const abroad = parsed.formatInternational().replace(`+${parsed.countryCallingCode}`, '');
    const inRow = digits(national);
    const all = number.slice(1);
    const groups = [national, abroad].map((text) => `"${words(text)}"`);
    return [...new Set([parsed.nationalNumber, inRow, all, `00${all}`, ...groups])];
}

function digits(text: string): string {
    return text.replaceAll(/\D/g, '');
}

function words(text: string): string {
    return text.replaceAll(/\D+/g, ' ').trim();
}

function isNumber(number: string): boolean {
    return parsePhoneNumberFromString(number) !== undefined;
}
