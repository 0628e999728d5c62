import type { Draft } from '../domain/records/draft.ts';
import type { KnownRecord } from '../contracts/store.ts';

const indexes = new WeakMap<readonly KnownRecord[], ReadonlyMap<string, KnownRecord>>();

/** One of these records by its object and key. They are indexed once: a conversation may have thousands. */
export function knownRecord(
    records: readonly KnownRecord[],
    object: Draft['object'],
    key: string
): KnownRecord | undefined {
    let index = indexes.get(records);
    if (index === undefined) {
        index = new Map(records.map((record) => [`${record.object}/${record.key}`, record]));
        indexes.set(records, index);
    }
    return index.get(`${object}/${key}`);
}
