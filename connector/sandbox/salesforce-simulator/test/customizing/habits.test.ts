import { test } from 'node:test';
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Habits } from '../../habits/habits.ts';
import { optionsOf } from '../../habits/options.ts';
import { readHabits, realOrgs } from '../../habits/read-habits.ts';
import { startOrg } from '../../org.ts';
import { TOKEN, V, type Described, type Row } from '../contract-org.ts';

const FILE = fileURLToPath(new URL('../../orgs/real-orgs.json', import.meta.url));
const FORCE_APP = fileURLToPath(new URL('../../../../../force-app', import.meta.url));

/** An org with these habits, asked and written to as its administrator. */
async function orgWith(habits: Habits) {
    const org = await startOrg({ packages: [FORCE_APP], accessToken: TOKEN, ...optionsOf(habits) });
    const call = async (method: string, path: string, body?: unknown): Promise<{ status: number; body: unknown }> => {
        const answer = await fetch(`${org.url}${V}/${path}`, {
            method,
            headers: { authorization: `Bearer ${TOKEN}`, 'content-type': 'application/json' },
            ...(body === undefined ? {} : { body: JSON.stringify(body) })
        });
        return { status: answer.status, body: await answer.json() };
    };
    return {
        close: org.close,
        call,
        rows: async (soql: string): Promise<Row[]> => {
            const { status, body } = await call('GET', `query?q=${encodeURIComponent(soql)}`);
            assert.equal(status, 200, JSON.stringify(body));
            return (body as { records: Row[] }).records;
        },
        fields: async (object: string): Promise<readonly Described[]> =>
            ((await call('GET', `sobjects/${object}/describe`)).body as { fields: Described[] }).fields
    };
}

for (const habits of realOrgs()) {
    test(`${habits.org} starts with its statuses, record types, rules and fields`, async (t) => {
        const org = await orgWith(habits);
        t.after(() => org.close());
        const statuses = await org.rows('SELECT ApiName, IsClosed, IsDefault FROM TaskStatus ORDER BY SortOrder');
        for (const { value, closed = false, default: isDefault = false } of habits.TaskStatus ?? []) {
            const row = statuses.find(({ ApiName }) => ApiName === value);
            assert.deepEqual([row?.IsClosed, row?.IsDefault], [closed, isDefault], value);
        }
        const types = await org.rows('SELECT DeveloperName, SobjectType FROM RecordType');
        assert.equal(types.length, habits.recordTypes?.length ?? 0);
        const custom = (await org.fields('Task')).filter(({ name }) => name.startsWith('Activity_Field_'));
        assert.equal(custom.length, habits.activityCustomFields ?? 0);
        for (const [object, count] of Object.entries(habits.customPhoneFields ?? {})) {
            const phones = (await org.fields(object)).filter(({ name }) => /^Phone_\d+__c$/.test(name));
            assert.deepEqual([phones.length, phones.every(({ type }) => type === 'phone')], [count, true], object);
        }
        const task = await org.call('POST', 'sobjects/Task', { Subject: 'A call', ActivityDate: '2026-03-02' });
        assert.equal(task.status, 201, JSON.stringify(task.body));
        const sources = habits.LeadSource?.values;
        const source = (await org.fields('Lead')).find(({ name }) => name === 'LeadSource') as Described & {
            picklistValues: Row[];
        };
        if (sources !== undefined) assert.ok(source.picklistValues.length >= sources);
    });
}

test('the restated rules refuse as they say', async (t) => {
    const cases: readonly (readonly [string, string, Row, Row])[] = [
        ['org-01', 'Lead', { LastName: 'Élan', Phone: '5145550199' }, { LastName: 'Elan', Phone: '5145550199' }],
        ['org-04', 'Lead', { Phone: '+15145550199' }, { Phone: '5145550199' }],
        ['org-08', 'Lead', {}, { Status: 'Disqualified' }],
        ['org-25', 'Lead', {}, { Status: 'Active' }],
        ['org-32', 'Task', { ActivityDate: '2026-03-01' }, { ActivityDate: '2026-03-02' }],
        ['org-32', 'Task', { Status: 'Concluído' }, { Status: 'Não iniciado' }],
        ['org-38', 'Lead', { Country: 'Canada' }, { Country: 'Canada', LeadSource: 'Web' }],
        ['org-41', 'Lead', {}, { Street: '1 A', City: 'B', PostalCode: 'C', Country: 'D' }],
        ['org-53', 'Lead', {}, { Rule_Note__c: 'known' }],
        ['org-63', 'Lead', {}, { FirstName: 'Ann' }],
        ['org-68', 'Lead', {}, { Email: 'ann@example.org' }]
    ];
    for (const [name, object, broken, kept] of cases) {
        const org = await orgWith(readHabits(`${FILE}#${name}`));
        t.after(() => org.close());
        const needed = object === 'Lead' ? { LastName: 'Roy', Company: 'Roy' } : { Subject: 'A call' };
        const refused = await org.call('POST', `sobjects/${object}`, { ...needed, ...broken });
        assert.equal((refused.body as Row[])[0]?.errorCode, 'FIELD_CUSTOM_VALIDATION_EXCEPTION', name);
        const saved = await org.call('POST', `sobjects/${object}`, { ...needed, ...kept });
        assert.equal(saved.status, 201, `${name}: ${JSON.stringify(saved.body)}`);
    }
});

test('flows set what they are said to set, and change and make what they are said to', async (t) => {
    const org = await orgWith(readHabits(`${FILE}#org-01`));
    t.after(() => org.close());
    const lead = await org.call('POST', 'sobjects/Lead', { LastName: 'Roy', Company: 'Roy' });
    const { id } = lead.body as { id: string };
    await org.call('POST', 'sobjects/Task', { Subject: 'A call', WhoId: id });
    const tasks = await org.rows(`SELECT Subject, Status, Owner.Name FROM Task WHERE WhoId = '${id}' ORDER BY Subject`);
    assert.deepEqual(
        tasks.map(({ Subject, Status, Owner }) => [Subject, Status, (Owner as Row).Name]),
        [
            ['A call', 'Completed', 'Automation'],
            ['Follow up', 'Completed', 'Automation']
        ]
    );
    const [changed] = await org.rows(`SELECT Rating, Owner.Name FROM Lead WHERE Id = '${id}'`);
    assert.deepEqual([changed?.Rating, (changed?.Owner as Row).Name], ['Warm', 'Automation']);
});

test('a file says what is wrong with it, and which orgs it holds', (t) => {
    const folder = mkdtempSync(join(tmpdir(), 'habits-'));
    t.after(() => rmSync(folder, { recursive: true }));
    const file = join(folder, 'org.json');
    const write = (habits: unknown): void => writeFileSync(file, JSON.stringify(habits));
    write({ org: 'mine', TaskStatus: [{ value: 'Open', default: true }] });
    assert.equal(readHabits(file).org, 'mine');
    write({ org: 'mine', Taskstatus: [] });
    assert.throws(() => readHabits(file), /org\.json does not hold an org's habits:.*Taskstatus/s);
    assert.throws(() => readHabits(FILE), /Which org of .*#NAME: org-01, org-02/);
    assert.throws(() => readHabits(`${FILE}#org-99`), /Which org/);
    const rule = { object: 'Lead' as const, needs: 'a blood type' };
    assert.throws(() => optionsOf({ org: 'x', rulesThatRefuseCallLoggers: [rule] }), /a blood type/);
});
