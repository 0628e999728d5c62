import { TASK } from '../../domain/records/names.ts';
import type { KnownRecord } from '../ports/store.ts';
import type { WriteItem } from '../ports/org.ts';

/** What people change on our Tasks. */
const THEIRS: readonly string[] = ['WhoId', 'WhatId', 'OwnerId', TASK.match];

/**
 * The item as it is sent: whom and what a Task is about, and whose it is, only where we want it otherwise than we last
 * wrote it. A late fact then says nothing about a person's choice that we have not seen yet. Should the record have to
 * be made anew, they are there.
 */
export function withoutUnchanged({ draft, salesforceId }: WriteItem, known: KnownRecord | undefined): WriteItem {
    // A group is named whole or not at all: WhoId is the first of its list.
    if (draft.object !== 'Task' || salesforceId === undefined || draft.alsoWhoIds !== undefined)
        return { draft, salesforceId };
    const isUnchanged = ([name, value]: readonly [string, unknown]): boolean =>
        THEIRS.includes(name) && known?.fields?.[name] === value;
    const fields = Object.entries(draft.fields);
    const createOnly = { ...draft.createOnly, ...Object.fromEntries(fields.filter(isUnchanged)) };
    const sent = Object.fromEntries(fields.filter((field) => !isUnchanged(field)));
    return { draft: { ...draft, fields: sent, createOnly }, salesforceId };
}
