import { refused, type OrgError } from '../org-error.ts';
import type { Caller, OrgState } from '../org-state.ts';
import type { Row } from '../records/row.ts';
import { LEVEL, sharedLevel } from './record-level.ts';
import { viewerOf } from './viewer.ts';

/** Whether this caller may see a record of an object that they may read. */
export function canSee(state: OrgState, caller: Caller, row: Row): boolean {
    if (caller.access.may('ViewAllData')) return true;
    return sharedLevel(state, viewerOf(state, caller), row) >= LEVEL.read;
}

/** @throws {OrgError} when the record cannot be seen, or less may be done with it than `wanted` */
export function requireLevel(state: OrgState, caller: Caller, row: Row, wanted: 'edit' | 'transfer' | 'all'): void {
    const level = sharedLevel(state, viewerOf(state, caller), row);
    if (level < LEVEL.read) throw noAccess();
    if (level < LEVEL[wanted] && !(wanted === 'transfer' && level >= LEVEL.edit && mayTransfer(state, caller, row)))
        throw refused('INSUFFICIENT_ACCESS_OR_READONLY', 'insufficient access rights on object id');
}

/** "Transfer Record", and "Transfer Leads", give away what one may only edit. */
function mayTransfer(state: OrgState, { access }: Caller, row: Row): boolean {
    const isLead = state.schema.ofId(String(row.Id))?.name === 'Lead';
    return access.may('TransferAnyEntity') || (isLead && access.may('TransferAnyLead'));
}

/** A record that is there, for others. */
export function noAccess(): OrgError {
    return refused('INSUFFICIENT_ACCESS_ON_CROSS_REFERENCE_ENTITY', 'insufficient access rights on cross-reference id');
}
