import type { DraftObject } from '../../domain/records/draft.ts';
import type { OrgError } from '../rest/refusal.ts';
import { RECORDS_PER_COLLECTION } from './batches.ts';

/** After so many collections of a size without trouble, a larger one is tried again: flows and triggers get better. */
const GROW_AFTER = 50;

/**
 * How many records of an object the org's own automation takes in one transaction.
 *
 * Flows and triggers of an org share the governor limits of the transaction that saves our collection ("Too many SOQL
 * queries: 101"): what fails for 200 records works for 20, or for one. Salesforce does not say how many; the size that
 * went through is remembered, so that the next pass does not begin with what failed.
 */
export interface CollectionSizes {
    mostOf(object: DraftObject): number;
    /** A collection of so many records met a limit. */
    tooMany(object: DraftObject, records: number): void;
    /** A collection of so many records went through. */
    went(object: DraftObject, records: number): void;
}

export function collectionSizes(): CollectionSizes {
    const known = new Map<DraftObject, { most: number; went: number }>();
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
        }
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
