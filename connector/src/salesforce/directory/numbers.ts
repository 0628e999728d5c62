import type { Person, PersonNumber } from '../../domain/people/person.ts';
import type { Row } from '../rest/query.ts';
import type { Reading } from './changes.ts';
import type { PersonQuery } from './person-query.ts';
import { relatedValue, text } from './values.ts';

/** Reads every number of a text as people type it; `regions` are those of numbers without a country code, in order. */
export type ReadNumbers = (
    text: string,
    regions: readonly string[]
) => { readonly numbers: readonly Omit<PersonNumber, 'field'>[]; readonly isWhole: boolean };

/** A field that holds a novel is as wrong as one that holds a word. */
const SHOWN = 80;

/** The numbers of a record and what of its phone fields is none. One number in two fields counts once, under the first. */
export function phoneNumbersOf(
    row: Row,
    query: PersonQuery,
    reading: Reading
): { readonly numbers: readonly PersonNumber[]; readonly unreadable: NonNullable<Person['unreadable']> } {
    const regions = regionsOf(row, query, reading);
    const found = new Map<string, PersonNumber>();
    const unreadable: { readonly field: string; readonly text: string }[] = [];
    for (const column of query.phones) {
        const typed = text(row[column]);
        if (typed === undefined) continue;
        const { numbers, isWhole } = reading.readNumbers(typed, regions);
        if (numbers.length === 0 || !isWhole) unreadable.push({ field: column, text: typed.slice(0, SHOWN) });
        const field = query.ourNames.get(column) ?? column;
        for (const number of numbers) {
            const identity = `${number.e164};${number.extension ?? ''}`;
            const known = found.get(identity);
            if (known === undefined || (known.reading !== undefined && number.reading === undefined))
                found.set(identity, { ...number, field });
        }
    }
    return { numbers: [...found.values()], unreadable };
}

/** The record's own country, else that of its account, before the connection's. */
function regionsOf(row: Row, { countries }: PersonQuery, reading: Reading): readonly string[] {
    const account = row.Account;
    const named = [
        ...countries.map((column) => row[column]),
        relatedValue(account, 'BillingCountryCode'),
        relatedValue(account, 'BillingCountry')
    ].flatMap((country) => reading.regionOfCountry(text(country) ?? '') ?? []);
    const own = named[0] ?? reading.regionOfNumber(text(relatedValue(account, 'Phone')) ?? '');
    return own === undefined || own === reading.region ? [reading.region] : [own, reading.region];
}
