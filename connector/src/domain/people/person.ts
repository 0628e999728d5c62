import type { PersonObject } from '../objects/catalogue.ts';

export type { PersonObject } from '../objects/catalogue.ts';

/** One Salesforce record of the directory, with every number that can be read on it. */
export interface Person {
    /** 18 characters. */
    readonly id: string;
    readonly object: PersonObject;
    readonly name: string;
    readonly firstName?: string | undefined;
    readonly lastName?: string | undefined;
    readonly email?: string | undefined;
    readonly company?: string | undefined;
    readonly title?: string | undefined;
    /** Of a contact: its account. */
    readonly accountId?: string | undefined;
    /** Of a person account: the contact that stands in WhoId. */
    readonly personContactId?: string | undefined;
    readonly ownerId?: string | undefined;
    readonly ownerName?: string | undefined;
    /** `YYYY-MM-DD`; breaks the tie between two entries of one person. */
    readonly lastActivityDate?: string | undefined;
    readonly modifiedAt?: string | undefined;
    readonly isConverted?: boolean | undefined;
    readonly numbers: readonly PersonNumber[];
    /** Fields of the org that the filter of people names, by their API name in small letters; a multi-select is a list. */
    readonly fields?: Readonly<Record<string, string | readonly string[]>>;
    /** What stands in phone fields and is no number, so that no call finds it. */
    readonly unreadable?: readonly { readonly field: string; readonly text: string }[];
}

/** A lead stands alone: no account, no open record, and nothing beside it on a Task. */
export function isLead(person: Pick<Person, 'object'> | undefined): boolean {
    return person?.object === 'Lead';
}

/** A contact, or a person account, whose contact stands for it. */
export function isContact({ object, personContactId }: Person): boolean {
    return object === 'Contact' || personContactId !== undefined;
}

/** A company's account. */
export function isCompany(person: Person): boolean {
    return person.object === 'Account' && !isContact(person);
}

export interface PersonNumber {
    readonly e164: string;
    readonly extension?: string | undefined;
    /** The field it stands in: `MobilePhone`. */
    readonly field: string;
    /** Absent: the field holds this number and no other, and reads in no other way. */
    readonly reading?: NumberReading;
}

/**
 * How a number was read that is not simply what the field holds. `one-of-several`: written out beside others, so it may be
 * somebody else's. `other-country`: without a country code, and a number in the record's own country as well.
 * `shortened`: only its end is written, after another number.
 */
export type NumberReading = 'one-of-several' | 'other-country' | 'shortened';

/** A number that the field may mean or not: nobody is found by it without a person's word. */
export function isPossible({ reading }: Pick<PersonNumber, 'reading'>): boolean {
    return reading === 'other-country' || reading === 'shortened';
}

/** An open record that a call could belong to, of an object that activities are related to. */
export interface RelatedRecord {
    readonly id: string;
    readonly name: string;
    readonly accountId?: string | undefined;
    /** Contacts whom it is about; the primary one first. */
    readonly contactIds: readonly string[];
    readonly primaryContactId?: string | undefined;
    readonly closeDate?: string | undefined;
    readonly lastActivityDate?: string | undefined;
    readonly modifiedAt?: string | undefined;
}
