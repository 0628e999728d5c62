import assert from 'node:assert/strict';
import test from 'node:test';
import { STANDARD_PROFILES } from 'salesforce-metadata/standard-profiles.ts';
import { ownPackage } from '../own-package.ts';
import type { Body, Described, Outcome } from '../contract-org.ts';
import { METADATA, orgWithPeople } from './org-people.ts';

/** The API-only profile grants no field of a Task that has field security; two permission sets of the repository may. */
const API_ONLY = 'Minimum Access - API Only Integrations';
const SETS = ['Quo_Integration', 'Quo_Integration_Standard'];
const own = ownPackage();
const org = await orgWithPeople({ ...own, metadata: [...own.metadata, METADATA] });
const granted = await org.integration();
/** Everything that writing a task takes, but for its fields. */
const bare = await org.person('bare', { profile: API_ONLY, permissionSets: ['Quo_Integration', 'Tasks_Only'] });
const nobody = await org.person('nobody', { profile: API_ONLY });

const TASK_FIELDS = ['ActivityDate', 'Description', 'Type', 'WhatId', 'WhoId'];
const SAMPLE: Readonly<Record<string, unknown>> = {
    ActivityDate: '2026-01-31',
    Description: 'x',
    Type: 'Call',
    WhatId: null,
    WhoId: null
};

test('field security stands where real orgs have it, and nowhere else', async () => {
    const secured = async (object: string) => {
        const { body } = await org.call('GET', `sobjects/${object}/describe`);
        return body.fields.filter(({ permissionable, custom }) => permissionable === true && custom !== true);
    };
    const names = (fields: readonly Described[]) => fields.map(({ name }) => name).sort();
    assert.deepEqual(names(await secured('Task')), TASK_FIELDS);
    assert.deepEqual(names(await secured('User')), []);
    assert.deepEqual(names(await secured('OpportunityContactRole')), []);
    const lead = names(await secured('Lead'));
    for (const open of ['Company', 'LastName', 'Status', 'OwnerId']) assert.ok(!lead.includes(open), open);
    for (const part of ['Address', 'City', 'Street', 'Phone']) assert.ok(lead.includes(part), part);
});

test('without the grant, a Task that carries such a field is refused by every API (SOAP guide, INVALID_FIELD)', async () => {
    for (const field of TASK_FIELDS) {
        const record = { Subject: 'x', [field]: SAMPLE[field] };
        assert.equal(await bare.outcome('POST', 'sobjects/Task', record), 'INVALID_FIELD', field);
        assert.equal(await bare.outcome('PATCH', `sobjects/Task/Quo_Key__c/${field}`, record), 'INVALID_FIELD', field);
        const many = { records: [{ attributes: { type: 'Task' }, Quo_Key__c: field, ...record }] };
        const collection = await bare.outcome('PATCH', 'composite/sobjects/Task/Quo_Key__c', many);
        assert.equal(collection, 'INVALID_FIELD', field);
        const soql = `query?q=${encodeURIComponent(`SELECT ${field} FROM Task`)}`;
        assert.equal(await bare.outcome('GET', soql), 'INVALID_FIELD', field);
    }
    assert.equal((await org.query('SELECT Id FROM Task')).length, 0);
    assert.equal(await bare.outcome('POST', 'sobjects/Task', { Subject: 'x', Status: 'Completed' }), '201');
});

test('a field that may be read and not changed is refused by name (SOAP guide, INVALID_FIELD_FOR_INSERT_UPDATE)', async () => {
    const reader = await org.person('reader', {
        profile: API_ONLY,
        permissionSets: ['Quo_Integration', 'Tasks_Only', 'Task_Dates_Read']
    });
    const { status, body } = await reader.call('POST', 'sobjects/Task', { ActivityDate: '2026-01-31' });
    assert.equal(status, 400);
    assert.equal(body[0]?.errorCode, 'INVALID_FIELD_FOR_INSERT_UPDATE');
    assert.match(body[0]?.message ?? '', /^Unable to create\/update fields: ActivityDate\./);
    const { body: one } = await reader.call<Outcome[]>('POST', 'composite/sobjects', {
        records: [{ attributes: { type: 'Task' }, ActivityDate: '2026-01-31' }]
    });
    assert.equal(one[0]?.errors[0]?.statusCode, 'INVALID_FIELD_FOR_INSERT_UPDATE');
});

