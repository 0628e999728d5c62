import type { OrgState } from '../org-state.ts';
import { idOf, type Row } from '../records/row.ts';

/** Every profile owns a permission set, and every user holds the one of their profile. */
export function assignProfileSet(state: OrgState, user: Row): void {
    const sets = state.schema.object('PermissionSet');
    const assignments = state.schema.object('PermissionSetAssignment');
    if (!sets || !assignments) return;
    const ofProfiles = [...state.tables.of(sets).all()].filter(({ IsOwnedByProfile }) => IsOwnedByProfile === true);
    const table = state.tables.of(assignments);
    const isOfProfile = (assignment: Row): boolean =>
        ofProfiles.some(({ Id }) => Id === assignment.PermissionSetId) && assignment.AssigneeId === user.Id;
    for (const former of [...table.all()].filter(isOfProfile)) table.erase(former);
    const own = ofProfiles.find(({ ProfileId }) => ProfileId === user.ProfileId);
    if (!own) return;
    const Id = state.nextId(assignments.keyPrefix);
    table.insert({ Id, PermissionSetId: idOf(own), AssigneeId: idOf(user), SystemModstamp: state.now() });
}
