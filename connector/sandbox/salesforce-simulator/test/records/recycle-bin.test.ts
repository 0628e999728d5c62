import assert from 'node:assert/strict';
import test from 'node:test';
import { contractOrg, type Row } from '../contract-org.ts';

let now = Date.parse('2026-01-31T12:00:00Z');
const org = await contractOrg({ clock: () => now });
const all = async (type: string, fields: string, id: string): Promise<Row | undefined> =>
    (await org.query(`SELECT ${fields} FROM ${type} WHERE Id = '${id}'`, 'queryAll'))[0];
const isSeen = async (type: string, id: string): Promise<boolean> =>
    (await org.query(`SELECT Id FROM ${type} WHERE Id = '${id}'`)).length === 1;

test('a deleted record leaves query and stays in queryAll, changed at its deletion (REST guide, QueryAll)', async () => {
    const id = await org.create('Contact', { LastName: 'Roy' });
    now += 60_000;
    await org.call('DELETE', `sobjects/Contact/${id}`);
    assert.equal(await isSeen('Contact', id), false);
    const row = await all('Contact', 'IsDeleted, MasterRecordId, SystemModstamp', id);
    assert.deepEqual(
        [row?.IsDeleted, row?.MasterRecordId, row?.SystemModstamp],
        [true, null, '2026-01-31T12:01:00.000+0000']
    );
    const answers = [
        await org.refused(404, 'GET', `sobjects/Contact/${id}`),
        await org.refused(404, 'PATCH', `sobjects/Contact/${id}`, { Title: 'x' }),
        await org.refused(404, 'DELETE', `sobjects/Contact/${id}`)
    ];
    assert.deepEqual(
        answers.map(({ errorCode, message }) => [errorCode, message]),
        Array.from({ length: 3 }, () => ['ENTITY_IS_DELETED', 'entity is deleted'])
    );
});

test('queryAll filters by IsDeleted, counts, and sees deleted parents and children (SOQL reference, queryAll)', async () => {
    const account = await org.create('Account', { Name: 'Gone' });
    const contact = await org.create('Contact', { LastName: 'Gone too', AccountId: account });
    await org.call('DELETE', `sobjects/Account/${account}`);
    const [row] = await org.query(
        `SELECT Name, (SELECT Id, IsDeleted FROM Contacts) FROM Account WHERE IsDeleted = true AND Id = '${account}'`,
        'queryAll'
    );
    assert.deepEqual(
        (row?.Contacts as { records: Row[] }).records.map(({ Id, IsDeleted }) => [Id, IsDeleted]),
        [[contact, true]]
    );
    const [child] = await org.query(`SELECT Account.Name FROM Contact WHERE Id = '${contact}'`, 'queryAll');
    assert.equal((child?.Account as Row).Name, 'Gone');
});

test('an undeleted record is back with what was deleted with it, under a later stamp (SOAP guide, undelete)', async () => {
    const account = await org.create('Account', { Name: 'Back' });
    const contact = await org.create('Contact', { LastName: 'Back', AccountId: account });
    const before = await org.create('Contact', { LastName: 'Earlier', AccountId: account });
    await org.call('DELETE', `sobjects/Contact/${before}`);
    now += 60_000;
    await org.call('DELETE', `sobjects/Account/${account}`);
    now += 60_000;
    await org.control('POST', '/undelete', { type: 'Account', ids: [account] });
    assert.deepEqual(
        [await isSeen('Account', account), await isSeen('Contact', contact), await isSeen('Contact', before)],
        [true, true, false]
    );
    const stamp = Date.parse(String((await org.record('Account', account)).SystemModstamp));
    assert.equal(stamp, now);
    assert.equal((await org.call('POST', '/_control/undelete', { type: 'Account', ids: [account] })).status, 400);
});

test('a record whose key was taken meanwhile stays in the bin (SOAP guide, DUPLICATE_VALUE)', async () => {
    const id = await org.create('Task', { Quo_Key__c: 'call_1' });
    await org.call('DELETE', `sobjects/Task/${id}`);
    const second = await org.create('Task', { Quo_Key__c: 'call_1' });
    assert.equal((await org.call('POST', '/_control/undelete', { type: 'Task', ids: [id] })).status, 400);
    assert.deepEqual([await isSeen('Task', id), await isSeen('Task', second)], [false, true]);
});

test('a merge keeps every record of its losers, and changes what it moves (SOAP guide, merge)', async () => {
    const account = await org.create('Account', { Name: 'Acme' });
    const [master, one, two] = [
        await org.create('Contact', { LastName: 'Master', AccountId: account }),
        await org.create('Contact', { LastName: 'One' }),
        await org.create('Contact', { LastName: 'Two' })
    ];
    const task = await org.create('Task', { WhoId: one, Status: 'Completed', ActivityDate: '2026-01-20' });
    now += 60_000;
    await org.control('POST', '/merge', { type: 'Contact', master, losers: [one, two] });
    for (const loser of [one, two]) {
        const row = await all('Contact', 'IsDeleted, MasterRecordId', loser);
        assert.deepEqual([row?.IsDeleted, row?.MasterRecordId], [true, master]);
    }
    const moved = await org.record('Task', task);
    assert.deepEqual([moved.WhoId, moved.AccountId], [master, account]);
    assert.equal(Date.parse(String(moved.SystemModstamp)), now);
    assert.equal((await org.record('Contact', master)).LastActivityDate, '2026-01-20');
    const changed = await org.query(
        `SELECT Id, MasterRecordId FROM Contact WHERE SystemModstamp >= ${new Date(now).toISOString()} ORDER BY Id`,
        'queryAll'
    );
    assert.deepEqual(
        changed.map(({ Id }) => Id),
        [master, one, two]
    );
});

