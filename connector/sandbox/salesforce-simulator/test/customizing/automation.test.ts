import { test, type TestContext } from 'node:test';
import assert from 'node:assert/strict';
import { buildOrg } from '../../build-org.ts';
import type { AutomationStep } from '../../automation/steps.ts';
import { contractOrg, type Outcome, type Row } from '../contract-org.ts';

const org = await contractOrg({ customization: { queues: ['Calls'] } });
/** What automates the org for as long as a test runs. */
const automated = (t: TestContext) => {
    t.after(() => org.control('DELETE', '/automation'));
    return (more: Omit<AutomationStep, 'name' | 'object'> & Partial<AutomationStep>) =>
        org.control('POST', '/automation', { name: 'Task_Flow', object: 'Task', ...more });
};

test('a step before the save sets fields of the record, which is then checked with them', async (t) => {
    const step = automated(t);
    await step({
        when: 'before',
        condition: 'ISBLANK(Description)',
        action: {
            does: 'set',
            values: {
                Description: { formula: '"From " & Subject' },
                OwnerId: { find: { object: 'Group', field: 'DeveloperName', value: 'Calls' } },
                Status: 'Completed'
            }
        }
    });
    const id = await org.create('Task', { Subject: 'a call' });
    const [row] = await org.query(`SELECT Description, IsClosed, Owner.Name FROM Task WHERE Id = '${id}'`);
    assert.deepEqual([row?.Description, row?.IsClosed, (row?.Owner as Row).Name], ['From a call', true, 'Calls']);
    assert.equal((await org.call('PATCH', `sobjects/Task/${id}`, { Description: 'mine' })).status, 204);
    assert.equal((await org.record('Task', id)).Description, 'mine');

    await step({ when: 'before', action: { does: 'set', values: { CallType: 'Sideways' } } });
    const refusal = await org.refused(400, 'POST', 'sobjects/Task', { Subject: 'another' });
    assert.equal(refusal.errorCode, 'INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST');
});

test('a step refuses with its sentence, at its field, when its condition holds', async (t) => {
    const step = automated(t);
    await step({
        when: 'after',
        on: ['update'],
        condition: 'ISCHANGED(Subject)',
        action: { does: 'refuse', message: 'Subjects stay', field: 'Subject' }
    });
    const id = await org.create('Task', { Subject: 'a call' });
    assert.deepEqual(await org.refused(400, 'PATCH', `sobjects/Task/${id}`, { Subject: 'other' }), {
        errorCode: 'FIELD_CUSTOM_VALIDATION_EXCEPTION',
        message: 'Subjects stay',
        fields: ['Subject']
    });
    assert.equal((await org.record('Task', id)).Subject, 'a call');
});

test('a step after the save changes and makes other records, and none of it stays when one is refused', async (t) => {
    const step = automated(t);
    const lead = await org.create('Lead', { LastName: 'Roy', Company: 'Roy' });
    await step({
        when: 'after',
        action: { does: 'update', lookup: 'WhoId', object: 'Lead', values: { Rating: 'Warm' } }
    });
    await step({
        name: 'Follow_Up',
        when: 'after',
        on: ['create'],
        condition: 'Subject <> "Follow up"',
        action: {
            does: 'create',
            object: 'Task',
            values: { Subject: 'Follow up', WhoId: { field: 'WhoId' }, ActivityDate: { formula: 'ActivityDate + 7' } }
        }
    });
    const task = { Subject: 'a call', WhoId: lead, ActivityDate: '2026-03-02' };
    await org.create('Task', task);
    assert.equal((await org.record('Lead', lead)).Rating, 'Warm');
    const made = await org.query(`SELECT ActivityDate FROM Task WHERE WhoId = '${lead}' ORDER BY ActivityDate`);
    assert.deepEqual(
        made.map(({ ActivityDate }) => ActivityDate),
        ['2026-03-02', '2026-03-09']
    );

    const rule = { object: 'Lead', when: 'TRUE', message: 'Leads stay' };
    await org.control('POST', '/validation-rules', rule);
    const refusal = await org.refused(400, 'POST', 'sobjects/Task', task);
    await org.control('DELETE', '/validation-rules');
    assert.equal(refusal.errorCode, 'CANNOT_EXECUTE_FLOW_TRIGGER');
    assert.match(refusal.message, /“Task_Flow”.*FIELD_CUSTOM_VALIDATION_EXCEPTION: Leads stay/);
    assert.equal((await org.query(`SELECT Id FROM Task WHERE WhoId = '${lead}'`)).length, 2);
});

test('a step that changes its own record runs once for it, and steps that set off each other are stopped', async (t) => {
    const step = automated(t);
    await step({ when: 'after', action: { does: 'set', values: { Description: { formula: 'Description & "!"' } } } });
    const id = await org.create('Task', { Subject: 'a call', Description: 'a' });
    assert.equal((await org.record('Task', id)).Description, 'a!');

    await step({ name: 'Loop', when: 'after', action: { does: 'create', object: 'Task', values: { Subject: 'on' } } });
    const before = (await org.query('SELECT Id FROM Task')).length;
    assert.match((await org.refused(400, 'POST', 'sobjects/Task', { Subject: 'x' })).message, /maximum trigger depth/);
    assert.equal((await org.query('SELECT Id FROM Task')).length, before);
});

