import assert from 'node:assert/strict';
import test from 'node:test';
import jsforce from 'jsforce';
import { contractOrg, TOKEN } from '../contract-org.ts';

/** jsforce 3.10 knows nothing of a simulator: what it reads here, it reads of an org. */
const org = await contractOrg();
const connection = new jsforce.Connection({ instanceUrl: org.url, accessToken: TOKEN, version: '66.0', maxRequest: 4 });

test('jsforce signs in by the client credentials flow', async () => {
    const client = new jsforce.Connection({
        instanceUrl: org.url,
        oauth2: { loginUrl: org.url, clientId: 'sandbox', clientSecret: 'sandbox' }
    });
    const info = await client.authorize({ grant_type: 'client_credentials' });
    assert.match(info.id, /^005/);
    assert.equal((await client.identity()).username, 'admin@simulated.org');
});

test('jsforce creates, reads, changes, upserts and deletes one record', async () => {
    const accounts = connection.sobject('Account');
    const made = await accounts.create({ Name: 'Acme' });
    assert.ok(made.success);
    assert.equal((await accounts.retrieve(made.id)).Name, 'Acme');
    assert.ok((await accounts.update({ Id: made.id, Phone: '1' })).success);
    const upserted = await connection.sobject('Task').upsert({ Quo_Key__c: 'call_1', Subject: 'x' }, 'Quo_Key__c');
    assert.ok(upserted.success);
    assert.ok((await accounts.destroy(made.id)).success);
});

test('jsforce upserts collections, and tells good records from bad ones', async () => {
    const records = [{ Quo_Key__c: 'call_2' }, { Quo_Key__c: 'call_3', CallType: 'Sideways' }];
    const results = await connection.sobject('Task').upsert(records, 'Quo_Key__c', { allOrNone: false });
    assert.deepEqual(
        results.map(({ success }) => success),
        [true, false]
    );
    const [, bad] = results;
    assert.equal(
        (bad?.errors[0] as { statusCode?: string } | undefined)?.statusCode,
        'INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST'
    );
});

test('jsforce sends more than 200 records in several requests', async () => {
    const records = Array.from({ length: 450 }, (_, index) => ({ Quo_Key__c: `bulk_${index}`, Subject: 'many' }));
    const results = await connection.sobject('Task').upsert(records, 'Quo_Key__c', { allowRecursive: true });
    assert.equal(results.filter(({ success }) => success).length, 450);
});

test('jsforce reads every page of a query, and its builder’s dates and relations', async () => {
    const all = await connection.query("SELECT Id FROM Task WHERE Subject = 'many'", {
        autoFetch: true,
        maxFetch: 5_000
    });
    assert.equal(all.records.length, 450);
    await connection
        .sobject('Contact')
        .create({ LastName: 'Roy', AccountId: await org.create('Account', { Name: 'Found' }) });
    const found = await connection
        .sobject('Contact')
        .find({ 'Account.Name': { $like: 'Fou%' }, CreatedDate: { $gte: jsforce.SfDate.YESTERDAY } }, [
            'Id',
            'Account.Name'
        ])
        .limit(1);
    assert.equal(found.length, 1);
});

test('jsforce tells limits, describes, searches, and gives errors their code', async () => {
    await connection.limits();
    assert.equal(connection.limitInfo.apiUsage?.limit, 100_000);
    const described = await connection.describe('Task');
    assert.ok(described.fields.some(({ name }) => name === 'Quo_Key__c'));
    assert.ok((await connection.describeGlobal()).sobjects.some(({ name }) => name === 'Sona_Call__c'));
    assert.equal((await connection.search('FIND {Roy} RETURNING Contact(Id)')).searchRecords.length, 1);
    await assert.rejects(async () => void (await connection.query('SELECT Nope FROM Task')), {
        errorCode: 'INVALID_FIELD'
    });
    await assert.rejects(connection.sobject('Lead').create({ LastName: 'x' }), { errorCode: 'REQUIRED_FIELD_MISSING' });
});

test('jsforce loads and queries in bulk', async () => {
    const job = connection.bulk2.loadAndWaitForResults({
        object: 'Task',
        operation: 'upsert',
        externalIdFieldName: 'Quo_Key__c',
        input: [{ Quo_Key__c: 'b2_1', Subject: 'bulk' }],
        pollInterval: 10,
        pollTimeout: 5_000
    });
    assert.equal((await job).successfulResults.length, 1);
    const rows: unknown[] = [];
    const stream = await connection.bulk2.query("SELECT Id, Subject FROM Task WHERE Subject = 'bulk'", {
        pollInterval: 10,
        pollTimeout: 5_000
    });
    for await (const row of stream as unknown as AsyncIterable<unknown>) rows.push(row);
    assert.equal(rows.length, 1);
});

test('jsforce asks for a new token when the session has ended', async () => {
    let refreshed = 0;
    const session = await org.control('POST', '/sessions', {});
    const client = new jsforce.Connection({
        instanceUrl: org.url,
        accessToken: session.access_token,
        version: '66.0',
        refreshFn: (_connection, callback) => {
            refreshed += 1;
            callback(null, TOKEN);
        }
    });
    await org.control('POST', '/sessions/expire', { accessToken: session.access_token });
    await client.query('SELECT Id FROM Account');
    assert.equal(refreshed, 1);
});
