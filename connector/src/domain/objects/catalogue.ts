import { ACCOUNT } from './account.ts';
import { CASE } from './case.ts';
import { CONTACT } from './contact.ts';
import { LEAD } from './lead.ts';
import type { ObjectEntry, PersonEntry, RelatedEntry } from './object.ts';
import { OPPORTUNITY } from './opportunity.ts';

/** Everything that a caller can be, in the order in which it is looked for. */
const PEOPLE = [CONTACT, LEAD, ACCOUNT] as const;
/** What an activity is related to, in the order in which an open one is looked for. */
const RELATED = [CASE, OPPORTUNITY] as const;
const OBJECTS = [...PEOPLE, ...RELATED] as const;

/** Salesforce objects that can be somebody on the phone. A person account is an `Account` with `personContactId`. */
export type PersonObject = (typeof PEOPLE)[number]['apiName'];
/** Those that stand in WhoId. */
export type WhoObject = Extract<(typeof PEOPLE)[number], { taskLookup: 'WhoId' }>['apiName'];
export type RelatedObject = (typeof RELATED)[number]['apiName'];
/** Everything that an activity can be attached to. */
export type ObjectName = (typeof OBJECTS)[number]['apiName'];

export const RELATED_ENTRIES: readonly (RelatedEntry & { readonly apiName: RelatedObject })[] = RELATED;
const RELATED_BY_NAME = new Map<string, RelatedEntry>(RELATED.map((entry) => [entry.apiName, entry]));
const ENTRIES: readonly (ObjectEntry & { readonly apiName: ObjectName })[] = OBJECTS;
/** Fields of the Sona record that point to whom and what it is about. */
export const SONA_LOOKUPS: readonly string[] = OBJECTS.map(({ sonaLookup }) => sonaLookup);
export const PERSON_OBJECTS = PEOPLE.map(({ apiName }) => apiName);

/** What the people's objects have, by name. */
export function personEntry(object: PersonObject): PersonEntry {
    const found = PEOPLE.find(({ apiName }) => apiName === object);
    if (found === undefined) throw new Error(`No object of people: ${object}`);
    return found;
}

/** What the objects have of which an activity is related to a record. */
export function relatedEntry(object: RelatedObject): RelatedEntry {
    const found = RELATED_BY_NAME.get(object);
    if (found === undefined) throw new Error(`No object that activities are related to: ${object}`);
    return found;
}

export function objectEntry(object: ObjectName): ObjectEntry {
    const found = ENTRIES.find(({ apiName }) => apiName === object);
    if (found === undefined) throw new Error(`No object of the catalogue: ${object}`);
    return found;
}

/** One value for each object of people. */
export function byPersonObject<T>(valueOf: (object: PersonObject) => T): Readonly<Record<PersonObject, T>> {
    return Object.fromEntries(PERSON_OBJECTS.map((object) => [object, valueOf(object)])) as Record<PersonObject, T>;
}

/** Which object an id belongs to. @returns undefined for anything that is not in the catalogue */
export function objectOf(id: string): ObjectName | undefined {
    return OBJECTS.find(({ keyPrefix }) => id.startsWith(keyPrefix))?.apiName;
}

/** Of which object a record is that an activity can be related to. @returns undefined for any other id */
export function relatedObjectOf(id: string): RelatedObject | undefined {
    return RELATED.find(({ keyPrefix }) => id.startsWith(keyPrefix))?.apiName;
}

/** The id when it is one of this object. */
export function idOf(object: ObjectName, id: string | null | undefined): string | undefined {
    return typeof id === 'string' && objectOf(id) === object ? id : undefined;
}
