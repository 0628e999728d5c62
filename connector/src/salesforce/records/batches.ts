import type { DraftObject } from '../../domain/records/draft.ts';
import type { NameInOrg } from '../namespace.ts';
import { recordOf, type PlannedWrite } from './write-plan.ts';

/** sObject collections take 200 records, a composite request five collections (REST API guide). */
const RECORDS_PER_COLLECTION = 200;
const COLLECTIONS_PER_REQUEST = 5;
/** Far below what Salesforce accepts: a request this large is already slow to send and to save. */
const BYTES_PER_REQUEST = 4 * 1024 * 1024;

/** Records of one object that go in one collection. */
export interface Batch {
    readonly object: DraftObject;
    readonly how: 'upsert' | 'update';
    readonly planned: readonly PlannedWrite[];
    readonly records: readonly Record<string, unknown>[];
    readonly bytes: number;
}

/** Parents before children: a child names its parent by a key that must exist by then. */
const ORDER: readonly DraftObject[] = ['Lead', 'Task', 'Sona_Call__c', 'Sona_Answer__c'];

/**
 * Arranges records in collections: parents first, Tasks of one account and person side by side (Salesforce locks both
 * while it saves), and no record twice in one collection, because Salesforce refuses both rows then.
 */
export function batches(planned: readonly PlannedWrite[], name: NameInOrg): readonly Batch[] {
    return ORDER.flatMap((object) =>
        (['update', 'upsert'] as const).flatMap((how) => {
            const mine = planned.filter(({ item, by }) => item.draft.object === object && by.how === how);
            return waves(mine).flatMap((wave) => collections(object, how, wave.toSorted(byLock), name));
        })
    );
}

/** Puts collections into requests, in order. Leads go alone: their headers must not reach other records. */
export function requests(all: readonly Batch[]): readonly (readonly Batch[])[] {
    const groups: Batch[][] = [];
    let bytes = 0;
    for (const batch of all) {
        const last = groups.at(-1);
        const fits =
            last !== undefined &&
            last.length < COLLECTIONS_PER_REQUEST &&
            bytes + batch.bytes <= BYTES_PER_REQUEST &&
            batch.object !== 'Lead' &&
            last[0]?.object !== 'Lead';
        bytes = fits ? bytes + batch.bytes : batch.bytes;
        if (fits) last.push(batch);
        else groups.push([batch]);
    }
    return groups;
}

/** The first of each record, then the second of each that is there twice, and so on; order within a record is kept. */
function waves(planned: readonly PlannedWrite[]): readonly (readonly PlannedWrite[])[] {
    const seen = new Map<string, number>();
    const result: PlannedWrite[][] = [];
    for (const one of planned) {
        const identity = one.by.how === 'update' ? one.by.id : one.item.draft.key;
        const n = seen.get(identity) ?? 0;
        seen.set(identity, n + 1);
        (result[n] ??= []).push(one);
    }
    return result;
}

function collections(
    object: DraftObject,
    how: Batch['how'],
    wave: readonly PlannedWrite[],
    name: NameInOrg
): readonly Batch[] {
    const result: { planned: PlannedWrite[]; records: Record<string, unknown>[]; bytes: number; atMost: number }[] = [];
    for (const one of wave) {
        const record = recordOf(one, name);
        const bytes = Buffer.byteLength(JSON.stringify(record));
        const atMost = one.atMost ?? RECORDS_PER_COLLECTION;
        const last = result.at(-1);
        const fits =
            last !== undefined &&
            last.planned.length < Math.min(last.atMost, atMost) &&
            last.bytes + bytes <= BYTES_PER_REQUEST;
        if (fits) {
            last.planned.push(one);
            last.records.push(record);
            last.bytes += bytes;
            last.atMost = Math.min(last.atMost, atMost);
        } else result.push({ planned: [one], records: [record], bytes, atMost });
    }
    return result.map(({ planned, records, bytes }) => ({ object, how, planned, records, bytes }));
}

/** By account, else whatever the Task hangs on; then by person; then by key, so that every process sorts alike. */
function byLock(a: PlannedWrite, b: PlannedWrite): number {
    const left = lockOf(a);
    const right = lockOf(b);
    return left < right ? -1 : left > right ? 1 : a.index - b.index;
}

function lockOf({ item: { draft } }: PlannedWrite): string {
    const { WhatId, WhoId } = { ...draft.createOnly, ...draft.fields };
    return [WhatId ?? '', WhoId ?? '', draft.key].join(' ');
}
