import { personEntry } from '../../domain/objects/catalogue.ts';
import type { Person } from '../../domain/people/person.ts';
import type { Row } from '../rest/query.ts';
import type { Reading } from './changes.ts';
import { phoneNumbersOf } from './numbers.ts';
import type { PersonQuery } from './person-query.ts';
import { relatedValue, text } from './values.ts';

/** A row of the org as a record of the directory. */
export function toPerson(row: Row, query: PersonQuery, reading: Reading): Person {
    const { numbers, unreadable } = phoneNumbersOf(row, query, reading);
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
        numbers,
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

function relatedName(related: unknown): string | undefined {
    return text(relatedValue(related, 'Name'));
}
