import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Person } from '../../src/domain/people/person.ts';
import { OrgUnavailable } from '../../src/contracts/salesforce.ts';
import { answeredCall, bench, MARIE } from './pipeline-harness.ts';

const JEAN: Person = {
    id: '003000000000001AAA',
    object: 'Contact',
    name: 'Jean Tremblay',
    numbers: [{ e164: MARIE, field: 'MobilePhone' }]
};
const AT = '2026-11-20T16:05:10.000Z';

test('a call that ended is one closed Task, credited to who answered, on the person who called', async () => {
    const it = await bench();
    it.org.people = [JEAN];
    await it.tell(...answeredCall('AC1'));
    await it.flush();
    const task = it.task('AC1');
    assert.equal(task?.['Subject'], 'Ventes (514) 555-0100 - Appel entrant');
    assert.equal(task['WhoId'], JEAN.id);
    assert.equal(task['OwnerId'], '005000000000001AAA');
    assert.equal(task['Status'], 'Completed');
    assert.equal(it.org.writes.length, 1);
});

test('a quiet call costs two writes in its whole life: at its end, and when recording and summary are there', async () => {
    const it = await bench();
    it.org.people = [JEAN];
    await it.tell(...answeredCall('AC1'));
    await it.flush();
    const recordings = [{ id: 'CR1', url: 'https://signed.example/1', duration: 238 }];
    await it.tell({ callId: 'AC1', at: AT, kind: 'recordings', recordings, progress: 'completed' });
    await it.flush();
    assert.equal(it.org.writes.length, 1, 'the summary is still awaited');
    await it.tell({ callId: 'AC1', at: AT, kind: 'summary', progress: 'completed', summary: ['Elle veut un prix.'] });
    await it.flush();
    await it.later();
    assert.equal(it.org.writes.length, 2);
    assert.match(String(it.task('AC1')?.['Description']), /Elle veut un prix\.[^]*recordings\/AC1\/1/);
    assert.deepEqual((await it.context.store.activities.counts('default')).due, 0);
});

test('what never comes is not waited for: after the quiet time the recording is written alone', async () => {
    const it = await bench();
    await it.tell(...answeredCall('AC1'));
    await it.flush();
    const recordings = [{ id: 'CR1', url: 'https://signed.example/1' }];
    await it.tell({ callId: 'AC1', at: AT, kind: 'recordings', recordings, progress: 'completed' });
    await it.flush();
    await it.later();
    assert.match(String(it.task('AC1')?.['Description']), /recordings\/AC1\/1/);
});

test('nothing is written of a call that is not over', async () => {
    const it = await bench();
    await it.tell({ callId: 'AC1', at: AT, kind: 'ringing', direction: 'incoming' });
    await it.flush();
    assert.equal(it.org.writes.length, 0);
});

test('a number that nobody knows is asked of Salesforce once, together with the others', async () => {
    const it = await bench();
    await it.tell(...answeredCall('AC1', '+14185550001'), ...answeredCall('AC2', '+14185550002'));
    await it.flush();
    await it.tell(...answeredCall('AC3', '+14185550001'));
    await it.flush();
    assert.deepEqual(
        it.org.asked.map((numbers) => [...numbers].sort()),
        [['+14185550001', '+14185550002']]
    );
    assert.equal(it.task('AC3')?.['Quo_Match__c'], 'unmatched');
});

test('a record that Salesforce refuses is parked with the reason; the others of the flush go through', async () => {
    const it = await bench();
    it.org.refuse = ({ draft }) =>
        draft.key === 'call_AC1'
            ? {
                  ok: false,
                  remedy: 'park',
                  note: { code: 'PIPE-UNEXPECTED', seen: 'a rule' },
                  statusCode: 'FIELD_CUSTOM_VALIDATION_EXCEPTION'
              }
            : undefined;
    await it.tell(...answeredCall('AC1'), ...answeredCall('AC2'));
    await it.flush();
    const counts = await it.context.store.activities.counts('default');
    assert.equal(counts.parked, 1);
    assert.ok(it.task('AC2'));
    it.org.refuse = () => undefined;
    assert.equal(await it.context.store.activities.retry('default', null), 1);
    await it.flush();
    assert.ok(it.task('AC1'));
    assert.equal((await it.context.store.activities.counts('default')).parked, 0);
});

