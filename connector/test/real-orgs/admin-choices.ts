import assert from 'node:assert/strict';
import type { Preferences } from '../../src/domain/preferences/preferences.ts';
import type { FieldDefault } from '../../src/domain/records/field-defaults.ts';
import { readFieldChoices } from '../../src/salesforce/field-choices.ts';
import type { DayConnection } from './day-connection.ts';
import type { OrgOfHabits } from './org-of-habits.ts';

/** What an admin does where the org refuses what is written by default: in the console, and in the org. */
export interface AdminChoices {
    readonly preferences?: Partial<Preferences>;
    /** The integration user becomes a member of the queue that automation gives tasks to. */
    readonly joinsQueue?: true;
    /** The integration user is exempt from the rule that activities are on weekdays. */
    readonly isExemptFromWeekdays?: true;
}

const lead = (fields: Readonly<Record<string, string>>): Partial<Preferences> => ({
    leadFields: Object.entries(fields).map(([field, value]) => ({ field, value }))
});
const status = (value: string): Partial<Preferences> => ({ taskFields: [{ field: 'Status', value }] });

/** By org. Those that are not named are written as they are. */
export const CHOICES: Readonly<Record<string, AdminChoices>> = {
    'org-01': {
        preferences: { leadPhoneFormat: 'digits', ...lead({ LastName: 'Unknown caller' }) },
        joinsQueue: true
    },
    'org-04': { preferences: { leadPhoneFormat: 'digits' } },
    'org-08': { preferences: lead({ Rule_Note__c: 'Quo' }) },
    'org-18': { preferences: { leadSource: 'Web', ...lead({ FirstName: 'Unknown', RecordTypeId: 'RT1' }) } },
    'org-25': { preferences: lead({ Status: 'Active' }) },
    'org-32': { preferences: status('Não iniciado') },
    'org-37': { joinsQueue: true },
    'org-38': { preferences: { leadSource: 'Web', ...lead({ Country: 'Canada' }) } },
    'org-41': { preferences: lead({ Street: '-', City: '-', PostalCode: '-', Country: '-' }) },
    'org-46': { preferences: { leadPhoneFormat: 'digits', defaultRegion: 'PT' } },
    'org-47': { joinsQueue: true },
    'org-52': { preferences: status('Completa') },
    'org-53': { preferences: lead({ Country: 'Canada' }) },
    'org-63': { preferences: lead({ FirstName: 'Unknown' }) },
    'org-68': { preferences: lead({ Email: 'unknown@example.org' }), joinsQueue: true },
    'org-69': { preferences: lead({ FirstName: 'Unknown' }) }
};

/** On a Saturday, a rule about weekdays stands beside everything else: no value that is true satisfies it. */
export function saturdayChoices(org: string): AdminChoices {
    return { ...CHOICES[org], isExemptFromWeekdays: true };
}

const INTEGRATION_USER = 'integration@simulated.org';

export async function choose(
    { preferences = {}, joinsQueue, isExemptFromWeekdays }: AdminChoices,
    org: OrgOfHabits,
    connection: DayConnection
): Promise<void> {
    if (joinsQueue === true) await joinQueue(org);
    if (isExemptFromWeekdays === true) await exempt(org);
    const { taskFields = [], leadFields = [] } = preferences;
    const chosen = { ...connection.preferences, ...preferences };
    // Whoever chooses a value for a field lets the integration user write it, which the package's sets alone do not.
    const isCustom = leadFields.some(({ field }) => field.endsWith('__c'));
    const profile = isCustom ? 'System Administrator' : 'Standard User';
    if (leadFields.length > 0) await org.control('POST', '/permission-sets', { names: OUR_SETS, profile });
    connection.preferences = {
        ...chosen,
        taskFields: await offered(connection, 'Task', taskFields),
        leadFields: await offered(connection, 'Lead', leadFields)
    };
}

const OUR_SETS = ['Quo_Integration', 'Quo_Integration_Standard'];

/** As the console saves them: the values that stand behind the words of the org's lists. */
async function offered(
    { session }: DayConnection,
    object: 'Task' | 'Lead',
    rows: readonly FieldDefault[]
): Promise<readonly FieldDefault[]> {
    if (rows.length === 0) return [];
    const { fillable } = await readFieldChoices(session, {});
    return rows.map((row) => {
        const field = fillable[object].find((one) => one.name === row.field);
        assert.ok(field, `${row.field} is offered`);
        return { ...row, value: field.shape.values?.find(({ label }) => label === row.value)?.value ?? row.value };
    });
}

async function joinQueue(org: OrgOfHabits): Promise<void> {
    const [queue] = (await org.records('Group')).filter(({ DeveloperName: name }) => name === 'Automation');
    const [user] = (await org.records('User')).filter(({ Username: name }) => name === INTEGRATION_USER);
    await org.asAdmin('POST', '/sobjects/GroupMember', { GroupId: queue?.['Id'], UserOrGroupId: user?.['Id'] });
}

/** Its admins leave the integration user out of the rule. */
async function exempt(org: OrgOfHabits): Promise<void> {
    await org.control('DELETE', '/validation-rules');
    const others = `$User.Username <> "${INTEGRATION_USER}"`;
    const when = `AND(${others}, OR(WEEKDAY(ActivityDate) = 1, WEEKDAY(ActivityDate) = 7))`;
    await org.control('POST', '/validation-rules', { name: 'Weekdays', object: 'Task', when, message: 'Weekdays' });
}
