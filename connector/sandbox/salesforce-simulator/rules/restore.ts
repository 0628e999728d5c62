import { refused } from '../org-error.ts';
import type { Caller, OrgState } from '../org-state.ts';
import { idOf, isDeleted, type Row } from '../records/row.ts';
import type { SObject } from '../schema/types.ts';
import { rulesOf } from './objects/object-rules.ts';
import { recordNotFound } from './references.ts';
import { checkUnique } from './unique.ts';

/**
 * Takes a record out of the recycle bin, with the children that went there with it. Lookups that its deletion emptied
 * stay empty.
 *
 * @throws {OrgError} UNDELETE_FAILED when the record is not in the bin, DUPLICATE_VALUE when its unique key was taken
 */
export function restoreRecord(state: OrgState, caller: Caller, object: SObject, id: string): void {
    const row = state.tables.of(object).get(id);
    if (!row) throw recordNotFound();
    if (!isDeleted(row)) throw refused('UNDELETE_FAILED', 'Entity is not in the recycle bin');
    state.tables.journal.atomically(() => restore(state, caller, object, row));
}

function restore(state: OrgState, caller: Caller, object: SObject, row: Row): void {
    const went = row.LastModifiedDate;
    checkUnique(state, object, row, row);
    const at = state.now();
    const stamps = { LastModifiedDate: at, LastModifiedById: caller.userId, SystemModstamp: at };
    const merged = 'MasterRecordId' in row ? { MasterRecordId: null } : {};
    state.tables.of(object).change(row, { IsDeleted: false, ...merged, ...stamps });
    for (const { child, field, cascadeDelete } of state.schema.childrenOf(object)) {
        if (!cascadeDelete && field.onParentDelete !== 'cascade') continue;
        for (const other of state.tables.of(child).find(field.name, idOf(row)) ?? []) {
            if (isDeleted(other) && other.LastModifiedDate === went) restore(state, caller, child, other);
        }
    }
    rulesOf(object.name).afterSave?.({ state, next: row, previous: undefined, changed: {} });
}