test('with the repository’s sets on the API-only profile, a Task is written whole', async () => {
    const account = await org.create('Account', { Name: 'Acme' });
    const task = { ...SAMPLE, Subject: 'x', WhatId: account };
    assert.equal(await granted.outcome('POST', 'sobjects/Task', task), '201');
});

test('a user without a grant sees no standard object but users, groups and settings (Object Reference, object permissions)', async () => {
    for (const object of ['Account', 'Contact', 'Lead', 'Opportunity', 'OpportunityContactRole', 'Task', 'Event']) {
        assert.equal(await nobody.outcome('GET', `query?q=SELECT+Id+FROM+${object}`), 'INVALID_TYPE', object);
        assert.equal(await nobody.outcome('GET', `sobjects/${object}/describe`), 'NOT_FOUND', object);
    }
    const { body } = await nobody.call<Body>('GET', 'sobjects');
    assert.ok(!body.sobjects.some(({ name }) => name === 'Account'));
    assert.equal((await nobody.rows('SELECT Id FROM User')).length > 0, true);
});

test('reading is not writing, and writing one object is not writing another (object permissions)', async () => {
    const account = await org.create('Account', { Name: 'Acme', Website: 'https://example.com' });
    assert.ok((await granted.call('POST', 'sobjects/Account', { Name: 'x' })).status >= 400);
    assert.ok((await granted.call('PATCH', `sobjects/Account/${account}`, { Phone: '2' })).status >= 400);
    assert.ok((await granted.call('DELETE', `sobjects/Account/${account}`)).status >= 400);
    const { body } = await granted.call<Body>('GET', `sobjects/Account/${account}`);
    assert.ok('Phone' in body && !('Website' in body));
    const hidden = `query?q=${encodeURIComponent("SELECT Id FROM Account WHERE Website = 'x'")}`;
    assert.equal(await granted.outcome('GET', hidden), 'INVALID_FIELD');
});

test('an address is granted as a whole, by the name of the compound (Metadata API guide, PermissionSet)', async () => {
    const reader = await org.person('addresses', { profile: API_ONLY, permissionSets: ['Lead_Address'] });
    const lead = await org.create('Lead', { LastName: 'x', Company: 'y', City: 'Laval', Phone: '1' });
    const { body } = await reader.call<Body>('GET', `sobjects/Lead/${lead}`);
    assert.equal((body as unknown as { City: string }).City, 'Laval');
    assert.ok('Address' in body && !('Phone' in body));
});

test('limits need “View Setup and Configuration”, roles “View Roles and Role Hierarchy” (REST guide, Limits; Object Reference, UserRole)', async () => {
    assert.equal((await nobody.call('GET', 'limits')).status, 403);
    assert.equal(await nobody.outcome('GET', 'query?q=SELECT+Id+FROM+UserRole'), 'INVALID_TYPE');
    assert.equal(await nobody.outcome('GET', 'query?q=SELECT+Id+FROM+PermissionSetAssignment'), 'INVALID_TYPE');
    const rep = await org.person('rep');
    assert.equal((await rep.call('GET', 'limits')).status, 200);
    assert.ok((await rep.rows('SELECT Id FROM UserRole')).length > 0);
});

test('the org has the standard profiles by their names, and an unknown one is refused with them', async () => {
    const names = (await org.query('SELECT Name FROM Profile')).map(({ Name }) => Name);
    assert.deepEqual(names.sort(), [...STANDARD_PROFILES.keys()].sort());
    const answer = await org.call<{ message: string }[]>('POST', '/_control/sessions', {
        permissionSets: SETS,
        profile: 'minimum'
    });
    assert.match(answer.body[0]?.message ?? '', /Unknown profile: "minimum"\. There are System Administrator, /);
});
