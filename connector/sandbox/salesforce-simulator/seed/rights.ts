import { STANDARD_PROFILES } from 'salesforce-metadata/standard-profiles.ts';
import type { PermissionSet } from '../metadata/permission-set.ts';
import type { OrgState } from '../org-state.ts';
import { idOf } from '../records/row.ts';
import { findRow, type Insert } from './insert.ts';

/** The standard profiles, each with the permission set that it owns. @returns their ids by name */
export function addProfiles(insert: Insert): ReadonlyMap<string, string> {
    return new Map(
        [...STANDARD_PROFILES].map(([Name, { userPermissions }]): [string, string] => {
            const ProfileId = insert('Profile', { Name, UserType: 'Standard' });
            const own = `00ex${ProfileId.slice(3, 15)}`;
            insert('PermissionSet', {
                Name: `X${own}`,
                Label: own,
                ProfileId,
                IsCustom: false,
                IsOwnedByProfile: true,
                PermissionsModifyAllData: userPermissions.includes('ModifyAllData')
            });
            return [Name, ProfileId];
        })
    );
}

/** Permission sets, and what else of the set-up each opens. */
export function addPermissionSets(state: OrgState, sets: readonly PermissionSet[], insert: Insert): void {
    for (const set of sets) {
        const ParentId = insert('PermissionSet', {
            Name: set.name,
            Label: set.label,
            Description: set.description,
            IsCustom: true,
            IsOwnedByProfile: false,
            PermissionsModifyAllData: set.userPermissions.has('ModifyAllData')
        });
        for (const name of set.customPermissions) {
            const known = findRow(state, 'CustomPermission', 'DeveloperName', name);
            const SetupEntityId = known
                ? idOf(known)
                : insert('CustomPermission', { DeveloperName: name, MasterLabel: name });
            insert('SetupEntityAccess', { ParentId, SetupEntityId, SetupEntityType: 'CustomPermission' });
        }
    }
}
