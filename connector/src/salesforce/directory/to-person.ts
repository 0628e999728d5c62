import { personEntry } from '../../domain/objects/catalogue.ts';
import type { Person, PersonNumber } from '../../domain/people/person.ts';
import type { Row } from '../rest/query.ts';
import type { PersonQuery } from './person-query.ts';

/** Reads a number as people type it. */
export type ReadNumber = (
    text: string,
    region: string
) => { readonly e164: string; readonly extension?: string } | undefined;

/** A row of the org as a record of the directory. */
export function toPerson(row: Row, query: PersonQuery, region: string, readNumber: ReadNumber): Person {
    const unreadable = unreadableOf(row, query, region, readNumber);
    const fields = filterValues(row, query);
    return {
        id: row.Id,
        object: query.object,
        name: text(row.Name) ?? '',
        firstName: text(row.FirstName),
        lastName: text(row.LastName),
        email: text(row.Email) ?? text(row.PersonEmail),
        company: text(row.Company) ?? relatedName(row.Account),
        title: text(row.Title) ?? text(row.PersonTitle),
        accountId: text(row.AccountId),
        personContactId: text(row.PersonContactId),
        ownerId: text(row.OwnerId),
        ownerName: relatedName(row.Owner),
        lastActivityDate: text(row.LastActivityDate),
        modifiedAt: instantOf(row.LastModifiedDate),
        isConverted: personEntry(query.object).closedBy === undefined ? undefined : isClosed(row, query),
        numbers: numbersOf(row, query, region, readNumber),
        ...(fields !== undefined && { fields }),
        ...(unreadable.length > 0 && { unreadable })
    };
}

/** The contact half of a person account: the account stands for both. */
export function isShadow(row: Row, { object }: Pick<PersonQuery, 'object'>): boolean {
    const { shadowedBy } = personEntry(object);
    return shadowedBy !== undefined && row[shadowedBy] === true;
}

export function isClosed(row: Row, { object }: Pick<PersonQuery, 'object'>): boolean {
    const { closedBy } = personEntry(object);
    return closedBy !== undefined && row[closedBy] === true;
}

/** Everything as text: `true`, `12.5`, `2026-11-20`. A multi-select is told as `a;b`. */
function filterValues(row: Row, { filterFields }: PersonQuery): Person['fields'] {
    const values = filterFields.flatMap(({ column, isList }): [string, string | readonly string[]][] => {
        const value = row[column];
        if (!['string', 'number', 'boolean'].includes(typeof value) || value === '') return [];
        const told = String(value);
        return [[column.toLowerCase(), isList ? told.split(';') : told]];
    });
    return values.length === 0 ? undefined : Object.fromEntries(values);
}

/** Salesforce writes `2026-11-20T16:00:00.000+0000`. */
export function instantOf(value: unknown): string | undefined {
    const time = typeof value === 'string' ? Date.parse(value) : Number.NaN;
    return Number.isNaN(time) ? undefined : new Date(time).toISOString();
}

export function text(value: unknown): string | undefined {
    return typeof value === 'string' && value !== '' ? value : undefined;
}

/** One number in two fields counts once, under the first. */
function numbersOf(
    row: Row,
    { phones, ourNames }: PersonQuery,
    region: string,
    readNumber: ReadNumber
): readonly PersonNumber[] {
    const numbers = new Map<string, PersonNumber>();
    for (const field of phones) {
        const typed = text(row[field]);
        const number = typed === undefined ? undefined : readNumber(typed, region);
        if (number === undefined) continue;
        const identity = `${number.e164};${number.extension ?? ''}`;
        if (numbers.has(identity)) continue;
        numbers.set(identity, { e164: number.e164, extension: number.extension, field: ourNames.get(field) ?? field });
    }
    return [...numbers.values()];
}

/** Cut: a field that holds a novel is as wrong as one that holds a word. */
function unreadableOf(row: Row, { phones }: PersonQuery, region: string, readNumber: ReadNumber) {
    return phones.flatMap((field) => {
        const typed = text(row[field]);
        return typed === undefined || readNumber(typed, region) !== undefined
            ? []
            : [{ field, text: typed.slice(0, 80) }];
    });
}

function relatedName(related: unknown): string | undefined {
    return typeof related === 'object' && related !== null && 'Name' in related ? text(related.Name) : undefined;
}
