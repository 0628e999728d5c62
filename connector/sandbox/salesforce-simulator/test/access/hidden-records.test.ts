import assert from 'node:assert/strict';
import test from 'node:test';
import type { Body, Outcome, SubAnswer } from '../contract-org.ts';
import { orgWithPeople } from './org-people.ts';

/** A record that somebody cannot see is found, changed and deleted by no API (Salesforce Help, Sharing Settings). */
const org = await orgWithPeople({
    sharing: { Account: 'Private', Contact: 'Private', Lead: 'Private', Opportunity: 'Private' }
});
const rep = await org.person('rep', { permissionSets: ['Quo_Integration'] });
const acme = await org.create('Account', { Name: 'Acme', Phone: '514 555 0100' });
const jean = await org.create('Contact', { LastName: 'Tremblay', AccountId: acme, Phone: '514 555 0101' });
const task = await org.create('Task', { Subject: 'Secret', WhoId: jean, Quo_Key__c: 'call_1' });
const deal = await org.create('Opportunity', { Name: 'Roof', StageName: 'Prospecting', CloseDate: '2026-01-31' });
await org.create('OpportunityContactRole', { OpportunityId: deal, ContactId: jean });
const NO_ACCESS = 'INSUFFICIENT_ACCESS_ON_CROSS_REFERENCE_ENTITY';
const q = (soql: string): string => `query?q=${encodeURIComponent(soql)}`;

test('REST rows, by id and by external id', async () => {
    for (const path of [
        `sobjects/Contact/${jean}`,
        `sobjects/Task/Quo_Key__c/call_1`,
        `sobjects/Account/${acme}/Contacts`,
        `sobjects/Task/${task}/Who`
    ])
        assert.equal((await rep.call('GET', path)).status, 404, path);
    assert.equal(await rep.outcome('PATCH', `sobjects/Contact/${jean}`, { Phone: '1' }), 'NOT_FOUND');
    assert.equal(await rep.outcome('DELETE', `sobjects/Contact/${jean}`), 'NOT_FOUND');
    assert.equal(await rep.outcome('DELETE', 'sobjects/Task/Quo_Key__c/call_1'), 'NOT_FOUND');
});

test('an upsert by the key of a record that cannot be seen is refused: neither changed nor made twice', async () => {
    assert.equal(await rep.outcome('PATCH', 'sobjects/Task/Quo_Key__c/call_1', { Subject: 'x' }), NO_ACCESS);
    const records = [{ attributes: { type: 'Task' }, Quo_Key__c: 'call_1', Subject: 'x' }];
    const many = await rep.call<Outcome[]>('PATCH', 'composite/sobjects/Task/Quo_Key__c', { records });
    assert.equal(many.body[0]?.errors[0]?.statusCode, NO_ACCESS);
    assert.deepEqual(
        (await org.query('SELECT Subject FROM Task')).map(({ Subject }) => Subject),
        ['Secret']
    );
});

test('SOQL: rows, counts, children, semi-joins, the fields of parents and conditions on them', async () => {
    for (const object of ['Account', 'Contact', 'Task', 'Opportunity', 'OpportunityContactRole'])
        assert.deepEqual(await rep.rows(`SELECT Id FROM ${object}`), [], object);
    const { body } = await rep.call<Body>('GET', q('SELECT COUNT() FROM Contact'));
    assert.equal(body.totalSize, 0);
    const [counted] = await rep.rows('SELECT COUNT(Id) total FROM Contact');
    assert.equal(counted?.total, 0);
    const child = await org.create('Account', { Name: 'Child', ParentId: acme, OwnerId: rep.id });
    const [found] = await rep.rows('SELECT ParentId, Parent.Name FROM Account');
    assert.deepEqual([found?.ParentId, found?.Parent], [acme, null]);
    assert.deepEqual(await rep.rows("SELECT Id FROM Account WHERE Parent.Name = 'Acme'"), []);
    assert.equal((await org.query("SELECT Id FROM Account WHERE Parent.Name = 'Acme'")).length, 1);
    assert.deepEqual(await rep.rows('SELECT Id FROM Account WHERE Id IN (SELECT AccountId FROM Contact)'), []);
    await org.call('DELETE', `sobjects/Account/${child}`);
});

test('a name behind a reference that may be to several objects', async () => {
    const own = await org.create('Task', { Subject: 'Own', WhoId: jean, OwnerId: rep.id });
    const [found] = await rep.rows(`SELECT Who.Name, Who.Phone FROM Task WHERE Id = '${own}'`);
    assert.equal(found?.Who, null);
    const [typed] = await rep.rows(`SELECT TYPEOF Who WHEN Contact THEN LastName END FROM Task WHERE Id = '${own}'`);
    assert.equal(typed?.Who, null);
    assert.deepEqual(await rep.rows("SELECT Id FROM Task WHERE Who.Name = 'Tremblay'"), []);
    await org.call('DELETE', `sobjects/Task/${own}`);
});

