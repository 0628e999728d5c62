import type { Person, PersonObject } from '../people/person.ts';

/** Which people a full run puts into Quo; what is absent does not restrict. */
export interface ContactFilter {
    /** Default: contacts, leads and person accounts. */
    readonly objects?: readonly PersonObject[];
    /** User ids. */
    readonly owners?: readonly string[];
    /** Fields equal to one of these values, by their name here: `company`, `title`, `accountId`, `email`, `lastName`. */
    readonly fields?: Readonly<Partial<Record<FilterField, readonly string[]>>>;
}

export type FilterField = 'company' | 'title' | 'accountId' | 'email' | 'lastName' | 'ownerName';

/** Whether a full run takes this person. Values compare without case, as Salesforce's own filters do. */
export function isWanted(person: Person, filter: ContactFilter = {}): boolean {
    return isWantedObject(person, filter.objects) && isWantedOwner(person, filter.owners) && hasValues(person, filter);
}

function isWantedObject(person: Person, objects: readonly PersonObject[] | undefined): boolean {
    if (objects !== undefined) return objects.includes(person.object);
    return person.object !== 'Account' || person.personContactId !== undefined;
}

function isWantedOwner({ ownerId }: Person, owners: readonly string[] | undefined): boolean {
    // Admins paste ids of 15 characters as well; the first 15 name the record.
    return owners === undefined || owners.some((owner) => ownerId?.slice(0, 15) === owner.slice(0, 15));
}

function hasValues(person: Person, { fields = {} }: ContactFilter): boolean {
    return Object.entries(fields).every(([field, values]) => {
        const value = person[field as FilterField]?.trim().toLowerCase();
        return value !== undefined && values.some((wanted) => wanted.trim().toLowerCase() === value);
    });
}
