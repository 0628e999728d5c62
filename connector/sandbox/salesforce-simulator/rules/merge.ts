import { refused } from '../org-error.ts';
import type { Caller, OrgState } from '../org-state.ts';
import { isDeleted, type Row } from '../records/row.ts';
import type { SObject } from '../schema/types.ts';
import { rulesOf } from './objects/object-rules.ts';
import { entityIsDeleted, recordNotFound } from './references.ts';

const LOSERS = 2;

/**
 * Merges up to two records into a third, as the merge call of the SOAP API and the merge page do: what pointed at them
 * points at the one that stays, and they go to the recycle bin with its id in `MasterRecordId`.
 *
 * @throws {OrgError} when the object cannot be merged or a record is not there
 */
export function mergeRecords(
    state: OrgState,
    caller: Caller,
    object: SObject,
    masterId: string,
    loserIds: readonly string[]
): void {
    if (object.flags.mergeable !== true) {
        throw refused('INVALID_OPERATION', `entity type ${object.name} does not support merge`);
    }
    if (loserIds.length > LOSERS) throw refused('TOO_MANY_RECORDS', 'cannot merge more than 3 records');
    const table = state.tables.of(object);
    const live = (id: string): Row => {
        const row = table.get(id);
        if (!row) throw recordNotFound();
        if (isDeleted(row)) throw entityIsDeleted();
        return row;
    };
    const master = live(masterId);
    const losers = loserIds.map(live);
    const at = state.now();
    const stamps = { LastModifiedDate: at, LastModifiedById: caller.userId, SystemModstamp: at };
    state.tables.journal.atomically(() => {
        for (const loser of losers) {
            reparent(state, caller, object, String(loser.Id), masterId);
            table.change(loser, { IsDeleted: true, MasterRecordId: masterId, ...stamps });
        }
        table.change(master, stamps);
    });
}

/** Moves every record that points at one record to another. Derived references follow with what they derive from. */
function reparent(state: OrgState, caller: Caller, object: SObject, from: string, to: string): void {
    const at = state.now();
    for (const { child, field } of state.schema.childrenOf(object)) {
        if (field.name === 'MasterRecordId') continue;
        const table = state.tables.of(child);
        for (const row of (table.find(field.name, from) ?? []).filter((found) => !isDeleted(found))) {
            const previous = { ...row };
            table.change(row, { [field.name]: to, LastModifiedById: caller.userId, SystemModstamp: at });
            if (child.name === 'Task') {
                const changed = { [field.name]: to };
                table.change(row, rulesOf('Task').derive?.({ state, next: row, previous, changed }) ?? {});
                rulesOf('Task').afterSave?.({ state, next: row, previous, changed });
            }
        }
    }
}
