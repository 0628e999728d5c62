import assert from 'node:assert/strict';
import { test } from 'node:test';
import { followManualChanges } from '../../src/pipeline/manual-changes/follow.ts';
import { changeByHand } from './by-hand.ts';
import { answeredCall, bench, type Bench } from './pipeline-harness.ts';

const TASK = { activityKey: 'call_AC1', object: 'Task', key: 'call_AC1', byHand: [] } as const;

async function aCall(): Promise<Bench> {
    const it = await bench();
    await it.tell(...answeredCall('AC1'));
    await it.flush();
    return it;
}

async function summary(it: Bench, says: string, at = '2026-11-20T19:00:00.000Z'): Promise<void> {
    await it.tell({ callId: 'AC1', at, kind: 'summary', progress: 'completed', summary: [says] });
    await it.flush();
    await it.later();
}

test('a field that a rep changed is ours again when that is asked for, and theirs again when they change it again', async () => {
    const it = await aCall();
    const ours = it.task('AC1')?.['Subject'];
    await changeByHand(it, 'call_AC1', { Subject: 'Devis', Priority: 'High' });
    await summary(it, 'Un prix.');
    assert.ok(await it.context.store.activities.reclaim('default', { ...TASK, fields: ['Subject'] }));
    await it.flush();
    assert.deepEqual([it.task('AC1')?.['Subject'], it.task('AC1')?.['Priority']], [ours, 'High']);
    await changeByHand(it, 'call_AC1', { Subject: 'Devis, encore' });
    await summary(it, 'Deux prix.', '2026-11-20T20:00:00.000Z');
    assert.equal(it.task('AC1')?.['Subject'], 'Devis, encore');
});

test('a text that a rep rewrote is ours again, whole, when that is asked for', async () => {
    const it = await aCall();
    await changeByHand(it, 'call_AC1', { Description: 'Mes mots à moi.' });
    await summary(it, 'Un prix.');
    await it.context.store.activities.reclaim('default', { ...TASK, fields: ['Description'] });
    await it.flush();
    const text = String(it.task('AC1')?.['Description']);
    assert.doesNotMatch(text, /Mes mots|———— Quo ————/);
    assert.match(text, /Un prix/);
});

test('an owner that a rep chose is ours again when that is asked for', async () => {
    const it = await aCall();
    const ours = it.task('AC1')?.['OwnerId'];
    const theirs = await changeByHand(it, 'call_AC1', { OwnerId: '005000000000009AAA' });
    await followManualChanges(it.context, it.connection, [theirs]);
    await summary(it, 'Un prix.');
    assert.equal(it.task('AC1')?.['OwnerId'], '005000000000009AAA');
    await it.context.store.activities.reclaim('default', { ...TASK, fields: ['OwnerId'], byHand: ['ownerId'] });
    await it.flush();
    assert.equal(it.task('AC1')?.['OwnerId'], ours);
});

test('what is asked for while a pass holds the activity is done by the next one', async () => {
    const it = await aCall();
    const ours = it.task('AC1')?.['Subject'];
    await changeByHand(it, 'call_AC1', { Subject: 'Devis' });
    const write = it.org.write.bind(it.org);
    it.org.write = async (items) => {
        it.org.write = write;
        await it.context.store.activities.reclaim('default', { ...TASK, fields: ['Subject'] });
        return write(items);
    };
    await summary(it, 'Un prix.');
    assert.equal(it.task('AC1')?.['Subject'], ours);
});

test('of a record that is not there nothing is asked for', async () => {
    const it = await aCall();
    const which = { ...TASK, key: 'call_AC9', fields: ['Subject'] };
    assert.equal(await it.context.store.activities.reclaim('default', which), false);
});
