import { refused } from '../org-error.ts';
import type { Caller, OrgState } from '../org-state.ts';

/** @throws {OrgError} INSERT_UPDATE_DELETE_NOT_ALLOWED_DURING_MAINTENANCE while the org is read-only */
export function requireWritable(state: OrgState, caller: Caller): void {
    if (!state.readOnly || caller.isSeed === true) return;
    throw refused(
        'INSERT_UPDATE_DELETE_NOT_ALLOWED_DURING_MAINTENANCE',
        'The organization is in read-only mode during maintenance.'
    );
}

/** Begins or ends read-only maintenance; the organization says so too. */
export function setReadOnly(state: OrgState, readOnly: boolean): void {
    state.readOnly = readOnly;
    const organization = state.schema.object('Organization');
    const row = organization && state.tables.of(organization).get(state.organizationId);
    if (organization && row) state.tables.of(organization).change(row, { IsReadOnly: readOnly });
}
