import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { ownPackage } from 'salesforce-simulator/test/own-package.ts';
import type { OrgOptions } from 'salesforce-simulator/org.ts';
import type { OrgWishes } from '../../../src/contracts/org-administration.ts';
import { checkOrg } from '../../../src/salesforce/checks/check-org.ts';
import { record, simulatedOrg } from './simulated-org.ts';

const WISHES: OrgWishes = { sona: true, leads: true, related: ['Opportunity'], phoneFields: {} };
const REP = { LastName: 'Roy', Username: 'roy@example.com', Email: 'roy@example.com', Alias: 'roy' };
const { username, profile, permissionSets } = ownPackage().runAs;
const ROLELESS = { username, profile, permissionSets };

/** What the check list says with a rep whose tasks are tried, and how many Tasks the org has after. */
async function checked(options: OrgOptions = {}, people: readonly ReturnType<typeof record>[] = []) {
    const world = await simulatedOrg(options);
    await world.seed([record('User', 'rep', REP), ...people]);
    const rep = (await world.records('User')).find(({ Username }) => Username === REP.Username);
    const owners = [{ id: String(rep?.['Id']), name: 'Roy' }];
    const list = await checkOrg(world.session, world.settings, { ...WISHES, trial: { owners, date: '2026-11-30' } });
    return { wrong: list.filter(({ state }) => state !== 'ok'), list, tasks: await world.records('Task') };
}

test('a task of everybody who will own one is tried, and nothing of it stays', async () => {
    const { wrong, list, tasks } = await checked();
    assert.deepEqual(wrong, []);
    assert.deepEqual(list.at(-1), { id: 'activity', state: 'ok', seen: 'Roy' });
    assert.deepEqual(tasks, []);
});

for (const [Activity, code] of [
    ['Private', 'SF-SHARING-PRIVATE'],
    ['ControlledByParent', 'SF-SHARING-PARENT']
] as const)
    test(`an integration user that stands above nobody is told so before anything is logged (${Activity})`, async () => {
        const { wrong, tasks } = await checked({ runAs: ROLELESS, sharing: { Activity } });
        assert.deepEqual(wrong, [{ id: 'activity', state: 'failed', note: { code, seen: 'Roy' } }]);
        assert.deepEqual(tasks, []);
    });

test('a rule of the org that refuses activities is told with its sentence', async () => {
    const rule = { object: 'Task', formula: 'ISPICKVAL(Status, "Completed")', message: 'Closed by people only.' };
    const { wrong } = await checked({ customization: { validationRules: [{ name: 'No_Robots', ...rule }] } });
    assert.equal(wrong.length, 1);
    assert.equal(wrong[0]?.note?.code, 'SF-VALIDATION-RULE');
    assert.match(String(wrong[0]?.note?.seen), /Roy: .*Closed by people only\./);
});

for (const [whom, people] of [
    ['a contact', [record('Contact', 'marie', { LastName: 'Gagnon' })]],
    ['nobody, where the org shows no contact', []]
] as const)
    test(`a rule about tasks with a person is told where one about ${whom} is tried, which leaves nothing behind`, async () => {
        const rule = { object: 'Task', formula: 'NOT(ISBLANK(WhoId))', message: 'People are called by people.' };
        const { wrong, tasks } = await checked(
            { customization: { validationRules: [{ name: 'No_Robots', ...rule }] } },
            people
        );
        const seen = wrong.map(({ note }) => String(note?.seen));
        assert.equal(seen.length, people.length);
        for (const one of seen) assert.match(one, /^Roy, Contact 003\w+: .*People are called by people\./);
        assert.deepEqual(tasks, []);
    });

test('a standard field that security hides wants a grant, whatever is installed', async () => {
    const others = fileURLToPath(new URL('../../../sandbox/salesforce-simulator/test/metadata', import.meta.url));
    const own = ownPackage();
    const runAs = { ...own.runAs, permissionSets: ['Quo_Integration', 'Tasks_Only'] };
    const world = await simulatedOrg({ ...own, metadata: [...own.metadata, others], runAs });
    const list = await checkOrg(world.session, world.settings, WISHES);
    const codes = new Map(list.map(({ id, note }) => [id, note?.code]));
    assert.equal(codes.get('field Task.ActivityDate'), 'SF-STANDARD-FIELD');
    assert.ok(!list.some(({ note }) => note?.code.startsWith('SF-PACKAGE')));
});
