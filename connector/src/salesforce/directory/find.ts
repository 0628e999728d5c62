import { parsePhoneNumberFromString } from 'libphonenumber-js/max';
import { spellingsOf } from '../../domain/people/mobile-digits.ts';
import type { Person } from '../../domain/people/person.ts';
import { compositeReads, partBody } from '../rest/composite.ts';
import { QueryPage, type Row } from '../rest/query.ts';
import { Refusal } from '../rest/refusal.ts';
import type { Session } from '../rest/session.ts';
import { likePart, queryPath } from '../rest/soql.ts';
import type { Reading } from './changes.ts';
import { chunks, nextPage } from '../rest/chunks.ts';
import type { PersonQuery } from './person-query.ts';
import type { DirectorySchema } from './schema.ts';
import { searchIndex } from './search-index.ts';
import { isShadow, toPerson } from './to-person.ts';
import { readAnswer } from '../rest/unreadable.ts';

/** Each number is one LIKE per phone field: 50 numbers make a query of about 8,000 characters. */
const NUMBERS_PER_REQUEST = 50;
/** Describe was another one: it is asked anew. */
const STALE_SCHEMA: ReadonlySet<string> = new Set(['INVALID_FIELD', 'INVALID_TYPE']);

/**
 * Who has one of these numbers, asked of Salesforce: one API call per 50 numbers, and one per 20 where the org has phone
 * fields that cannot be filtered.
 *
 * Phone fields are free text, so each is searched for the digits of the national number with anything in between; what
 * comes back counts only when it reads as the same number.
 *
 * @param numbers E.164; texts that are none match nobody
 */
export async function findByNumbers(
    session: Session,
    schema: DirectorySchema,
    numbers: readonly string[],
    reading: Reading
): Promise<readonly Person[]> {
    const wanted = new Set(numbers.flatMap(spellingsOf));
    const people = new Map<string, Person>();
    const readable = [...wanted].flatMap((number) => {
        const national = parsePhoneNumberFromString(number)?.nationalNumber;
        return national === undefined ? [] : [`%${Array.from(national, likePart).join('%')}%`];
    });
    const queries = schema.people.filter(({ searchable }) => searchable.length > 0);
    const consider = (row: Row, query: PersonQuery): void => {
        if (isShadow(row, query)) return;
        const person = toPerson(row, query, reading);
        if (person.numbers.some(({ e164 }) => wanted.has(e164))) people.set(person.id, person);
    };
    for (const patterns of chunks(readable, NUMBERS_PER_REQUEST))
        for (const { query, page: first } of await searchAll(session, queries, patterns))
            for (let page: QueryPage | undefined = first; page !== undefined; page = await nextPage(session, page))
                for (const row of page.records) consider(row, query);
    for (const { query, row } of await searchIndex(session, schema.people, [...wanted])) consider(row, query);
    return [...people.values()];
}

interface Found {
    readonly query: PersonQuery;
    readonly page: QueryPage;
}

/**
 * Asks every object for these numbers. A question that Salesforce finds too complicated is asked in halves; the others
 * are not asked again, and one that it refuses even for a single number is left out: what is due is written all the same.
 */
async function searchAll(
    session: Session,
    queries: readonly PersonQuery[],
    patterns: readonly string[]
): Promise<readonly Found[]> {
    if (queries.length === 0) return [];
    const paths = queries.map((query) => queryPath(session.root, search(query, patterns)));
    const parts = await compositeReads(session, paths);
    const found: Found[] = [];
    const tooMuch: PersonQuery[] = [];
    for (const [n, query] of queries.entries()) {
        const part = parts[n] ?? { status: 0, body: undefined };
        try {
            found.push({ query, page: readAnswer(QueryPage, partBody(part)) });
        } catch (error) {
            if (!(error instanceof Refusal) || STALE_SCHEMA.has(error.first.code)) throw error;
            tooMuch.push(query);
        }
    }
    if (patterns.length === 1) return found;
    for (const half of chunks(patterns, Math.ceil(patterns.length / 2)))
        found.push(...(await searchAll(session, tooMuch, half)));
    return found;
}

function search({ object, columns, searchable }: PersonQuery, patterns: readonly string[]): string {
    const either = searchable.flatMap((field) => patterns.map((pattern) => `${field} LIKE '${pattern}'`)).join(' OR ');
    const where = columns.includes('IsConverted') ? `IsConverted = false AND (${either})` : either;
    return `SELECT ${columns.join(',')} FROM ${object} WHERE ${where}`;
}
