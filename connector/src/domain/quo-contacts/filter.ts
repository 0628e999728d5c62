import { isSameRecord } from '../record-id.ts';
import { isCompany, type Person, type PersonObject } from '../people/person.ts';

/** Which people a full run puts into Quo; what is absent does not restrict. */
export interface ContactFilter {
    /** Default: contacts, leads and person accounts. */
    readonly objects?: readonly PersonObject[] | undefined;
    /** User ids. */
    readonly owners?: readonly string[] | undefined;
    /**
     * Fields equal to one of these values: by their name here (`FilterField`), or by the API name of any field of the
     * org that can be filtered by. A record of an object without that field is not wanted.
     */
    readonly fields?: Readonly<Record<string, readonly string[]>> | undefined;
}

const HELD = ['company', 'title', 'accountId', 'email', 'lastName', 'ownerName'] as const;

/** What the directory holds of everybody, whatever the filter names. `company` is a contact's account or a lead's company. */
export type FilterField = (typeof HELD)[number];

/** API names of the fields that are read only because the filter names them, each once. Names count without case. */
export function fieldsOfOrg({ fields = {} }: ContactFilter = {}): readonly string[] {
    const named = Object.keys(fields).filter((name) => heldAs(name) === undefined);
    return [...new Map(named.map((name) => [name.toLowerCase(), name])).values()];
}

/** Whether a full run takes this person. Values compare without case, as Salesforce's own filters do. */
export function isWanted(person: Person, filter: ContactFilter = {}): boolean {
    return isWantedObject(person, filter.objects) && isWantedOwner(person, filter.owners) && hasValues(person, filter);
}

function isWantedObject(person: Person, objects: readonly PersonObject[] | undefined): boolean {
    if (objects !== undefined) return objects.includes(person.object);
    return !isCompany(person);
}

function isWantedOwner({ ownerId }: Person, owners: readonly string[] | undefined): boolean {
    return owners === undefined || owners.some((owner) => isSameRecord(ownerId, owner));
}

function hasValues(person: Person, { fields = {} }: ContactFilter): boolean {
    return Object.entries(fields).every(([field, values]) => {
        const wanted = new Set(values.map(comparable));
        return valuesOf(person, field).some((value) => wanted.has(comparable(value)));
    });
}

/** A multi-select has several. */
function valuesOf(person: Person, field: string): readonly string[] {
    const held = heldAs(field);
    const value = held === undefined ? person.fields?.[field.toLowerCase()] : person[held];
    return value === undefined ? [] : typeof value === 'string' ? [value] : value;
}

function heldAs(name: string): FilterField | undefined {
    return HELD.find((held) => held.toLowerCase() === name.toLowerCase());
}

function comparable(value: string): string {
    return value.trim().toLowerCase();
}