test('a row lock is tried again, and only that record', async () => {
    const it = await bench();
    let locked = true;
    it.org.refuse = ({ draft }) =>
        locked && draft.key === 'call_AC1'
            ? { ok: false, remedy: 'retry', note: { code: 'PIPE-UNEXPECTED' }, statusCode: 'UNABLE_TO_LOCK_ROW' }
            : undefined;
    await it.tell(...answeredCall('AC1'), ...answeredCall('AC2'));
    await it.flush();
    locked = false;
    await it.flush();
    assert.ok(it.task('AC1'));
    assert.deepEqual(
        it.org.writes.map((items) => items.length),
        [2, 1]
    );
});

test('when Salesforce is at its limit the connection pauses and nothing is lost', async () => {
    const it = await bench();
    it.org.nextFailure = new OrgUnavailable('limit', { code: 'PIPE-BUDGET', seen: '10' });
    await it.tell(...answeredCall('AC1'));
    await it.flush();
    assert.deepEqual(await it.context.store.activities.dueConnections(), []);
    assert.ok((await it.context.store.connections.get('default'))?.pausedForMs);
    await it.context.store.activities.resume('default');
    await it.flush();
    assert.ok(it.task('AC1'));
});

test('while Salesforce is down the connection is tried once a minute, whatever arrives, and a minute later all is there', async () => {
    const it = await bench();
    for (let failed = 1; failed <= 15; failed += 1) {
        it.org.nextFailure = new OrgUnavailable('retry', { code: 'SF-TROUBLE', seen: 'HTTP 503' });
        await it.tell(...answeredCall(`AC${failed}`));
        await it.context.store.activities.resume('default');
        await it.flush();
        const paused = await it.context.store.connections.get('default');
        assert.equal(paused?.pausedBecause?.code, failed < 3 ? undefined : 'SF-TROUBLE', `after ${failed} tries`);
        assert.ok((paused?.pausedForMs ?? 0) <= 60_000);
    }
    assert.deepEqual(await it.context.store.activities.dueConnections(), []);
    await it.context.store.activities.resume('default');
    await it.query(`update activities set due_at = due_at - interval '76 seconds'`);
    const { length } = await it.context.store.activities.claim('default', 100);
    assert.equal(length, 15);
});

test('over the budget only receiving goes on', async () => {
    const it = await bench();
    it.preferences = { ...it.preferences, apiBudget: 1 };
    await it.tell(...answeredCall('AC1'));
    await it.flush();
    await it.tell(...answeredCall('AC2'));
    await it.flush();
    const paused = await it.context.store.connections.get('default');
    assert.equal(paused?.pausedBecause?.code, 'PIPE-BUDGET');
    assert.equal((await it.context.store.activities.counts('default')).total, 2);
});

test('a person who is entered later finds the earlier calls of that number, with one more write', async () => {
    const it = await bench();
    await it.tell(...answeredCall('AC1'), ...answeredCall('AC2'));
    await it.flush();
    assert.equal(it.task('AC1')?.['WhoId'], null);
    const change = { people: [JEAN], gone: [], related: [], goneRelated: [], highWater: {} };
    const { numbers } = await it.context.store.directory.apply('default', change);
    await it.context.store.activities.makeDue('default', { numbers, statuses: ['unmatched'] });
    await it.flush();
    await it.later();
    assert.equal(it.task('AC1')?.['WhoId'], JEAN.id);
    assert.equal(it.task('AC2')?.['WhoId'], JEAN.id);
    assert.equal(it.org.writes.length, 2);
});

test('inboxes that the admin did not choose are left alone', async () => {
    const it = await bench();
    it.preferences = { ...it.preferences, inboxes: ['PN9'] };
    await it.tell(...answeredCall('AC1'));
    await it.flush();
    assert.equal(it.org.writes.length, 0);
});
