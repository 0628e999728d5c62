import type { DraftObject } from '../../domain/records/draft.ts';
import type { NameInOrg } from '../namespace.ts';
import { recordOf, type PlannedWrite } from './write-plan.ts';

/** sObject collections take 200 records, a composite request five collections (REST API guide). */
export const RECORDS_PER_COLLECTION = 200;
const COLLECTIONS_PER_REQUEST = 5;
/** Far below what Salesforce accepts: a request this large is already slow to send and to save. */
const BYTES_PER_REQUEST = 4 * 1024 * 1024;

/** The most records of an object that the org's own automation takes in one transaction, as far as is known. */
export type MostOf = (object: DraftObject) => number;

/** Records of one object that go in one collection. */
export interface Batch {
    readonly object: DraftObject;
    readonly how: 'upsert' | 'update';
    readonly planned: readonly PlannedWrite[];
    readonly records: readonly Record<string, unknown>[];
    readonly bytes: number;
    /** Its texts hold what a composite request reads as a reference to another answer. */
    readonly holdsReference: boolean;
}

/**
 * `@{name}` and `@{name[0].id}` inside a composite request stand for what another part of it answered, wherever they
 * stand (REST API guide, "Composite"); a collection that is sent alone takes every text as it is. What people write may
 * hold either, so such a collection never goes into a composite request.
 */
const REFERENCE = '@{';

/** Parents before children: a child names its parent by a key that must exist by then. */
const ORDER: readonly DraftObject[] = ['Lead', 'Task', 'Sona_Call__c', 'Sona_Answer__c', 'Quo_Transcript__c'];

/**
 * Arranges records in collections: parents first, Tasks of one account and person side by side (Salesforce locks both
 * while it saves), and no record twice in one collection, because Salesforce refuses both rows then.
 */
export function batches(
    planned: readonly PlannedWrite[],
    name: NameInOrg,
    mostOf: MostOf = () => RECORDS_PER_COLLECTION
): readonly Batch[] {
    return ORDER.flatMap((object) =>
        (['update', 'upsert'] as const).flatMap((how) => {
            const mine = planned.filter(({ item, by }) => item.draft.object === object && by.how === how);
            return waves(mine).flatMap((wave) => collections(object, how, wave.toSorted(byLock), name, mostOf));
        })
    );
}

/** Puts collections into requests, in order. */
export function requests(all: readonly Batch[]): readonly (readonly Batch[])[] {
    const groups: Batch[][] = [];
    let bytes = 0;
    for (const batch of all) {
        const last = groups.at(-1);
        const fits =
            last !== undefined &&
            last.length < COLLECTIONS_PER_REQUEST &&
            bytes + batch.bytes <= BYTES_PER_REQUEST &&
            !goesAlone(batch) &&
            !last.some(goesAlone);
        bytes = fits ? bytes + batch.bytes : batch.bytes;
        if (fits) last.push(batch);
        else groups.push([batch]);
    }
    return groups;
}

/** Leads have headers of their own. */
function goesAlone({ object, holdsReference }: Batch): boolean {
    return object === 'Lead' || holdsReference;
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

interface Draft {
    readonly planned: PlannedWrite[];
    readonly records: Record<string, unknown>[];
    bytes: number;
    atMost: number;
    readonly holdsReference: boolean;
}

function collections(
    object: DraftObject,
    how: Batch['how'],
    wave: readonly PlannedWrite[],
    name: NameInOrg,
    mostOf: MostOf
): readonly Batch[] {
    const result: Draft[] = [];
    for (const one of wave) {
        const record = recordOf(one, name);
        const text = JSON.stringify(record);
        const bytes = Buffer.byteLength(text);
        const holdsReference = text.includes(REFERENCE);
        const atMost = Math.min(one.atMost ?? RECORDS_PER_COLLECTION, mostOf(object));
        const last = result.at(-1);
        const fits =
            last !== undefined &&
            last.holdsReference === holdsReference &&
            last.planned.length < Math.min(last.atMost, atMost) &&
            last.bytes + bytes <= BYTES_PER_REQUEST;
        if (fits) {
            last.planned.push(one);
            last.records.push(record);
            last.bytes += bytes;
            last.atMost = Math.min(last.atMost, atMost);
        } else result.push({ planned: [one], records: [record], bytes, atMost, holdsReference });
    }
    return result.map(({ planned, records, bytes, holdsReference }) => ({
        object,
        how,
        planned,
        records,
        bytes,
        holdsReference
    }));
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
