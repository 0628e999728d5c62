import type { Insert } from './insert.ts';

/** From the top: part of the sample hierarchy that every new org comes with. */
const ROLES: readonly (readonly [developerName: string, name: string])[] = [
    ['CEO', 'CEO'],
    ['SVPSalesMarketing', 'SVP, Sales & Marketing'],
    ['EasternSalesTeam', 'Eastern Sales Team']
];

/** Roles, each below the one before. @returns the lowest one's id */
export function addRoles(insert: Insert): string {
    let above: string | undefined;
    for (const [DeveloperName, Name] of ROLES) {
        above = insert('UserRole', {
            Name,
            DeveloperName,
            ParentRoleId: above,
            ContactAccessForAccountOwner: 'Edit',
            OpportunityAccessForAccountOwner: 'Edit'
        });
    }
    return above as string;
}
