import { relatedObjectOf } from '../../domain/objects/catalogue.ts';
import type { Match, Reason } from '../../domain/people/match.ts';
import type { Person } from '../../domain/people/person.ts';
import { isRelatedTo } from '../../domain/people/related-record.ts';
import type { Preferences } from '../../domain/preferences/preferences.ts';
import type { KnownRecord } from '../../contracts/store.ts';
import { PROVISIONAL } from '../write/provisional-fields.ts';

/** Reasons that say what to do with all activities of a number, whatever was found before. */
const OVERRULES: readonly Reason['code'][] = [
    'chosen',
    'duplicate-rule',
    'ignored-number',
    'internal',
    'hidden',
    'not-told',
    'unreadable'
];

/**
 * The match of a Task that was written before. Whom it was found for then keeps it, though the number changed hands or
 * became somebody else's as well: what a person chose, a merge, and a deletion take it from there. So does the
 * record that it is related to, though it was closed since or is no longer the only one.
 *
 * @param standing people of the directory who stand on Tasks, by id
 */
export function keptMatch(
    match: Match,
    record: KnownRecord | undefined,
    standing: ReadonlyMap<string, Person>,
    preferences: Preferences
): Match {
    const fields = firmFields(record);
    return withRelated(withPerson(match, fields, standing), fields, preferences);
}

/** Whom the directory is asked about. */
export function keptMatchIds(records: readonly KnownRecord[]): readonly string[] {
    return records.flatMap(({ object, fields }) => {
        const who = object === 'Task' ? fields?.['WhoId'] : undefined;
        return typeof who === 'string' ? [who] : [];
    });
}

type Fields = Readonly<Record<string, unknown>>;

/** What was written provisionally does not stand. */
function firmFields(record: KnownRecord | undefined): Fields {
    const { [PROVISIONAL]: provisional, ...fields } = record?.fields ?? {};
    if (!Array.isArray(provisional)) return fields;
    return Object.fromEntries(Object.entries(fields).filter(([name]) => !provisional.includes(name)));
}

function withPerson(match: Match, fields: Fields, standing: ReadonlyMap<string, Person>): Match {
    const written = fields['WhoId'];
    if (typeof written !== 'string' || written === match.whoId || OVERRULES.includes(match.reason.code)) return match;
    const { alsoWhoIds = [], whoId } = match;
    if (match.reason.code === 'group') {
        // Of a group, the one who was known first stays the first.
        if (whoId === undefined || !alsoWhoIds.includes(written)) return match;
        return { ...match, whoId: written, alsoWhoIds: [whoId, ...alsoWhoIds.filter((id) => id !== written)] };
    }
    const person = standing.get(written);
    // Merged and converted people are found under the id of who stands for them.
    if (person?.id !== written || !('number' in match.reason)) return match;
    const { id, object, name, accountId } = person;
    return {
        status: 'matched',
        whoId: id,
        whoObject: object === 'Lead' ? 'Lead' : 'Contact',
        whoName: name,
        ...(accountId === undefined ? {} : { accountId }),
        reason: { code: 'kept', number: match.reason.number, who: { id, object, name } },
        duplicates: match.duplicates
    };
}

function withRelated(match: Match, { WhoId, WhatId }: Fields, preferences: Preferences): Match {
    if (typeof WhatId !== 'string' || WhatId === match.relatedId) return match;
    const object = relatedObjectOf(WhatId);
    const isKept =
        object !== undefined &&
        (WhoId ?? undefined) === match.whoId &&
        match.status === 'matched' &&
        match.related?.code !== 'chosen' &&
        isRelatedTo(WhatId, preferences);
    return isKept ? { ...match, relatedId: WhatId, related: { code: 'kept', object } } : match;
}
