import { refused, type OrgError } from '../org-error.ts';
import type { Caller, OrgState } from '../org-state.ts';
import type { Row } from '../records/row.ts';

/**
 * Whether this caller may see a record. Everybody sees the records of an object that is not private; of a private one,
 * their own, or all of them by "View All". There are no roles, teams and sharing rules here.
 */
export function canSee(state: OrgState, caller: Caller, row: Row): boolean {
    if (state.privateObjects.size === 0) return true;
    return isGranted(state, caller, row, 'view');
}

/** @throws {OrgError} when the record cannot be seen, or may be looked at only */
export function requireEditable(state: OrgState, caller: Caller, row: Row): void {
    if (state.privateObjects.size === 0) return;
    if (!isGranted(state, caller, row, 'view')) throw noAccess();
    if (!isGranted(state, caller, row, 'modify'))
        throw refused('INSUFFICIENT_ACCESS_OR_READONLY', 'insufficient access rights on object id');
}

/** A record that is there, for others. */
export function noAccess(): OrgError {
    return refused('INSUFFICIENT_ACCESS_ON_CROSS_REFERENCE_ENTITY', 'insufficient access rights on cross-reference id');
}

function isGranted(state: OrgState, caller: Caller, row: Row, what: 'view' | 'modify'): boolean {
    const object = state.schema.ofId(String(row.Id));
    if (!object) return true;
    if (object.name === 'OpportunityContactRole') {
        const opportunity = state.tables.byId(state.schema, String(row.OpportunityId));
        return opportunity === undefined || isGranted(state, caller, opportunity, what);
    }
    if (!state.privateObjects.has(object.name)) return true;
    return row.OwnerId === caller.userId || caller.access.all(object, what);
}
