import type { Draft, DraftObject } from '../../domain/records/draft.ts';
import type { OrgError } from '../rest/refusal.ts';
import { RECORDS_PER_COLLECTION } from './batches.ts';

/** After so many collections of a size without trouble, a larger one is tried again: flows and triggers get better. */
const GROW_AFTER = 50;

/** Records whose last collection was refused as a whole: more than wait in any backlog are not kept apart. */
const MOST_APART = 10_000;

type Named = Pick<Draft, 'object' | 'key'>;

/**
 * How many records of an object the org's own automation takes in one transaction, and which records were refused together.
 *
 * Flows and triggers of an org share the governor limits of the transaction that saves our collection ("Too many SOQL
 * queries: 101"): what fails for 200 records works for 20, or for one. Salesforce does not say how many; the size that
 * went through is remembered, so that the next pass does not begin with what failed. Nor do records that were refused
 * together, for whatever reason, go out together again until they are written: somebody who retries them all would see
 * them fail all alike.
 */
export interface CollectionSizes {
    mostOf(object: DraftObject): number;
    /** A collection of so many records met a limit. */
    tooMany(object: DraftObject, records: number): void;
    /** A collection of so many records went through. */
    went(object: DraftObject, records: number): void;
    /** The most that may share a collection with this record; `undefined`: nothing speaks against any. */
    mostBeside(record: Named): number | undefined;
    refusedTogether(records: readonly Named[]): void;
    written(record: Named): void;
}

export function collectionSizes(): CollectionSizes {
    const known = new Map<DraftObject, { most: number; went: number }>();
    const apart = new Map<string, number>();
    return {
        mostOf: (object) => known.get(object)?.most ?? RECORDS_PER_COLLECTION,
        tooMany(object, records) {
            const most = Math.max(1, Math.ceil(records / 2));
            known.set(object, { most: Math.min(most, known.get(object)?.most ?? most), went: 0 });
        },
        went(object, records) {
            const size = known.get(object);
            if (size === undefined || records < size.most) return;
            size.went += 1;
            if (size.went < GROW_AFTER) return;
            if (size.most * 2 >= RECORDS_PER_COLLECTION) known.delete(object);
            else known.set(object, { most: size.most * 2, went: 0 });
        },
        mostBeside: (record) => apart.get(nameOf(record)),
        refusedTogether(records) {
            const most = Math.ceil(records.length / 2);
            for (const record of records)
                if (apart.size < MOST_APART || apart.has(nameOf(record))) apart.set(nameOf(record), most);
        },
        written: (record) => void apart.delete(nameOf(record))
    };
}

function nameOf({ object, key }: Named): string {
    return `${object} ${key}`;
}

/** What is known of each org outlasts that its connection is opened anew, as it is whenever choices are saved. */
export function sizesByOrg(): (connection: string, loginUrl: string) => CollectionSizes {
    const known = new Map<string, CollectionSizes>();
    return (connection, loginUrl) => {
        const name = `${connection} ${loginUrl}`;
        const sizes = known.get(name) ?? collectionSizes();
        known.set(name, sizes);
        return sizes;
    };
}

/** As Apex and Flow word them: Execution Governors and Limits, Apex Developer Guide. */
const LIMITS =
    /\b(LimitException|Too many (SOQL|SOSL|DML|query|queueable|future|callouts|email)|Apex CPU time limit|CPU time limit exceeded|Apex heap size|Number of iterations exceeded)\b/i;
const CODES: ReadonlySet<string> = new Set(['LIMIT_EXCEEDED', 'APEX_CPU_LIMIT_EXCEEDED', 'TOO_MANY_APEX_REQUESTS']);

/** Whether the org's automation ran out of what one transaction may use. */
export function isAutomationLimit(error: Pick<OrgError, 'code' | 'message'> | undefined): boolean {
    return error !== undefined && (CODES.has(error.code) || LIMITS.test(error.message));
}
