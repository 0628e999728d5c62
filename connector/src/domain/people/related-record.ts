import { RELATED_ENTRIES, relatedObjectOf, type RelatedObject } from '../objects/catalogue.ts';
import type { Preferences } from '../preferences/preferences.ts';
import type { RelatedReason } from './match.ts';
import type { RelatedRecord } from './person.ts';

export interface RelatedChoice {
    readonly relatedId?: string;
    /** Absent when nothing was looked for, or nothing is open. */
    readonly related?: RelatedReason;
}

interface Who {
    readonly contactId?: string | undefined;
    readonly accountId?: string | undefined;
}

/**
 * The open record that a call belongs to, of the first object that has one: through the person, else the account's only
 * open one.
 *
 * @param who `contactId` is the contact that stands in WhoId; a lead has none
 */
export function relatedFor(who: Who, records: readonly RelatedRecord[], preferences: Preferences): RelatedChoice {
    const found = RELATED_ENTRIES.map(({ apiName, preference }) => {
        const own = records.filter(({ id }) => relatedObjectOf(id) === apiName);
        return ofObject(apiName, who, own, preferences[preference]);
    });
    return (
        found.find(({ relatedId }) => relatedId !== undefined) ??
        found.find(({ related }) => related !== undefined) ??
        {}
    );
}

/** Of which objects one is looked for. */
export function relatedObjects(preferences: Preferences): readonly RelatedObject[] {
    return RELATED_ENTRIES.filter(({ preference }) => preferences[preference] !== 'never').map(
        ({ apiName }) => apiName
    );
}

/** Whether any is looked for. */
export function isRelating(preferences: Preferences): boolean {
    return relatedObjects(preferences).length > 0;
}

/** Whether records of the object of this id are looked for. */
export function isRelatedTo(id: string, preferences: Preferences): boolean {
    const object = relatedObjectOf(id);
    return object !== undefined && relatedObjects(preferences).includes(object);
}

function ofObject(
    object: RelatedObject,
    { contactId, accountId }: Who,
    records: readonly RelatedRecord[],
    rule: Preferences['opportunities']
): RelatedChoice {
    if (rule === 'never') return {};
    const ofPerson = records.filter((one) => contactId !== undefined && one.contactIds.includes(contactId));
    const byAccount = records.filter((one) => accountId !== undefined && one.accountId === accountId);
    const through = ofPerson.length > 0 ? 'role' : 'account';
    const open = through === 'role' ? ofPerson : byAccount;
    const [first, ...others] = open.toSorted((a, b) => moreRecent(a, b, contactId));
    if (!first) return {};
    const { id: relatedId, name } = first;
    if (others.length === 0) return { relatedId, related: { code: 'only-open', object, name, through } };
    // Somebody who is on none of the account's records has no most recent one: picking would be a guess.
    if (rule === 'only-open' || through === 'account')
        return { related: { code: 'several-open', object, of: open.length } };
    return { relatedId, related: { code: 'most-recent', object, name, through, of: open.length } };
}

/**
 * Touched last, by an activity or an edit, to the day; then by activity alone, then the one on which the contact is
 * the primary one. By activity alone, a new record would never take over from one that calls already go to.
 */
function moreRecent(a: RelatedRecord, b: RelatedRecord, contactId: string | undefined): number {
    const isPrimary = (one: RelatedRecord) =>
        contactId !== undefined && one.primaryContactId === contactId ? '1' : '0';
    const compared: readonly (readonly [string, string])[] = [
        [touched(a), touched(b)],
        [a.lastActivityDate ?? '', b.lastActivityDate ?? ''],
        [isPrimary(a), isPrimary(b)],
        [a.modifiedAt ?? '', b.modifiedAt ?? ''],
        [b.id, a.id]
    ];
    const [left, right] = compared.find(([one, other]) => one !== other) ?? ['', ''];
    return left === right ? 0 : left > right ? -1 : 1;
}

function touched(one: RelatedRecord): string {
    const modified = one.modifiedAt?.slice(0, 'YYYY-MM-DD'.length) ?? '';
    const active = one.lastActivityDate ?? '';
    return modified > active ? modified : active;
}
