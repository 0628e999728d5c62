import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import { task, sonaAnswer, sonaCall, lead } from './drafts.ts';
import { record, simulatedOrg } from './simulated-org.ts';

const fields = {
    Subject: 'Ventes (514) 555-0123 - Appel entrant',
    Status: 'Completed',
    Priority: 'Normal',
    ActivityDate: '2026-11-20'
};
const org = await simulatedOrg();
beforeEach(async () => {
    await org.control('POST', '/reset');
    await org.control('DELETE', '/faults');
});

test('a call, its record and its answers arrive in one request, and again without doubles', async () => {
    const items = [
        task('call_AC1', { fields }),
        sonaCall('AC1'),
        sonaAnswer('AC1_1', 'AC1'),
        sonaAnswer('AC1_2', 'AC1')
    ];
    await org.org.vocabulary();
    const before = org.org.calls();
    const first = await org.org.write(items);
    assert.equal(org.org.calls() - before, 1);
    assert.deepEqual(
        first.map((result) => (result.ok ? result.created : result.note)),
        [true, true, true, true]
    );
    const known = items.map((item, n) => ({ ...item, salesforceId: first[n]?.ok ? first[n].id : undefined }));
    const second = await org.org.write(known);
    assert.deepEqual(
        second.map((result) => (result.ok ? [result.id, result.created] : result.note)),
        first.map((result) => result.ok && [result.id, false])
    );
    const [written, ...more] = await org.records('Task');
    assert.equal(more.length, 0);
    assert.deepEqual(
        [written?.Quo_Key__c, written?.Subject, written?.TaskSubtype],
        ['call_AC1', fields.Subject, 'Call']
    );
    assert.equal((await org.records('Sona_Answer__c')).length, 2);
});

test('a record that nobody knew is there is updated all the same', async () => {
    await org.org.write([task('call_AC1', { fields }), sonaCall('AC1'), sonaAnswer('a', 'AC1')]);
    const results = await org.org.write([
        task('call_AC1', { fields: { ...fields, Subject: 'New' } }),
        sonaAnswer('a', 'AC1')
    ]);
    assert.deepEqual(
        results.map((result) => (result.ok ? result.created : result.note)),
        [false, false]
    );
    assert.deepEqual(
        (await org.records('Task')).map(({ Subject }) => Subject),
        ['New']
    );
});

test('a moved window keeps its Task', async () => {
    const [first] = await org.org.write([task('sms_a', { fields })]);
    assert.ok(first?.ok);
    const moved = task('sms_b', { fields, formerKey: 'sms_a', salesforceId: first.id });
    assert.deepEqual(await org.org.write([moved]), [{ ok: true, id: first.id, created: false }]);
    assert.deepEqual(
        (await org.records('Task')).map(({ Id, Quo_Key__c }) => [Id, Quo_Key__c]),
        [[first.id, 'sms_b']]
    );
    const lost = task('sms_c', { fields, formerKey: 'sms_b' });
    assert.deepEqual(await org.org.write([lost]), [{ ok: true, id: first.id, created: false }]);
});

test('removing twice is removing once', async () => {
    const [first] = await org.org.write([task('sms_a', { fields })]);
    assert.ok(first?.ok);
    await org.org.remove('Task', [first.id]);
    await org.org.remove('Task', [first.id]);
    assert.deepEqual(await org.records('Task'), []);
});

test('a deleted Task comes back whole when it is written again', async () => {
    const [first] = await org.org.write([task('call_AC1', { fields })]);
    assert.ok(first?.ok);
    await org.org.remove('Task', [first.id]);
    const [again] = await org.org.write([task('call_AC1', { fields, salesforceId: first.id })]);
    assert.ok(again?.ok && again.created);
    const [written, ...more] = await org.records('Task');
    assert.deepEqual([written?.Id, written?.TaskSubtype, more.length], [again.id, 'Call', 0]);
});

test('bad records are parked with their reason; the others go through', async () => {
    const good = { fields };
    const results = await org.org.write([
        task('good', good),
        task('long', { fields: { ...fields, Subject: 'x'.repeat(256) } }),
        task('pick', { fields: { ...fields, CallType: 'Sideways' } }),
        task('dead', { fields: { ...fields, WhoId: '003000000000000AAA' } }),
        task('type', { fields: { ...fields, CallDurationInSeconds: 'many' } }),
        task('good too', good)
    ]);
    assert.deepEqual(
        results.map((result) => (result.ok ? 'ok' : `${result.remedy} ${result.note.code}`)),
        ['ok', 'park SF-TOO-LONG', 'park SF-PICKLIST', 'resolve SF-REFERENCE', 'park SF-BAD-VALUE', 'ok']
    );
});

test('a locked row and a trigger that fails are told apart', async () => {
    const ids = await org.seed([record('Account', 'acme', { Name: 'Acme' })]);
    await org.control('POST', '/locks', { ids: [ids.acme] });
    await org.control('POST', '/record-failures', { object: 'Task', where: { Quo_Key__c: 'trigger' } });
    const results = await org.org.write([
        task('locked', { fields: { ...fields, Status: 'Not Started', WhatId: String(ids.acme) } }),
        task('trigger', { fields })
    ]);
    assert.deepEqual(
        results.map((result) => (result.ok ? 'ok' : `${result.remedy} ${result.note.code}`)),
        ['retry SF-ROW-LOCK', 'park SF-AUTOMATION']
    );
});

test('a write whose answer got lost is done once', async () => {
    await org.control('POST', '/faults', { kind: 'timeout-after', ms: 1, path: 'composite' });
    await assert.rejects(org.org.write([task('call_AC1', { fields })]), { kind: 'retry', maybeWritten: true });
    const [again] = await org.org.write([task('call_AC1', { fields })]);
    assert.ok(again?.ok && !again.created);
    assert.equal((await org.records('Task')).length, 1);
});

test('an answer that breaks off, trouble and an ended session lose nothing', async () => {
    for (const kind of ['truncate', '503', '500', '401', 'request-limit']) {
        await org.control('POST', '/faults', { kind, path: 'composite' });
        try {
            await org.org.write([task(`call_${kind}`, { fields })]);
        } catch (error) {
            assert.equal((error as { kind: string }).kind, kind === 'request-limit' ? 'limit' : 'retry');
            await org.org.write([task(`call_${kind}`, { fields })]);
        }
    }
    await org.control('POST', '/sessions/expire', {});
    await org.org.write([task('call_expired', { fields })]);
    assert.equal((await org.records('Task')).length, 6);
});

test('five hundred tasks take one request', async () => {
    await org.org.vocabulary();
    const before = org.org.calls();
    const results = await org.org.write(Array.from({ length: 500 }, (_, n) => task(`call_${n}`, { fields })));
    assert.ok(results.every(({ ok }) => ok));
    assert.equal(org.org.calls() - before, 1);
});

test('one lead for one number, whatever the race', async () => {
    const numbers = Array.from({ length: 5 }, (_, n) => `+151455501${n}0`);
    const races = await Promise.all(Array.from({ length: 10 }, () => org.org.write(numbers.map(lead))));
    assert.ok(races.flat().every((result) => result.ok || result.remedy === 'retry'));
    assert.equal((await org.records('Lead')).length, 5);
});
