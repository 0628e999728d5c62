import assert from 'node:assert/strict';
import test from 'node:test';
import { fileURLToPath } from 'node:url';
import { contractOrg, type Body, type Refusal } from './contract-org.ts';

/** What a "Minimum Access - API Only Integrations" user may do: nothing but what permission sets grant. */
const metadata = [fileURLToPath(new URL('../../../../unpackaged', import.meta.url))];
const org = await contractOrg({ metadata });
const session = (permissionSets: readonly string[]) =>
    org.control('POST', '/sessions', { permissionSets, profile: 'minimum' });
const nobody = await session([]);
const standard = await session(['Quo_Integration_Standard']);
const as = <Shape = Refusal[]>(who: Body, method: string, path: string, body?: unknown) =>
    org.call<Shape>(method, path, body, { authorization: `Bearer ${who.access_token}` });
const ask = (who: Body, soql: string) => as(who, 'GET', `query?q=${encodeURIComponent(soql)}`);
const account = await org.create('Account', { Name: 'Acme', Phone: '1', Website: 'https://example.com' });

test('without a grant a standard object does not exist (Object Reference, object permissions)', async () => {
    for (const object of ['Account', 'Contact', 'Lead', 'Opportunity', 'OpportunityContactRole', 'Task', 'Event']) {
        const { status, body } = await ask(nobody, `SELECT Id FROM ${object}`);
        assert.deepEqual([status, body[0]?.errorCode], [400, 'INVALID_TYPE'], object);
        assert.equal((await as(nobody, 'GET', `sobjects/${object}/describe`)).status, 404, object);
    }
    const { body } = await as<Body>(nobody, 'GET', 'sobjects');
    assert.ok(!body.sobjects.some(({ name }) => name === 'Account'));
    assert.equal((await ask(nobody, 'SELECT Id FROM User')).status, 200);
});

test('an object that is granted shows the fields that are always there, and those granted (field-level security)', async () => {
    const { body } = await as<Body>(standard, 'GET', `sobjects/Account/${account}`);
    assert.equal(body.Name, 'Acme');
    assert.equal(body.Phone, '1');
    assert.ok(!('Website' in body));
    assert.equal((await ask(standard, 'SELECT Website FROM Account')).body[0]?.errorCode, 'INVALID_FIELD');
    const hidden = await ask(standard, "SELECT Id FROM Account WHERE Website = 'x'");
    assert.equal(hidden.body[0]?.errorCode, 'INVALID_FIELD');
});

test('reading is not writing, and writing one object is not writing another (object permissions)', async () => {
    const refusals = [
        await as(standard, 'POST', 'sobjects/Account', { Name: 'x' }),
        await as(standard, 'PATCH', `sobjects/Account/${account}`, { Phone: '2' }),
        await as(standard, 'DELETE', `sobjects/Account/${account}`),
        await as(standard, 'POST', 'sobjects/Lead', { LastName: 'x', Company: 'y', Rating: 'Hot' })
    ];
    assert.deepEqual(
        refusals.map(({ status }) => status),
        [400, 400, 400, 400]
    );
    const made = await as(standard, 'POST', 'sobjects/Lead', { LastName: 'x', Company: 'y', Phone: '1' });
    assert.equal(made.status, 201);
    const task = { Subject: 'x', Status: 'Completed', CallType: 'Inbound', Description: 'y', WhatId: account };
    assert.equal((await as(standard, 'POST', 'sobjects/Task', task)).status, 201);
});

test('a lookup behind closed doors cannot be followed (field-level security)', async () => {
    const { status, body } = await ask(standard, 'SELECT Campaign.Name FROM Opportunity');
    assert.deepEqual([status, body[0]?.errorCode], [400, 'INVALID_FIELD']);
    assert.equal((await ask(standard, 'SELECT Account.Name FROM Opportunity')).status, 200);
    assert.equal(
        (await ask(standard, 'SELECT Opportunity.Name, Contact.Name FROM OpportunityContactRole')).status,
        200
    );
});

test('limits need "View Setup and Configuration" (REST guide, Limits)', async () => {
    assert.equal((await as(nobody, 'GET', 'limits')).status, 403);
    assert.equal((await as(standard, 'GET', 'limits')).status, 200);
});

test('GraphQL and the UI API hide the same (GraphQL guide, Objects and Fields)', async () => {
    const query = '{uiapi{query{Account{edges{node{Id Website{value}}}}}}}';
    const { body } = await as<{ errors: unknown[] }>(standard, 'POST', 'graphql', { query });
    assert.equal(body.errors.length, 1);
    const read = await as(standard, 'GET', `ui-api/records/${account}?fields=Account.Website`);
    assert.equal(read.body[0]?.errorCode, 'INVALID_FIELD');
    assert.equal((await as(nobody, 'GET', `ui-api/records/${account}?fields=Account.Name`)).status, 404);
});
