import type { OrgState } from '../org-state.ts';
import type { Row } from '../records/row.ts';
import { ADMINISTRATOR, STANDARD_USER } from '../access/profiles.ts';
import { inserter, type Insert } from './insert.ts';
import { addPicklistTables } from './picklist-tables.ts';
import { addQueues, checkQueues } from './queues.ts';
import { addPermissionSets, addProfiles } from './rights.ts';
import { addRoles } from './roles.ts';
import type { RunAs } from './run-as.ts';
import { setUpUser } from './set-up-user.ts';
import { addRecordTypeRows } from './record-type-rows.ts';
import { addTrustedSites } from './trusted-sites.ts';
import { userValues } from './user-values.ts';

/** What every new org has before anybody enters anything: its settings, its first user, its picklist tables. */
export interface StandingData {
    readonly adminId: string;
    /** Of the user that clients with credentials of their own work as. */
    readonly runAsId: string;
    /** What a user has who is given nothing else: profile and role. */
    readonly profileId: string;
    readonly roleId: string;
}

/** @throws {Error} when the org has no such profile, permission set or role as `runAs` names */
export function addStandingData(state: OrgState, runAs: RunAs | undefined): StandingData {
    const adminId = state.nextId('005');
    const insert = inserter(state, adminId);
    addOrganization(state, insert);
    const profiles = addProfiles(insert);
    const profileId = profiles.get(STANDARD_USER) as string;
    const roleId = addRoles(insert);
    insert('User', { ...adminValues(state), Id: adminId, ProfileId: profiles.get(ADMINISTRATOR) });
    addPicklistTables(insert, state.settings.customization);
    addRecordTypeRows(state, adminId);
    addPermissionSets(state, state.permissionSets, insert);
    checkQueues(
        state,
        state.schema,
        state.packages.flatMap(({ queues }) => [...queues])
    );
    addQueues(state, insert);
    addTrustedSites(state, insert);
    setUpUser(state, insert, { username: ADMIN, profile: ADMINISTRATOR });
    const runAsId = runAs ? setUpUser(state, insert, runAs) : adminId;
    return { adminId, runAsId, profileId, roleId };
}

function addOrganization(state: OrgState, insert: Insert): void {
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

const ADMIN = 'admin@simulated.org';

function adminValues(state: OrgState): Row {
    return {
        ...userValues(state, ADMIN, { first: 'Integration', last: 'User' }),
        Alias: 'admin',
        CommunityNickname: 'admin'
    };
}
