import type { OrgState } from '../org-state.ts';
import { refused } from '../org-error.ts';
import type { SObject } from '../schema/types.ts';

/** Saves that share the platform's governor limits: one request, or one chunk of a Bulk file. */
export interface Transaction {
    /** How many records of each object it saves. */
    readonly records: Map<string, number>;
    /** Steps that ran for a record: a flow runs once for each record of a transaction. */
    readonly ran: Set<string>;
    /** Saves inside saves. */
    depth: number;
    /** Whether the records of each further save are to be added to `records`. */
    counting: boolean;
}

/** Triggers that set off each other are stopped here. */
const DEEPEST = 16;

/** Runs saves whose number is known only as they come: sub-requests that are done whole or not at all. */
export function inTransaction<Result>(state: OrgState, run: () => Result): Result {
    if (state.transaction) return run();
    state.transaction = { records: new Map(), ran: new Set(), depth: 0, counting: true };
    try {
        return run();
    } finally {
        state.transaction = undefined;
    }
}

/** Runs the saves of one list of records, of which each counts from the first one on. */
export function inBatch<Result>(state: OrgState, objects: readonly (SObject | undefined)[], run: () => Result): Result {
    return inTransaction(state, () => {
        const transaction = state.transaction as Transaction;
        const wasCounting = transaction.counting;
        for (const object of objects) if (object) count(transaction, object);
        transaction.counting = false;
        try {
            return run();
        } finally {
            transaction.counting = wasCounting;
        }
    });
}

/** Runs one save. What it sets off counts to the same transaction, without being counted. */
export function inSave<Result>(state: OrgState, object: SObject, run: () => Result): Result {
    return inTransaction(state, () => {
        const transaction = state.transaction as Transaction;
        if (transaction.depth >= DEEPEST)
            throw refused('CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY', `${object.name}: maximum trigger depth exceeded`);
        if (transaction.counting && transaction.depth === 0) count(transaction, object);
        transaction.depth += 1;
        try {
            return run();
        } finally {
            transaction.depth -= 1;
        }
    });
}

function count({ records }: Transaction, object: SObject): void {
    records.set(object.name, (records.get(object.name) ?? 0) + 1);
}
