import { requireLevel } from '../access/sharing.ts';
import { refused } from '../org-error.ts';
import type { Caller, OrgState } from '../org-state.ts';
import { idOf, isDeleted, type Row } from '../records/row.ts';
import type { ChildRelationship, SObject } from '../schema/types.ts';
import { locksOfTask } from './locks.ts';
import { requireWritable } from './maintenance.ts';
import { rulesOf } from './objects/object-rules.ts';
import { entityIsDeleted, mastersOf, recordNotFound } from './references.ts';

/** Moves a record to the recycle bin, with the children that cannot be without it. @throws {OrgError} when refused */
export function deleteRecord(state: OrgState, caller: Caller, object: SObject, id: string): void {
    if (object.flags.deletable !== true || !caller.access.object(object).delete) {
        throw refused('INSUFFICIENT_ACCESS_OR_READONLY', `entity type ${object.name} does not support delete`);
    }
    requireWritable(state, caller);
    const row = state.tables.of(object).get(id);
    if (!row) throw recordNotFound();
    if (isDeleted(row)) throw entityIsDeleted();
    requireLevel(state, caller, row, 'all');
    state.tables.journal.atomically(() => bin(state, caller, object, row));
}

/** Moves a row to the recycle bin without asking for permission: what a merge does to the records it loses. */
function bin(state: OrgState, caller: Caller, object: SObject, row: Row): void {
    state.locks.acquire([idOf(row), ...(object.name === 'Task' ? locksOfTask(row, row) : mastersOf(object, row))]);
    const at = state.now();
    const stamps = { LastModifiedDate: at, LastModifiedById: caller.userId, SystemModstamp: at };
    state.tables.of(object).change(row, { IsDeleted: true, ...stamps });
    for (const side of state.schema.childrenOf(object)) releaseChildren(state, caller, side, row);
    rulesOf(object.name).afterDelete?.(state, row);
}

function releaseChildren(state: OrgState, caller: Caller, side: ChildRelationship, parent: Row): void {
    const { child, field } = side;
    // Derived references and stamps do not hold anything: they are corrected by whatever they derive from.
    if (!field.createable && !field.updateable) return;
    const children = (state.tables.of(child).find(field.name, parent.Id) ?? []).filter((row) => !isDeleted(row));
    if (children.length === 0) return;
    if (field.onParentDelete === 'restrict') {
        throw refused(
            'DELETE_FAILED',
            `Your attempt to delete ${String(parent.Name)} could not be completed because it is associated with the ` +
                `following ${child.labelPlural.toLowerCase()}.: ${children.map((row) => String(row.Name)).join(', ')}`
        );
    }
    for (const row of children) {
        if (side.cascadeDelete || field.onParentDelete === 'cascade') bin(state, caller, child, row);
        else if (field.nillable)
            state.tables.of(child).change(row, { [field.name]: null, SystemModstamp: state.now() });
    }
}
