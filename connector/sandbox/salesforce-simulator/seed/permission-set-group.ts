import type { OrgState } from '../org-state.ts';
import { idOf } from '../records/row.ts';
import { rowNamed, type Insert } from './insert.ts';

/**
 * Makes a permission set group of permission sets. An org keeps beside it one set with the rights of all of them, which is
 * what an assignment of the group names (Object Reference, PermissionSetAssignment).
 *
 * @returns the group's id
 * @throws {Error} for a permission set that the org does not have
 */
export function addPermissionSetGroup(
    state: OrgState,
    insert: Insert,
    { name, permissionSets }: { readonly name: string; readonly permissionSets: readonly string[] }
): string {
    const sets = permissionSets.map((set) => rowNamed(state, 'PermissionSet', 'Name', set));
    const group = insert('PermissionSetGroup', { DeveloperName: name, MasterLabel: name });
    for (const set of sets)
        insert('PermissionSetGroupComponent', { PermissionSetGroupId: group, PermissionSetId: idOf(set) });
    const ParentId = insert('PermissionSet', {
        Name: aggregateName(group),
        Label: name,
        IsCustom: true,
        IsOwnedByProfile: false,
        PermissionsModifyAllData: sets.some((set) => set.PermissionsModifyAllData === true)
    });
    const opened = new Set(sets.flatMap((set) => openedBy(state, idOf(set))));
    for (const SetupEntityId of opened)
        insert('SetupEntityAccess', { ParentId, SetupEntityId, SetupEntityType: 'CustomPermission' });
    return group;
}

/** The custom permissions of a set. */
function openedBy(state: OrgState, setId: string): readonly string[] {
    const object = state.schema.object('SetupEntityAccess');
    const rows = object ? [...state.tables.of(object).all()] : [];
    return rows.flatMap((row) => (row.ParentId === setId ? [String(row.SetupEntityId)] : []));
}

/** Assigns a group that the org has. @throws {Error} when there is none of that name */
export function assignGroup(state: OrgState, insert: Insert, userId: string, name: string): void {
    const group = idOf(rowNamed(state, 'PermissionSetGroup', 'DeveloperName', name));
    const aggregate = rowNamed(state, 'PermissionSet', 'Name', aggregateName(group));
    insert('PermissionSetAssignment', {
        AssigneeId: userId,
        PermissionSetId: idOf(aggregate),
        PermissionSetGroupId: group
    });
}

function aggregateName(groupId: string): string {
    return `X${groupId.slice(0, 15)}`;
}
