import { canSee, noAccess } from '../access/sharing.ts';
import { accessOfUser } from '../access/user-access.ts';
import { OrgError, refused } from '../org-error.ts';
import type { Caller, OrgState } from '../org-state.ts';
import { isDeleted, type Row } from '../records/row.ts';
import type { Field, SObject } from '../schema/types.ts';

/**
 * Every reference that a write sets must point at a live record of an object that the field allows.
 *
 * @throws {OrgError} FIELD_INTEGRITY_EXCEPTION, INVALID_CROSS_REFERENCE_KEY or ENTITY_IS_DELETED
 */
export function checkReferences(state: OrgState, caller: Caller, object: SObject, values: Row, id: string): void {
    for (const name in values) {
        const field = state.schema.field(object, name);
        const to = values[name];
        if (field?.type !== 'reference' || typeof to !== 'string') continue;
        checkReference(state, caller, object, field, to);
        if (HIERARCHIES.has(`${object.name}.${name}`)) checkHierarchy(state, object, name, id, to);
    }
}

const HIERARCHIES = new Set(['Account.ParentId', 'Contact.ReportsToId', 'User.ManagerId']);

/** Nobody stands above himself, through however many others. */
function checkHierarchy(state: OrgState, object: SObject, name: string, id: string, to: string): void {
    const table = state.tables.of(object);
    for (let above: unknown = to; typeof above === 'string'; above = table.get(above)?.[name]) {
        if (above === id) throw refused('CIRCULAR_DEPENDENCY', 'attempt to violate hierarchy constraints', [name]);
    }
}

function checkReference(state: OrgState, caller: Caller, object: SObject, field: Field, id: string): void {
    const target = state.schema.ofId(id);
    if (!target || !field.referenceTo.includes(target.name)) {
        throw refused('FIELD_INTEGRITY_EXCEPTION', `${field.label}: id value of incorrect type: ${id}`, [field.name]);
    }
    const row = state.tables.of(target).get(id);
    if (!row) throw refused('INVALID_CROSS_REFERENCE_KEY', 'invalid cross reference id', []);
    if (isDeleted(row)) throw refused('ENTITY_IS_DELETED', 'entity is deleted', []);
    if (!caller.access.object(target).read || !canSee(state, caller, row)) throw noAccess();
    if (field.name === 'OwnerId') checkOwner(state, object, target, row);
}

function checkOwner(state: OrgState, object: SObject, target: SObject, owner: Row): void {
    if (target.name === 'User' && owner.IsActive === false) {
        const id15 = String(owner.Id).slice(0, 15);
        throw refused(
            'INACTIVE_OWNER_OR_USER',
            `operation performed with inactive user [${id15}] as owner of ${object.name.toLowerCase()}`
        );
    }
    if (target.name === 'User' && !accessOfUser(state, String(owner.Id)).object(object).read) {
        throw refused('TRANSFER_REQUIRES_READ', 'The new owner must have read permission', ['OwnerId']);
    }
    if (target.name === 'Group' && owner.Type === 'Queue' && !serves(state, owner, object)) {
        throw refused('INVALID_CROSS_REFERENCE_KEY', 'Queue not associated with this SObject type', ['OwnerId']);
    }
    if (target.name === 'Group' && owner.Type !== 'Queue') {
        throw refused('FIELD_INTEGRITY_EXCEPTION', `Owner ID: id value of incorrect type: ${String(owner.Id)}`, [
            'OwnerId'
        ]);
    }
}

/** Whether a queue can own records of an object. */
function serves(state: OrgState, queue: Row, object: SObject): boolean {
    const served = state.schema.object('QueueSobject');
    if (!served) return false;
    return [...state.tables.of(served).all()].some(
        ({ QueueId, SobjectType }) => QueueId === queue.Id && SobjectType === object.name
    );
}

/** The master of a detail record, which every write to the detail takes a lock on. */
export function mastersOf(object: SObject, row: Row): (string | undefined)[] {
    return object.fields
        .filter((field) => field.onParentDelete === 'cascade' && !field.nillable)
        .map((field) => row[field.name] as string | undefined);
}

/** The reference could be followed when the record was saved; a parent that is gone since then reads as empty. */
export function parentRow(state: OrgState, id: unknown): Row | undefined {
    return typeof id === 'string' ? state.tables.byId(state.schema, id) : undefined;
}

export function recordNotFound(): OrgError {
    return new OrgError(404, 'NOT_FOUND', 'The requested resource does not exist');
}

export function entityIsDeleted(): OrgError {
    return new OrgError(404, 'ENTITY_IS_DELETED', 'entity is deleted', []);
}