test('SOSL and parameterized search', async () => {
    const sosl = encodeURIComponent('FIND {Tremblay} IN ALL FIELDS RETURNING Contact(Id), Task(Id)');
    const found = await rep.call<{ searchRecords: [] }>('GET', `search?q=${sosl}`);
    assert.deepEqual(found.body.searchRecords, []);
    const body = { q: 'Tremblay', sobjects: [{ name: 'Contact' }], fields: ['Id'] };
    const parameterized = await rep.call<{ searchRecords: [] }>('POST', 'parameterizedSearch', body);
    assert.deepEqual(parameterized.body.searchRecords, []);
});

test('collections: read as null, refused one by one', async () => {
    const many = await rep.call<unknown[]>('GET', `composite/sobjects/Contact?ids=${jean}&fields=Id`);
    assert.deepEqual(many.body, [null]);
    const records = [{ attributes: { type: 'Contact' }, Id: jean, Phone: '1' }];
    const changed = await rep.call<Outcome[]>('PATCH', 'composite/sobjects', { records });
    assert.equal(changed.body[0]?.errors[0]?.statusCode, NO_ACCESS);
    const gone = await rep.call<Outcome[]>('DELETE', `composite/sobjects?ids=${jean}`);
    assert.equal(gone.body[0]?.errors[0]?.statusCode, NO_ACCESS);
});

test('composite, batch and graph answer as their parts do alone', async () => {
    const url = `/services/data/v68.0/sobjects/Contact/${jean}`;
    const composite = await rep.call<{ compositeResponse: SubAnswer[] }>('POST', 'composite', {
        compositeRequest: [{ method: 'GET', url, referenceId: 'one' }]
    });
    assert.equal(composite.body.compositeResponse[0]?.httpStatusCode, 404);
    const batch = await rep.call<{ results: { statusCode: number }[] }>('POST', 'composite/batch', {
        batchRequests: [{ method: 'GET', url: url.replace('/services/data/', '') }]
    });
    assert.equal(batch.body.results[0]?.statusCode, 404);
    const tree = { records: [{ attributes: { type: 'Task', referenceId: 'a' }, Subject: 'x', WhoId: jean }] };
    assert.equal((await rep.call('POST', 'composite/tree/Task', tree)).status, 400);
});

test('Bulk: a query finds nothing, an update fails its row, and jobs are their creator’s', async () => {
    const bulkQuery = await rep.call<Body>('POST', 'jobs/query', {
        operation: 'query',
        query: 'SELECT Id FROM Contact'
    });
    const rows = await rep.call<string>('GET', `jobs/query/${bulkQuery.body.id}/results`);
    assert.equal(rows.body.trim().split('\n').length, 1);
    const job = await rep.call<Body>('POST', 'jobs/ingest', { operation: 'update', object: 'Contact' });
    const put = await fetch(`${org.url}/services/data/v68.0/jobs/ingest/${job.body.id}/batches`, {
        method: 'PUT',
        headers: { authorization: rep.authorization(), 'content-type': 'text/csv' },
        body: `Id,Phone\n${jean},1\n`
    });
    assert.equal(put.status, 201);
    await rep.call('PATCH', `jobs/ingest/${job.body.id}`, { state: 'UploadComplete' });
    const failed = await rep.call<string>('GET', `jobs/ingest/${job.body.id}/failedResults`);
    assert.match(failed.body, new RegExp(NO_ACCESS));
    const other = await org.person('other');
    assert.equal((await other.call('GET', `jobs/query/${bulkQuery.body.id}/results`)).status, 404);
    assert.deepEqual((await other.call<Body>('GET', 'jobs/query')).body.records, []);
    assert.equal((await org.record('Contact', jean)).Phone, '514 555 0101');
});

test('the UI API and GraphQL', async () => {
    assert.equal((await rep.call('GET', `ui-api/records/${jean}?fields=Contact.LastName`)).status, 404);
    const fields = { Phone: '1' };
    assert.equal((await rep.call('PATCH', `ui-api/records/${jean}`, { fields })).status, 404);
    assert.equal((await rep.call('DELETE', `ui-api/records/${jean}`)).status, 404);
    const query = '{ uiapi { query { Contact { edges { node { Id } } totalCount } } } }';
    const { body } = await rep.call<{ data: { uiapi: { query: { Contact: unknown } } } }>('POST', 'graphql', { query });
    assert.deepEqual(body.data.uiapi.query.Contact, { edges: [], totalCount: 0 });
});

test('what was changed and deleted lately is told of records that can be seen', async () => {
    const gone = await org.create('Contact', { LastName: 'Gone', AccountId: acme });
    await org.call('DELETE', `sobjects/Contact/${gone}`);
    const range = `start=${encodeURIComponent(new Date(Date.now() - 3_600_000).toISOString())}&end=${encodeURIComponent(new Date(Date.now() + 60_000).toISOString())}`;
    assert.deepEqual((await rep.call<{ ids: [] }>('GET', `sobjects/Contact/updated?${range}`)).body.ids, []);
    const deleted = await rep.call<{ deletedRecords: [] }>('GET', `sobjects/Contact/deleted?${range}`);
    assert.deepEqual(deleted.body.deletedRecords, []);
    const info = await rep.call<{ recentItems: [] }>('GET', 'sobjects/Contact');
    assert.deepEqual(info.body.recentItems, []);
});
