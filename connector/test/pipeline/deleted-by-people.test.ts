import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Fact } from '../../src/domain/facts.ts';
import { followManualChanges } from '../../src/pipeline/manual-changes/follow.ts';
import { answeredCall, bench, MARIE, type Bench } from './pipeline-harness.ts';
import { binned, changeByHand } from './by-hand.ts';

const summary = (at: string, text: string): Fact => ({
    callId: 'AC1',
    at: `2026-11-20T${at}:00.000Z`,
    kind: 'summary',
    progress: 'completed',
    summary: [text],
    bySona: true,
    jobs: [{ name: 'Message', answers: [{ question: 'Nom', value: text }] }]
});

async function sonaCall(): Promise<Bench> {
    const it = await bench();
    it.org.people = [
        { id: '003000000000001AAA', object: 'Contact', name: 'Jean', numbers: [{ e164: MARIE, field: 'Phone' }] }
    ];
    const facts = answeredCall('AC1').map((fact) =>
        fact.kind === 'ended' ? { ...fact, status: 'sona' as const } : fact
    );
    await it.tell(...facts, summary('16:05', 'Anne'));
    await it.flush();
    await it.later();
    return it;
}

async function later(it: Bench, at: string, text: string): Promise<readonly string[]> {
    const before = it.org.writes.length;
    await it.tell(summary(at, text));
    await it.flush();
    await it.later();
    return it.org.writes.slice(before).flatMap((items) => items.map(({ draft }) => draft.object));
}

async function deleteTask(it: Bench): Promise<void> {
    await followManualChanges(it.context, it.connection, [
        { ...(await changeByHand(it, 'call_AC1', {})), isDeleted: true }
    ]);
}

test('a Sona record that a person deleted is not written again, nor its answers; its Task goes on', async () => {
    const it = await sonaCall();
    await followManualChanges(it.context, it.connection, [await binned(it, 'Sona_Call__c', 'AC1', true)]);
    assert.match(String(it.task('AC1')?.['WhatId']), /^a00/);
    const written = await later(it, '17:00', 'Anne Roy');
    assert.deepEqual([...new Set(written)], ['Task']);
    assert.equal(it.task('AC1')?.['WhatId'], null, 'the Task does not name what is gone');
    assert.deepEqual(it.org.removed, [], 'nothing of it is removed a second time');
});

test('a Sona record that is restored is brought up to date, its answers as well', async () => {
    const it = await sonaCall();
    await followManualChanges(it.context, it.connection, [await binned(it, 'Sona_Call__c', 'AC1', true)]);
    await later(it, '17:00', 'Anne Roy');
    const { rendered } = await followManualChanges(it.context, it.connection, [
        await binned(it, 'Sona_Call__c', 'AC1', false)
    ]);
    assert.equal(rendered, 1);
    await it.later();
    assert.equal(it.org.records.get('Sona_Call__c/AC1')?.['Summary__c'], 'Anne Roy');
    assert.equal(it.org.records.get('Sona_Answer__c/AC1_1')?.['Answer__c'], 'Anne Roy');
});

test('an answer that a person deleted stays away, the others do not', async () => {
    const it = await sonaCall();
    await followManualChanges(it.context, it.connection, [await binned(it, 'Sona_Answer__c', 'AC1_1', true)]);
    const written = await later(it, '17:00', 'Anne Roy');
    assert.deepEqual([...new Set(written)].sort(), ['Sona_Call__c', 'Task']);
});

test('a Task that is restored from the recycle bin is followed by what was told meanwhile', async () => {
    const it = await sonaCall();
    await deleteTask(it);
    assert.ok(!(await later(it, '17:00', 'Anne Roy')).includes('Task'));
    assert.equal(it.org.records.get('Sona_Call__c/AC1')?.['Task_Id__c'], null);
    const restored = await changeByHand(it, 'call_AC1', {});
    assert.equal((await followManualChanges(it.context, it.connection, [restored])).rendered, 1);
    await it.later();
    assert.match(String(it.task('AC1')?.['Description']), /Anne Roy/);
    assert.ok((await later(it, '18:00', 'Anne Roy-Côté')).includes('Task'));
    assert.equal(
        (await followManualChanges(it.context, it.connection, [restored])).rendered,
        0,
        'told again, it is nothing new'
    );
});

test('of a Task that was made again meanwhile, the one that was restored is the one from then on', async () => {
    const it = await sonaCall();
    await deleteTask(it);
    const restored = { ...(await changeByHand(it, 'call_AC1', {})), id: '00TEARLIER' };
    await followManualChanges(it.context, it.connection, [restored]);
    const [written] = await it.context.store.activities.tasksByKey('default', ['call_AC1']);
    assert.equal(written?.salesforceId, '00TEARLIER');
});

test('an owner changed and changed back is nobody’s choice any more but the last one', async () => {
    const it = await sonaCall();
    const ours = String(it.task('AC1')?.['OwnerId']);
    for (const OwnerId of ['005000000000009AAA', ours])
        await followManualChanges(it.context, it.connection, [await changeByHand(it, 'call_AC1', { OwnerId })]);
    const [written] = await it.context.store.activities.tasksByKey('default', ['call_AC1']);
    assert.equal(written?.byHand.ownerId, ours);
    await later(it, '17:00', 'Anne Roy');
    assert.equal(it.task('AC1')?.['OwnerId'], ours);
});

test('a person taken off and put on again by hand is there, and the number’s', async () => {
    const it = await sonaCall();
    await followManualChanges(it.context, it.connection, [await changeByHand(it, 'call_AC1', { WhoId: null })]);
    const other = '003000000000009AAA';
    await it.context.store.directory.apply('default', {
        people: [{ id: other, object: 'Contact', name: 'Luc', numbers: [] }],
        gone: [],
        related: [],
        goneRelated: [],
        highWater: {}
    });
    await followManualChanges(it.context, it.connection, [await changeByHand(it, 'call_AC1', { WhoId: other })]);
    await it.later();
    await later(it, '17:00', 'Anne Roy');
    assert.equal(it.task('AC1')?.['WhoId'], other);
    assert.equal(it.org.records.get('Sona_Call__c/AC1')?.['Contact__c'], other);
});
