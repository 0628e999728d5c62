import { isDeepStrictEqual } from 'node:util';
import type { Draft } from '../../domain/records/draft.ts';
import { SONA_LOOKUPS } from '../../domain/objects/catalogue.ts';
import { TASK, TRANSCRIPT } from '../../domain/records/names.ts';
import type { KnownRecord } from '../../contracts/store.ts';
import type { WriteItem } from '../../contracts/salesforce.ts';

/** What people change on our records. */
const THEIRS: Readonly<Partial<Record<Draft['object'], readonly string[]>>> = {
    Task: ['WhoId', 'WhatId', 'OwnerId', TASK.match],
    Sona_Call__c: SONA_LOOKUPS,
    Quo_Transcript__c: [
        'OwnerId',
        TRANSCRIPT.contact,
        TRANSCRIPT.lead,
        TRANSCRIPT.account,
        TRANSCRIPT.case,
        TRANSCRIPT.opportunity
    ]
};
/** Under this name the further people of a group are kept with the fields last written. */
export const GROUP = 'TaskWhoIds';

/**
 * The item as it is sent: whom and what a record is about, and whose it is, only where we want it otherwise than we last
 * wrote it, or than a person was seen to have set it. A late fact then says nothing about a choice that we have not seen
 * yet. Should the record have to be made anew, they are there.
 *
 * The people of a group are named together or not at all: Salesforce takes the list as a whole.
 */
export function omitUnchanged({ draft, salesforceId }: WriteItem, known: KnownRecord | undefined): WriteItem {
    const theirs = THEIRS[draft.object];
    if (theirs === undefined || salesforceId === undefined) return { draft, salesforceId };
    // What has no answer may stand there, too.
    const maybe = [known?.attempted, known?.overtaken].filter((one) => one !== undefined);
    const isChosen = known?.byHand?.whoId !== undefined;
    const isSameGroup = isChosen || isDeepStrictEqual(groupIn(known), draft.alsoWhoIds ?? []);
    const isUnchanged = ([name, value]: readonly [string, unknown]): boolean =>
        theirs.includes(name) &&
        known?.fields?.[name] === value &&
        maybe.every(({ fields: sent }) => !(name in sent) || sent[name] === value) &&
        (name !== 'WhoId' || isSameGroup);
    const fields = Object.entries(draft.fields);
    const createOnly = { ...draft.createOnly, ...Object.fromEntries(fields.filter(isUnchanged)) };
    const sent = Object.fromEntries(fields.filter((field) => !isUnchanged(field)));
    const others = isSameGroup ? {} : { alsoWhoIds: draft.alsoWhoIds ?? [] };
    return { draft: { ...draft, fields: sent, createOnly, ...others }, salesforceId };
}

function groupIn(known: KnownRecord | undefined): readonly unknown[] {
    const group = known?.fields?.[GROUP];
    return Array.isArray(group) ? group : [];
}
