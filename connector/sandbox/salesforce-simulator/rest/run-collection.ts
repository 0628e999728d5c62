import { inBatch } from '../automation/transaction.ts';
import { OrgError } from '../org-error.ts';
import type { SObject } from '../schema/types.ts';
import type { Org } from '../api/exchange.ts';

/** What became of one record of a collection. */
export type Outcome =
    | { id?: string; success: true; errors: []; created?: boolean }
    | { id?: string; success: false; errors: unknown[]; created?: boolean };

class RolledBack extends Error {}

/** A list of records that are saved together. */
export interface Collection<Item> {
    readonly allOrNone: boolean;
    readonly items: readonly Item[];
    /** What each of them is a record of. */
    readonly objects: readonly (SObject | undefined)[];
    readonly operation: 'insert' | 'update' | 'upsert' | 'delete';
}

/** Runs one step a record. With allOrNone, one failure takes back all the others, and each of them says so. */
export function run<Item>(
    org: Org,
    { allOrNone, items, objects, operation }: Collection<Item>,
    step: (item: Item, index: number) => Outcome
): { status: number; body: Outcome[] } {
    let outcomes: Outcome[] = [];
    const save = (): void => {
        outcomes = items.map((item, index) => attempt(() => step(item, index)));
        if (allOrNone && outcomes.some((outcome) => !outcome.success)) throw new RolledBack();
    };
    try {
        org.state.tables.journal.atomically(() => inBatch(org.state, objects, save));
    } catch (error) {
        if (!(error instanceof RolledBack)) throw error;
        outcomes = outcomes.map((outcome) =>
            outcome.success ? rolledBack(outcome, operation) : failed(outcome, operation)
        );
    }
    return { status: 200, body: outcomes };
}

function attempt(step: () => Outcome): Outcome {
    try {
        return step();
    } catch (error) {
        // What the parser cannot read fails the request, not the record.
        if (
            !(error instanceof OrgError) ||
            error.errorCode === 'JSON_PARSER_ERROR' ||
            (error.fields === undefined && error.errorCode === 'INVALID_FIELD')
        )
            throw error;
        return { success: false, errors: [collectionError(error)] };
    }
}

/** In a collection's result the code is called `statusCode`. */
export function collectionError(error: OrgError): unknown {
    return { statusCode: error.errorCode, message: error.message, fields: error.fields ?? [], ...error.extra };
}

type Operation = Collection<unknown>['operation'];

/** As the documentation shows it, a record that was there before keeps its id, and an upsert says what it would have done. */
function rolledBack(outcome: Outcome, operation: Operation): Outcome {
    const message = 'Record rolled back because not all records were valid and the request was using AllOrNone header';
    const { id, created } = outcome;
    const isNew = operation === 'insert' || created === true;
    return {
        ...(isNew || id === undefined ? {} : { id }),
        success: false,
        errors: [{ statusCode: 'ALL_OR_NONE_OPERATION_ROLLED_BACK', message, fields: [] }],
        ...(created === undefined ? {} : { created })
    };
}

function failed(outcome: Outcome, operation: Operation): Outcome {
    return operation === 'upsert' ? { ...outcome, created: false } : outcome;
}
