import type { OrgState } from '../org-state.ts';
import type { Row } from '../records/row.ts';
import { addPicklistTables } from './picklist-tables.ts';
import { addRecordTypeRows } from './record-type-rows.ts';

/** What every new org has before anybody enters anything: its settings, its first user, its picklist tables. */
export interface StandingData {
    readonly adminId: string;
    readonly profileId: string;
}

export function addStandingData(state: OrgState): StandingData {
    const at = state.now();
    const adminId = state.nextId('005');
    const insert = (name: string, values: Row): string => {
        const object = state.schema.object(name);
        if (!object) throw new Error(`The org has no object ${name}.`);
        const id = (values.Id as string | undefined) ?? state.nextId(object.keyPrefix);
        const stamps = { CreatedDate: at, CreatedById: adminId, LastModifiedDate: at, LastModifiedById: adminId };
        state.tables.of(object).insert({ Id: id, ...stamps, SystemModstamp: at, ...values });
        return id;
    };
    addOrganization(state, insert);
    const profileId = insert('Profile', { Name: 'System Administrator', UserType: 'Standard' });
    insert('Profile', { Name: 'Standard User', UserType: 'Standard' });
    insert('Profile', { Name: 'Minimum Access - API Only Integrations', UserType: 'Standard' });
    insert('User', { ...adminValues(state), Id: adminId, ProfileId: profileId });
    addPicklistTables(insert, state.settings.customization);
    addRecordTypeRows(state, adminId);
    for (const DeveloperName of state.settings.customization.queues ?? [])
        insert('Group', { Type: 'Queue', Name: DeveloperName.replaceAll('_', ' '), DeveloperName });
    for (const set of state.permissionSets) {
        insert('PermissionSet', {
            Name: set.name,
            Label: set.label,
            Description: set.description,
            IsCustom: true,
            IsOwnedByProfile: false,
            PermissionsModifyAllData: false
        });
    }
    // Every profile has a permission set of its own, and its users an assignment to it.
    const ofProfile = { Name: 'X00ex00000018ozT', Label: '00ex00000018ozT', IsCustom: false, IsOwnedByProfile: true };
    const PermissionSetId = insert('PermissionSet', { ...ofProfile, PermissionsModifyAllData: true });
    insert('PermissionSetAssignment', { PermissionSetId, AssigneeId: adminId });
    return { adminId, profileId };
}

function addOrganization(state: OrgState, insert: (name: string, values: Row) => string): void {
    insert('Organization', {
        Id: state.organizationId,
        Name: 'Simulated Org',
        OrganizationType: 'Developer Edition',
        InstanceName: 'SIM1',
        IsSandbox: false,
        IsReadOnly: false,
        LanguageLocaleKey: 'en_US',
        DefaultLocaleSidKey: 'en_CA',
        TimeZoneSidKey: state.settings.timeZone,
        FiscalYearStartMonth: 1,
        UsesStartDateAsFiscalYearName: false
    });
}

function adminValues(state: OrgState): Row {
    return {
        Username: 'admin@simulated.org',
        FirstName: 'Integration',
        LastName: 'User',
        Name: 'Integration User',
        Email: 'admin@simulated.org',
        Alias: 'admin',
        CommunityNickname: 'admin',
        IsActive: true,
        UserType: 'Standard',
        TimeZoneSidKey: state.settings.timeZone,
        LocaleSidKey: 'en_CA',
        LanguageLocaleKey: 'en_US',
        EmailEncodingKey: 'UTF-8'
    };
}
