import assert from 'node:assert/strict';
import test from 'node:test';
import { contractOrg } from '../contract-org.ts';

let now = Date.parse('2026-01-31T12:00:00Z');
const org = await contractOrg({ clock: () => now });

const account = await org.create('Account', { Name: 'Acme' });
const other = await org.create('Account', { Name: 'Other' });
const contact = await org.create('Contact', { LastName: 'Roy', AccountId: account });
const lead = await org.create('Lead', { LastName: 'Piste', Company: 'Co' });
const deal = await org.create('Opportunity', {
    Name: 'Deal',
    AccountId: other,
    StageName: 'Prospecting',
    CloseDate: '2026-02-10'
});
const task = async (fields: object) => org.record('Task', await org.create('Task', fields as Record<string, unknown>));

test('a new task is open, of normal priority, mine (Object Reference, Task)', async () => {
    const { Status, Priority, IsClosed, IsHighPriority, TaskSubtype, OwnerId, IsArchived } = await task({});
    assert.deepEqual(
        [Status, Priority, IsClosed, IsHighPriority, TaskSubtype, IsArchived],
        ['Not Started', 'Normal', false, false, 'Task', false]
    );
    assert.match(String(OwnerId), /^005/);
});

test('closed is what the status says, and is stamped when it becomes so (Object Reference, CompletedDateTime)', async () => {
    const made = await task({ Status: 'Completed' });
    assert.deepEqual([made.IsClosed, made.CompletedDateTime], [true, '2026-01-31T12:00:00.000+0000']);
    now += 60_000;
    await org.call('PATCH', `sobjects/Task/${String(made.Id)}`, { Subject: 'still closed' });
    assert.equal((await org.record('Task', String(made.Id))).CompletedDateTime, '2026-01-31T12:00:00.000+0000');
    await org.call('PATCH', `sobjects/Task/${String(made.Id)}`, { Status: 'In Progress' });
    const reopened = await org.record('Task', String(made.Id));
    assert.deepEqual([reopened.IsClosed, reopened.CompletedDateTime], [false, null]);
});

test('the account follows from what the task is about, else from the contact (Object Reference, AccountId)', async () => {
    assert.equal((await task({ WhatId: account })).AccountId, account);
    assert.equal((await task({ WhatId: deal, WhoId: contact })).AccountId, other);
    assert.equal((await task({ WhoId: contact })).AccountId, account);
    assert.equal((await task({ WhoId: lead })).AccountId, null);
    const moved = await task({ WhoId: contact });
    await org.call('PATCH', `sobjects/Task/${String(moved.Id)}`, { WhatId: deal });
    assert.equal((await org.record('Task', String(moved.Id))).AccountId, other);
});

test('a task about a lead is about nothing else (SOAP guide, FIELD_INTEGRITY_EXCEPTION)', async () => {
    const error = await org.refused(400, 'POST', 'sobjects/Task', { WhoId: lead, WhatId: account });
    assert.equal(error.errorCode, 'FIELD_INTEGRITY_EXCEPTION');
    const id = await org.create('Task', { WhoId: lead });
    assert.equal(
        (await org.refused(400, 'PATCH', `sobjects/Task/${id}`, { WhatId: deal })).errorCode,
        'FIELD_INTEGRITY_EXCEPTION'
    );
});

test('people go into WhoId and things into WhatId (Object Reference, polymorphic references)', async () => {
    for (const wrong of [{ WhoId: account }, { WhatId: contact }, { WhatId: lead }, { OwnerId: contact }]) {
        assert.equal((await org.refused(400, 'POST', 'sobjects/Task', wrong)).errorCode, 'FIELD_INTEGRITY_EXCEPTION');
    }
});

test('an inactive user owns nothing new, a queue may (SOAP guide, INACTIVE_OWNER_OR_USER)', async () => {
    const seeded = await org.control('POST', '/seed', {
        records: [
            {
                attributes: { type: 'User', referenceId: 'gone' },
                LastName: 'Partie',
                Email: 'gone@example.com',
                IsActive: false
            },
            { attributes: { type: 'Group', referenceId: 'queue' }, Name: 'Accueil', Type: 'Queue' },
            { attributes: { type: 'QueueSobject' }, QueueId: '@queue', SobjectType: 'Task' },
            { attributes: { type: 'Group', referenceId: 'group' }, Name: 'Tous', Type: 'Regular' }
        ]
    });
    const error = await org.refused(400, 'POST', 'sobjects/Task', { OwnerId: seeded.gone });
    assert.equal(error.errorCode, 'INACTIVE_OWNER_OR_USER');
    assert.equal((await task({ OwnerId: seeded.queue })).OwnerId, seeded.queue);
    await org.refused(400, 'POST', 'sobjects/Task', { OwnerId: seeded.group });
});

test('the last activity is the latest date of a closed task, and forgets tasks that go (Object Reference)', async () => {
    const person = await org.create('Contact', { LastName: 'Active' });
    const last = async (): Promise<unknown> => (await org.record('Contact', person)).LastActivityDate;
    const closed = (ActivityDate: string) => org.create('Task', { WhoId: person, Status: 'Completed', ActivityDate });
    await org.create('Task', { WhoId: person, ActivityDate: '2026-12-31' });
    assert.equal(await last(), null);
    await closed('2026-01-10');
    const latest = await closed('2026-01-20');
    await closed('2026-01-15');
    assert.equal(await last(), '2026-01-20');
    await org.call('DELETE', `sobjects/Task/${latest}`);
    assert.equal(await last(), '2026-01-15');
});

test('closed tasks of a year ago are archived: queryAll sees them, query does not (Big Objects and archiving)', async () => {
    const old = await org.create('Task', { Subject: 'old', Status: 'Completed', ActivityDate: '2025-01-30' });
    const open = await org.create('Task', { Subject: 'old', ActivityDate: '2025-01-30' });
    await org.control('POST', '/archive');
    const seen = async (resource: string): Promise<unknown[]> =>
        (await org.query("SELECT Id FROM Task WHERE Subject = 'old' ORDER BY Id", resource)).map(({ Id }) => Id);
    assert.deepEqual(await seen('query'), [open]);
    assert.deepEqual(await seen('queryAll'), [old, open]);
    assert.equal((await org.query(`SELECT IsArchived FROM Task WHERE Id = '${old}'`, 'queryAll'))[0]?.IsArchived, true);
});

test('a completed task takes no lock when it is inserted; an open one and every update do (Data Architect guide, Task locks)', async () => {
    const closed = await org.create('Task', { WhoId: contact, Status: 'Completed', ActivityDate: '2026-01-31' });
    await org.control('POST', '/locks', { ids: [account], times: 3 });
    await org.create('Task', { WhoId: contact, Status: 'Completed', ActivityDate: '2026-01-31' });
    await org.create('Task', { WhoId: contact });
    const open = await org.refused(400, 'POST', 'sobjects/Task', { WhoId: contact, ActivityDate: '2026-01-31' });
    assert.deepEqual(
        [open.errorCode, open.message],
        ['UNABLE_TO_LOCK_ROW', `unable to obtain exclusive access to this record or 1 records: ${account}`]
    );
    assert.equal(
        (await org.refused(400, 'PATCH', `sobjects/Task/${closed}`, { Subject: 'x' })).errorCode,
        'UNABLE_TO_LOCK_ROW'
    );
    assert.equal((await org.refused(400, 'DELETE', `sobjects/Task/${closed}`)).errorCode, 'UNABLE_TO_LOCK_ROW');
    assert.equal((await org.call('DELETE', `sobjects/Task/${closed}`)).status, 204);
});
