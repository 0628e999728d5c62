import { CodedError } from '../../errors/errors.ts';
import type { MonitoringStore } from '../../contracts/monitoring.ts';
import type { KnownRecord, ManualOverride, Reclaim } from '../../contracts/records.ts';
import type { ActivityStore } from '../../contracts/store.ts';

/** One field of a record of ours that is not as we want it, because somebody else changed it. */
export interface Override {
    /** By its name in Salesforce, without namespace. */
    readonly field: string;
    /** `theirs`: it holds what they put there. `beside-ours`: their words stand beside ours in a long text. */
    readonly kind: 'theirs' | 'beside-ours';
}

/** Which field of which record is to be ours again. */
export interface OursAgain extends Pick<Reclaim, 'activityKey' | 'key'> {
    readonly object: string;
    readonly field: string;
}

const BY_HAND = { WhoId: 'whoId', WhatId: 'whatId', OwnerId: 'ownerId' } as const satisfies Readonly<
    Record<string, keyof ManualOverride>
>;

/** What is kept in a record as changed by a person, as far as it was seen when we last wrote or read it. */
export function overridesOf({ kept, byHand = {} }: KnownRecord): readonly Override[] {
    const chosen = Object.entries(BY_HAND).flatMap(([field, name]) => (byHand[name] === undefined ? [] : field));
    const theirs = [...new Set([...(kept?.fields ?? []), ...chosen])].sort();
    return [
        ...theirs.map((field) => ({ field, kind: 'theirs' as const })),
        ...Object.keys(kept?.parts ?? {})
            .sort()
            .map((field) => ({ field, kind: 'beside-ours' as const }))
    ];
}

/**
 * Has one field that was kept as a person's written as ours again.
 *
 * @throws {CodedError} WEB-VALUE where no such field is kept: somebody else asked for it before
 */
export async function oursAgain(
    store: { readonly watch: Pick<MonitoringStore, 'history'>; readonly activities: Pick<ActivityStore, 'reclaim'> },
    connection: string,
    { activityKey, object, key, field }: OursAgain
): Promise<void> {
    const history = await store.watch.history(connection, activityKey);
    const record = history?.records.find((one) => one.object === object && one.key === key);
    const isKept = record !== undefined && overridesOf(record).some((one) => one.field === field);
    if (!isKept) throw new CodedError('WEB-VALUE', 'field');
    const byHand = Object.entries(BY_HAND).flatMap(([name, one]) => (name === field ? one : []));
    await store.activities.reclaim(connection, { activityKey, object: record.object, key, fields: [field], byHand });
}
