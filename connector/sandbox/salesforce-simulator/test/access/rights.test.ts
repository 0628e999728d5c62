import assert from 'node:assert/strict';
import test from 'node:test';
import { contractOrg, type Body, type Refusal } from '../contract-org.ts';

const org = await contractOrg();
const sets = (await org.control('GET', '/permission-sets')) as unknown as { name: string }[];
const without = await org.control('POST', '/sessions', { permissionSets: [] });
const as = <Shape = Refusal[]>(session: Body, method: string, path: string, body?: unknown) =>
    org.call<Shape>(method, path, body, { authorization: `Bearer ${session.access_token}` });

test('the package’s permission sets are known', () => {
    assert.ok(sets.length > 0);
});

test('without a permission set, custom fields and objects do not exist (Object Reference, field-level security)', async () => {
    const { body } = await as<Body>(without, 'GET', 'sobjects/Task/describe');
    assert.ok(!body.fields.some(({ name }) => name === 'Quo_Key__c'));
    const answers = [
        await as(without, 'GET', 'query?q=SELECT+Quo_Key__c+FROM+Task'),
        await as(without, 'POST', 'sobjects/Task', { Quo_Key__c: 'x' }),
        await as(without, 'GET', 'query?q=SELECT+Id+FROM+Sona_Call__c'),
        await as(without, 'GET', 'sobjects/Sona_Call__c/describe')
    ];
    assert.deepEqual(
        answers.map((answer) => answer.body[0]?.errorCode),
        ['INVALID_FIELD', 'INVALID_FIELD', 'INVALID_TYPE', 'NOT_FOUND']
    );
    const task = await org.create('Task', { Quo_Key__c: 'hidden' });
    const read = await as<Body>(without, 'GET', `sobjects/Task/${task}`);
    assert.ok(!('Quo_Key__c' in read.body) && 'Subject' in read.body);
});

test('with every permission set of the package, its fields can be read', async () => {
    const session = await org.control('POST', '/sessions', { permissionSets: sets.map(({ name }) => name) });
    const answer = await as<Body>(session, 'GET', 'query?q=SELECT+Quo_Key__c,Quo_Outcome__c+FROM+Task');
    assert.equal(answer.status, 200, JSON.stringify(answer.body));
});

test('rights can be switched for every session, and back', async () => {
    await org.control('POST', '/permission-sets', { names: [] });
    assert.equal((await org.call('GET', 'query?q=SELECT+Quo_Key__c+FROM+Task')).status, 400);
    await org.control('POST', '/permission-sets', { names: null });
    assert.equal((await org.call('GET', 'query?q=SELECT+Quo_Key__c+FROM+Task')).status, 200);
});
