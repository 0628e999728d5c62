import { ACCOUNT } from './account.ts';
import { CONTACT } from './contact.ts';
import { LEAD } from './lead.ts';
import type { ObjectEntry, PersonEntry } from './object.ts';
import { OPPORTUNITY } from './opportunity.ts';

/** Everything that a caller can be, in the order in which it is looked for. */
const PEOPLE = [CONTACT, LEAD, ACCOUNT] as const;
const OBJECTS = [...PEOPLE, OPPORTUNITY] as const;

/** Salesforce objects that can be somebody on the phone. A person account is an `Account` with `personContactId`. */
export type PersonObject = (typeof PEOPLE)[number]['apiName'];
/** Those that stand in WhoId. */
export type WhoObject = Extract<(typeof PEOPLE)[number], { taskLookup: 'WhoId' }>['apiName'];
/** Everything that an activity can be attached to. */
export type ObjectName = (typeof OBJECTS)[number]['apiName'];

export const PERSON_OBJECTS = PEOPLE.map(({ apiName }) => apiName);

/** What the people's objects have, by name. */
export function personEntry(object: PersonObject): PersonEntry {
    const found = PEOPLE.find(({ apiName }) => apiName === object);
    if (found === undefined) throw new Error(`No object of people: ${object}`);
    return found;
}

export function objectEntry(object: ObjectName): ObjectEntry {
    return object === OPPORTUNITY.apiName ? OPPORTUNITY : personEntry(object);
}

/** One value for each object of people. */
export function byPersonObject<T>(valueOf: (object: PersonObject) => T): Readonly<Record<PersonObject, T>> {
    return Object.fromEntries(PERSON_OBJECTS.map((object) => [object, valueOf(object)])) as Record<PersonObject, T>;
}

/** Which object an id belongs to. @returns undefined for anything that is not in the catalogue */
export function objectOf(id: string): ObjectName | undefined {
    return OBJECTS.find(({ keyPrefix }) => id.startsWith(keyPrefix))?.apiName;
}

/** The id when it is one of this object. */
export function idOf(object: ObjectName, id: string | null | undefined): string | undefined {
    return typeof id === 'string' && objectOf(id) === object ? id : undefined;
}
