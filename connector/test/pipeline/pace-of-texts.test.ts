import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { MessageFact } from '../../src/domain/facts.ts';
import { flush } from '../../src/pipeline/flush.ts';
import { answeredCall, bench, MARIE, type Bench } from './pipeline-harness.ts';

const text = (conversation: string, minute: number): MessageFact => ({
    kind: 'message',
    messageId: `${conversation}-${minute}`,
    conversation,
    at: `2026-11-20T16:${String(minute).padStart(2, '0')}:00.000Z`,
    createdAt: `2026-11-20T16:${String(minute).padStart(2, '0')}:00.000Z`,
    direction: 'incoming',
    from: MARIE,
    to: ['+15145550100'],
    text: `Texto ${minute}`,
    phoneNumberId: 'PN1',
    status: 'received'
});

/** So many seconds later: what is due then, and nothing else. */
async function pass(it: Bench, seconds: number): Promise<void> {
    const columns = ['written_at', 'last_fact_at', 'pending_since', 'due_at'];
    const moved = columns.map((column) => `${column} = ${column} - interval '${seconds} seconds'`);
    await it.query(`update activities set ${moved.join(', ')}`);
    await flush(it.context, it.connection, new AbortController().signal);
}

const keysOf = (it: Bench): readonly (readonly string[])[] =>
    it.org.writes.map((items) => items.map(({ draft }) => draft.key.slice(0, 'sms_CN1'.length)).sort());

test('texts that open windows within three seconds share a request, and are there within ten', async () => {
    const it = await bench();
    await it.tell(text('CN1', 0));
    await pass(it, 1);
    await it.tell(text('CN2', 0));
    await pass(it, 1);
    assert.deepEqual(keysOf(it), []);
    await pass(it, 4);
    assert.deepEqual(keysOf(it), [['sms_CN1', 'sms_CN2']]);
});

test('a later text rides on a request that goes out anyway, and otherwise goes after a minute', async () => {
    const it = await bench();
    await it.tell(text('CN1', 0), text('CN2', 0));
    await pass(it, 1);
    await pass(it, 4);
    await it.tell(text('CN1', 1));
    await pass(it, 30);
    assert.equal(it.org.writes.length, 1, 'not a minute since the last write');
    await it.tell(text('CN2', 2));
    await pass(it, 32);
    assert.equal(it.org.writes.length, 2, 'a minute has gone by for the first');
    assert.deepEqual(keysOf(it)[1], ['sms_CN1', 'sms_CN2']);
    await it.tell(text('CN1', 3));
    await pass(it, 65);
    await it.tell(text('CN2', 4));
    await pass(it, 1);
    assert.equal(it.org.writes.length, 3);
    await it.tell(...answeredCall('AC1'));
    await pass(it, 1);
    assert.equal(it.org.writes.length, 4);
    assert.deepEqual(keysOf(it)[3], ['call_AC', 'sms_CN2']);
});

test('texts do not ride on a pass that writes nothing', async () => {
    const it = await bench();
    await it.tell(text('CN1', 0));
    await pass(it, 1);
    await pass(it, 4);
    await it.tell(text('CN1', 1));
    await pass(it, 1);
    await it.query("update activities set written_at = written_at - interval '2 minutes'");
    await it.tell({ callId: 'AC9', at: '2026-11-20T16:05:00.000Z', kind: 'ringing', direction: 'incoming' });
    await pass(it, 1);
    assert.equal(it.org.writes.length, 1);
    assert.equal((await it.context.store.activities.counts('default')).due, 0);
    await pass(it, 61);
    assert.equal(it.org.writes.length, 2, 'it was put back with its own time');
});

test('a new window of a conversation that was written a moment ago is a first write all the same', async () => {
    const it = await bench();
    await it.tell(text('CN1', 0));
    await pass(it, 1);
    await pass(it, 4);
    const nextHour = { ...text('CN1', 5), createdAt: '2026-11-20T18:00:00.000Z', at: '2026-11-20T18:00:00.000Z' };
    await it.tell(nextHour);
    await pass(it, 1);
    await pass(it, 4);
    assert.equal(it.org.writes.length, 2);
});