test('a transaction with more records than the automation bears fails whole, a smaller one does not', async (t) => {
    const step = automated(t);
    await step({ when: 'before', action: { does: 'limit', records: 3 } });
    const records = (count: number) =>
        Array.from({ length: count }, (_, index) => ({ attributes: { type: 'Task' }, Subject: `call ${index}` }));
    const save = async (count: number) =>
        (await org.call<Outcome[]>('POST', 'composite/sobjects', { records: records(count) })).body;
    const refusals = (await save(4)).map(({ errors }) => [errors[0]?.statusCode, errors[0]?.message]);
    const limit = 'Task_Flow: System.LimitException: Too many SOQL queries: 101';
    assert.deepEqual(refusals, Array(4).fill(['CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY', limit]));
    assert.ok((await save(3)).every(({ success }) => success));
    assert.ok((await save(3)).every(({ success }) => success));

    const single = (index: number) => ({
        method: 'POST',
        url: '/services/data/v68.0/sobjects/Task',
        referenceId: `r${index}`,
        body: { Subject: 'call' }
    });
    const composite = async (allOrNone: boolean) =>
        (
            await org.call('POST', 'composite', { allOrNone, compositeRequest: [0, 1, 2, 3].map(single) })
        ).body.compositeResponse.map(({ httpStatusCode }) => httpStatusCode);
    assert.deepEqual(await composite(false), [201, 201, 201, 201]);
    assert.deepEqual(await composite(true), [400, 400, 400, 400]);
});

test('the assignment rule gives leads their owner, unless the header says no (REST guide, Assignment Rule Header)', async (t) => {
    const step = automated(t);
    t.after(() => org.control('DELETE', '/assignment-rules'));
    await org.control('POST', '/assignment-rules', {
        object: 'Lead',
        name: 'Standard',
        entries: [
            { condition: 'ISPICKVAL(LeadSource, "Web")', owner: { user: 'admin@simulated.org' } },
            { owner: { queue: 'Calls' } }
        ]
    });
    const owner = async (id: string) =>
        ((await org.query(`SELECT Owner.Name FROM Lead WHERE Id = '${id}'`))[0]?.Owner as Row).Name;
    const lead = { LastName: 'Roy', Company: 'Roy' };
    const no = { 'Sforce-Auto-Assign': 'false' };
    assert.equal(await owner(await org.create('Lead', lead)), 'Calls');
    assert.equal(await owner(await org.create('Lead', { ...lead, LeadSource: 'Web' })), 'Integration User');
    const own = (await org.call('POST', 'sobjects/Lead', lead, no)).body.id;
    assert.equal(await owner(own), 'Integration User');

    await step({
        when: 'after',
        action: { does: 'update', lookup: 'WhoId', object: 'Lead', values: { Rating: 'Hot' } }
    });
    await org.call('POST', 'sobjects/Task', { Subject: 'a call', WhoId: own }, no);
    assert.equal(await owner(own), 'Integration User');
    await org.create('Task', { Subject: 'a call', WhoId: own });
    assert.equal(await owner(own), 'Calls');

    const request = { method: 'POST', url: '/services/data/v68.0/sobjects/Lead', body: lead };
    const compositeRequest = [
        { ...request, referenceId: 'around' },
        { ...request, referenceId: 'own', httpHeaders: no }
    ];
    const { body } = await org.call('POST', 'composite', { compositeRequest }, no);
    const [around, named] = body.compositeResponse.map((answer) => (answer.body as { id: string }).id);
    assert.deepEqual([await owner(String(around)), await owner(String(named))], ['Calls', 'Integration User']);

    const ui = await org.call('POST', 'ui-api/records', { apiName: 'Lead', fields: lead });
    assert.equal(await owner(ui.body.id), 'Integration User');
});

test('during maintenance everything can be read and nothing changed', async (t) => {
    t.after(() => org.control('POST', '/maintenance', { on: false }));
    const id = await org.create('Task', { Subject: 'a call' });
    await org.control('POST', '/maintenance', { on: true });
    const code = 'INSERT_UPDATE_DELETE_NOT_ALLOWED_DURING_MAINTENANCE';
    assert.equal((await org.refused(400, 'POST', 'sobjects/Task', { Subject: 'a call' })).errorCode, code);
    assert.equal((await org.refused(400, 'PATCH', `sobjects/Task/${id}`, { Subject: 'b' })).errorCode, code);
    assert.equal((await org.refused(400, 'DELETE', `sobjects/Task/${id}`)).errorCode, code);
    const record = { attributes: { type: 'Task' }, Quo_Key__c: 'call_1', Subject: 'a call' };
    const { body } = await org.call<Outcome[]>('PATCH', 'composite/sobjects/Task/Quo_Key__c', { records: [record] });
    assert.equal(body[0]?.errors[0]?.statusCode, code);
    assert.equal((await org.query('SELECT IsReadOnly FROM Organization'))[0]?.IsReadOnly, true);
    assert.equal((await org.record('Task', id)).Subject, 'a call');
});

test('automation that the org cannot carry out is refused with its name', async () => {
    const start = (more: Partial<AutomationStep>) => () => {
        const automation = [{ name: 'Flow_1', object: 'Task', when: 'after', ...more } as AutomationStep];
        buildOrg({ customization: { automation } });
    };
    const set = (values: Record<string, string>) => ({ action: { does: 'set', values } }) as const;
    assert.throws(start({ object: 'Contract', ...set({}) }), /Flow_1.*Contract/);
    assert.throws(start(set({ Mood__c: 'good' })), /Flow_1.*Mood__c/);
    assert.throws(start({ condition: 'GEOLOCATION(1, 2)', ...set({}) }), /Flow_1.*GEOLOCATION/);
    assert.throws(
        start({ when: 'before', action: { does: 'create', object: 'Task', values: {} } }),
        /Flow_1.*after a save/
    );
    const refused = await org.refused(400, 'POST', '/_control/automation', { name: 'x', object: 'Task', when: 'now' });
    assert.match(refused.message, /when/);
});
