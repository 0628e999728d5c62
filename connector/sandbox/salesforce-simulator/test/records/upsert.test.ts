import assert from 'node:assert/strict';
import test from 'node:test';
import { contractOrg, V } from '../contract-org.ts';

const org = await contractOrg();
const key = 'sobjects/Task/Quo_Key__c';

test('an upsert creates, then updates (REST guide, Insert or Update with an External ID)', async () => {
    const created = await org.call('PATCH', `${key}/call_1`, { Subject: 'first' });
    assert.equal(created.status, 201);
    assert.deepEqual(created.body, { id: created.body.id, success: true, errors: [], created: true });
    const updated = await org.call('PATCH', `${key}/call_1`, { Subject: 'second' });
    assert.deepEqual([updated.status, updated.body], [200, { ...created.body, created: false }]);
    const read = await org.call('GET', `${key}/call_1`);
    assert.deepEqual([read.body.Subject, read.body.Quo_Key__c], ['second', 'call_1']);
});

test('before API 46.0 an update by external id has no body (REST guide, version history)', async () => {
    await org.create('Task', { Quo_Key__c: 'call_old' });
    const answer = await org.call('PATCH', `/services/data/v45.0/${key}/call_old`, { Subject: 'x' });
    assert.deepEqual([answer.status, answer.body], [204, '']);
});

test('the key itself may not stand in the body', async () => {
    const error = await org.refused(400, 'PATCH', `${key}/call_2`, { Quo_Key__c: 'call_2' });
    assert.deepEqual(error, {
        errorCode: 'INVALID_FIELD',
        message: 'The Quo_Key__c field should not be specified in the sobject data.'
    });
});

test('updateOnly never creates (REST guide, updateOnly parameter)', async () => {
    await org.refused(404, 'PATCH', `${key}/call_nowhere?updateOnly=true`, { Subject: 'x' });
    assert.equal((await org.query("SELECT Id FROM Task WHERE Quo_Key__c = 'call_nowhere'")).length, 0);
});

test('a field that is no external id is not found', async () => {
    const error = await org.refused(404, 'PATCH', 'sobjects/Task/Subject/x', {});
    assert.equal(error.message, 'Provided external ID field does not exist or is not accessible: Subject');
});

test('an id that several records share answers 300 with their addresses, and writes nothing (REST guide, 300)', async () => {
    const ids = [
        await org.create('Lead', { LastName: 'a', Company: 'c' }),
        await org.create('Lead', { LastName: 'b', Company: 'c' })
    ];
    for (const id of ids) await org.call('PATCH', `sobjects/Lead/${id}`, { Email: 'shared@example.com' });
    const answer = await org.call<string[]>('PATCH', 'sobjects/Lead/Email/shared@example.com', { LastName: 'changed' });
    assert.equal(answer.status, 300);
    assert.deepEqual(answer.body.sort(), ids.map((id) => `${V}/sobjects/Lead/${id}`).sort());
});

test('a key is decoded from the address', async () => {
    await org.call('PATCH', `${key}/${encodeURIComponent('call 3/ü')}`, { Subject: 'encoded' });
    const [task] = await org.query("SELECT Quo_Key__c FROM Task WHERE Subject = 'encoded'");
    assert.equal(task?.Quo_Key__c, 'call 3/ü');
});

test('a parent can be named by its own external id (REST guide, relationships in upserts)', async () => {
    const { body: sona } = await org.call('PATCH', 'sobjects/Sona_Call__c/Quo_Call_Id__c/AC1', {});
    const answer = await org.call('PATCH', 'sobjects/Sona_Answer__c/Quo_Answer_Key__c/AC1_1', {
        Sona_Call__r: { Quo_Call_Id__c: 'AC1' },
        Question__c: 'q',
        Answer__c: 'a'
    });
    assert.equal(answer.status, 201, JSON.stringify(answer.body));
    assert.equal((await org.record('Sona_Answer__c', answer.body.id)).Sona_Call__c, sona.id);
    const error = await org.refused(400, 'PATCH', 'sobjects/Sona_Answer__c/Quo_Answer_Key__c/AC1_2', {
        Sona_Call__r: { Quo_Call_Id__c: 'AC_none' }
    });
    assert.match(
        error.message,
        /^Foreign key external ID: ac_none not found for field Quo_Call_Id__c in entity Sona_Call__c$/
    );
});