test('a lead is converted once, with a status that means so, and can no longer be changed (SOAP guide, convertLead)', async () => {
    const lead = await org.create('Lead', { LastName: 'Piste', Company: 'Co' });
    const wrong = await org.call<{ errorCode: string }[]>('POST', '/_control/convert', {
        leadId: lead,
        status: 'Working - Contacted'
    });
    assert.deepEqual([wrong.status, wrong.body[0]?.errorCode], [400, 'INVALID_STATUS']);
    assert.equal((await org.record('Lead', lead)).IsConverted, false);
    await org.control('POST', '/convert', { leadId: lead });
    const row = await all('Lead', 'IsDeleted, IsConverted, Status, ConvertedDate', lead);
    assert.deepEqual(
        [row?.IsDeleted, row?.IsConverted, row?.Status, row?.ConvertedDate],
        [false, true, 'Closed - Converted', '2026-01-31']
    );
    assert.equal((await org.call('POST', '/_control/convert', { leadId: lead })).status, 400);
});

test('a seeded lead that was converted stays so, and a task about it is refused', async () => {
    const ids = await org.control('POST', '/seed', {
        records: [
            { attributes: { type: 'Contact', referenceId: 'person' }, LastName: 'Piste' },
            {
                attributes: { type: 'Lead', referenceId: 'old' },
                LastName: 'Piste',
                Company: 'Co',
                Status: 'Closed - Converted',
                IsConverted: true,
                ConvertedContactId: '@person',
                ConvertedDate: '2025-06-01'
            },
            { attributes: { type: 'User', referenceId: 'rep' }, LastName: 'Roy', Email: 'roy@example.com' }
        ]
    });
    const lead = await org.record('Lead', String(ids.old));
    assert.deepEqual([lead.IsConverted, lead.ConvertedContactId], [true, ids.person]);
    const error = await org.refused(400, 'POST', 'sobjects/Task', { WhoId: ids.old });
    assert.deepEqual(
        [error.errorCode, error.message],
        ['CANNOT_UPDATE_CONVERTED_LEAD', 'cannot reference converted lead']
    );
    // A user is of the kind that the profile says (Object Reference, User).
    assert.equal((await org.record('User', String(ids.rep))).UserType, 'Standard');
});

test('archived tasks are read and written by id, told by queryAll, and unknown to query (SOAP guide, Archived Activities)', async () => {
    const old = { Status: 'Completed', ActivityDate: '2024-12-31' };
    const id = await org.create('Task', { ...old, Quo_Key__c: 'old_1', Subject: 'old' });
    const exactly = await org.create('Task', { Status: 'Completed', ActivityDate: '2025-01-31' });
    const young = await org.create('Task', { Status: 'Completed', ActivityDate: '2025-02-01' });
    await org.control('POST', '/archive');
    assert.deepEqual(
        [await isSeen('Task', id), await isSeen('Task', exactly), await isSeen('Task', young)],
        [false, false, true]
    );
    assert.equal((await all('Task', 'IsArchived', id))?.IsArchived, true);
    assert.equal((await org.query('SELECT Id FROM Task WHERE IsArchived = true')).length, 0);
    assert.equal((await org.record('Task', id)).Subject, 'old');
    assert.equal((await org.call('PATCH', `sobjects/Task/${id}`, { Subject: 'edited' })).status, 204);
    const again = await org.call('PATCH', 'sobjects/Task/Quo_Key__c/old_1', { Subject: 'found by key' });
    assert.deepEqual([again.status, again.body.id], [200, id]);
    await org.refused(400, 'PATCH', `sobjects/Task/${id}`, { IsArchived: false });
});

test('an opportunity has one primary contact: the last one made so (Object Reference, OpportunityContactRole)', async () => {
    const deal = await org.create('Opportunity', { Name: 'D', StageName: 'Prospecting', CloseDate: '2026-03-01' });
    const role = async (LastName: string): Promise<string> =>
        org.create('OpportunityContactRole', {
            OpportunityId: deal,
            ContactId: await org.create('Contact', { LastName }),
            IsPrimary: true
        });
    const [first, second] = [await role('a'), await role('b')];
    const primary = async (): Promise<unknown[]> =>
        (await org.query(`SELECT Id FROM OpportunityContactRole WHERE IsPrimary = true`)).map(({ Id }) => Id);
    assert.deepEqual(await primary(), [second]);
    await org.call('PATCH', `sobjects/OpportunityContactRole/${first}`, { IsPrimary: true });
    assert.deepEqual(await primary(), [first]);
});
