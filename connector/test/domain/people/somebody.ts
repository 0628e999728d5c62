import type { RelatedRecord, Person } from '../../../src/domain/people/person.ts';

export const CALLER = '+14155550100';
const NUMBERS = [{ e164: CALLER, field: 'Phone' }];

export function contact(id: string, name: string, more: Partial<Person> = {}): Person {
    return { id: `003${id}`, object: 'Contact', name, numbers: NUMBERS, ...more };
}

export function lead(id: string, name: string, more: Partial<Person> = {}): Person {
    return { id: `00Q${id}`, object: 'Lead', name, numbers: NUMBERS, ...more };
}

export function account(id: string, name: string): Person {
    return { id: `001${id}`, object: 'Account', name, numbers: NUMBERS };
}

export function personAccount(id: string, name: string, personContactId: string): Person {
    return { ...account(id, name), personContactId };
}

export function deal(id: string, more: Partial<RelatedRecord> = {}): RelatedRecord {
    return { id: `006${id}`, name: `Deal ${id}`, contactIds: [], ...more };
}
