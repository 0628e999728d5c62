import { parsePhoneNumberFromString } from 'libphonenumber-js/max';
import type { Person } from '../../domain/people/person.ts';
import { compositeQueries } from '../rest/composite.ts';
import type { QueryPage } from '../rest/query.ts';
import type { Session } from '../rest/session.ts';
import { likePart } from '../rest/soql.ts';
import type { Reading } from './changes.ts';
import { chunks, nextPage } from './opportunities.ts';
import type { PersonQuery } from './person-query.ts';
import type { DirectorySchema } from './schema.ts';
import { toPerson } from './to-person.ts';

/** Each number is one LIKE per phone field: 50 numbers make a query of about 8,000 characters. */
const NUMBERS_PER_REQUEST = 50;

/**
 * Who has one of these numbers, asked of Salesforce: one API call per 50 numbers.
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
    { region, readNumber }: Reading
): Promise<readonly Person[]> {
    const wanted = new Set(numbers);
    const people = new Map<string, Person>();
    const readable = [...wanted].flatMap((number) => {
        const national = parsePhoneNumberFromString(number)?.nationalNumber;
        return national === undefined ? [] : [`%${Array.from(national, likePart).join('%')}%`];
    });
    const queries = schema.people.filter(({ phones }) => phones.length > 0);
    for (const patterns of chunks(readable, NUMBERS_PER_REQUEST)) {
        const pages = await compositeQueries(
            session,
            queries.map((query) => ({ soql: search(query, patterns) }))
        );
        for (const [n, query] of queries.entries())
            for (let page: QueryPage | undefined = pages[n]; page !== undefined; page = await nextPage(session, page))
                for (const row of page.records) {
                    if (query.object === 'Contact' && row.IsPersonAccount === true) continue;
                    const person = toPerson(row, query, region, readNumber);
                    if (person.numbers.some(({ e164 }) => wanted.has(e164))) people.set(person.id, person);
                }
    }
    return [...people.values()];
}

function search({ object, columns, phones }: PersonQuery, patterns: readonly string[]): string {
    const either = phones.flatMap((field) => patterns.map((pattern) => `${field} LIKE '${pattern}'`)).join(' OR ');
    const where = columns.includes('IsConverted') ? `IsConverted = false AND (${either})` : either;
    return `SELECT ${columns.join(',')} FROM ${object} WHERE ${where}`;
}
