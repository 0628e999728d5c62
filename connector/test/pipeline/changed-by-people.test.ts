import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { MessageFact } from '../../src/domain/facts.ts';
import type { Person } from '../../src/domain/people/person.ts';
import { followManualChanges } from '../../src/pipeline/manual-changes/follow.ts';
import { answeredCall, bench, MARIE, type Bench } from './pipeline-harness.ts';
import { changeByHand } from './by-hand.ts';

const person = (id: string, name: string, accountId: string): Person => ({
    id,
    object: 'Contact',
    name,
    accountId,
    numbers: [{ e164: MARIE, field: 'Phone' }]
});
const JEAN = person('003000000000001AAA', 'Jean Tremblay', '001000000000001AAA');
const ANNE = person('003000000000002AAA', 'Anne Roy', '001000000000002AAA');
const NOTHING = { people: [], gone: [], related: [], goneRelated: [], highWater: {} };
const SUMMARY = {
    callId: 'AC1',
    at: '2026-11-20T19:00:00.000Z',
    kind: 'summary',
    progress: 'completed',
    summary: ['Elle veut un prix.']
} as const;

async function callOf(...people: readonly Person[]): Promise<Bench> {
    const it = await bench();
    it.org.people = people;
    await it.tell(...answeredCall('AC1'));
    await it.flush();
    return it;
}

async function lateSummary(it: Bench): Promise<void> {
    await it.tell(SUMMARY);
    await it.flush();
    await it.later();
}

const text = (messageId: string, createdAt: string): MessageFact => ({
    kind: 'message',
    messageId,
    conversation: 'CN1',
    at: createdAt,
    createdAt,
    direction: 'incoming',
    from: MARIE,
    to: ['+15145550100'],
    text: messageId,
    phoneNumberId: 'PN1',
    status: 'received'
});
const TEXTS = (it: Bench): readonly string[] => [...it.org.records.keys()].filter((name) => name.includes('sms_'));

test('what a person chose a moment ago is not overwritten by a late fact, and still noticed after it', async () => {
    const it = await callOf(JEAN, ANNE);
    const chosen = await changeByHand(it, 'call_AC1', { WhoId: ANNE.id, OwnerId: '005000000000009AAA' });
    await lateSummary(it);
    const task = it.task('AC1');
    assert.match(String(task?.['Description']), /Elle veut un prix/);
    assert.deepEqual([task?.['WhoId'], task?.['OwnerId']], [ANNE.id, '005000000000009AAA']);
    await followManualChanges(it.context, it.connection, [{ ...chosen, isByUs: true }]);
    await it.tell(...answeredCall('AC2'));
    await it.flush();
    assert.equal(it.task('AC2')?.['WhoId'], ANNE.id);
    assert.equal(it.task('AC1')?.['OwnerId'], '005000000000009AAA');
});

test('a Task that had to be made anew has everything that the first one had', async () => {
    const it = await callOf(JEAN);
    const [writes] = it.org.writes.slice(-1);
    await lateSummary(it);
    const [item] = it.org.writes.at(-1) ?? [];
    assert.equal(item?.draft.fields['WhoId'], undefined, 'an unchanged person is not sent');
    assert.equal(item?.draft.createOnly?.['WhoId'], JEAN.id);
    assert.equal(item?.draft.createOnly?.['OwnerId'], writes?.[0]?.draft.fields['OwnerId']);
});

test('a Task that is being written, or just was, is not judged: its difference may be ours', async () => {
    const it = await callOf(JEAN, ANNE);
    const chosen = await changeByHand(it, 'call_AC1', { WhoId: ANNE.id });
    const early = await followManualChanges(it.context, it.connection, [chosen], performance.now() - 60_000);
    assert.deepEqual([early.rendered, early.unjudged.length], [0, 1]);
    await it.tell(SUMMARY);
    await it.query('update activities set due_at = now()');
    await it.context.store.activities.claim('default', 10);
    const held = await followManualChanges(it.context, it.connection, [chosen]);
    assert.deepEqual([held.rendered, held.unjudged.length], [0, 1]);
});

test('a merge moves a Task to another record; nobody chose that', async () => {
    const it = await callOf(JEAN);
    await it.context.store.directory.apply('default', {
        ...NOTHING,
        people: [ANNE],
        gone: [{ id: JEAN.id, into: ANNE.id }]
    });
    const moved = await changeByHand(it, 'call_AC1', { WhoId: ANNE.id });
    assert.equal((await followManualChanges(it.context, it.connection, [moved])).rendered, 0);
    assert.equal((await it.context.store.directory.choices('default', [MARIE])).size, 0);
});

test('a person who is deleted leaves the Task; nobody decided that it stays without one', async () => {
    const it = await callOf(JEAN);
    await it.context.store.directory.apply('default', { ...NOTHING, gone: [{ id: JEAN.id }] });
    await followManualChanges(it.context, it.connection, [await changeByHand(it, 'call_AC1', { WhoId: null })]);
    const [task] = await it.context.store.activities.tasksByKey('default', ['call_AC1']);
    assert.deepEqual(task?.byHand, {});
});

test('a Task that a late fact made again after a person had deleted it goes once more, for good', async () => {
    const it = await callOf(JEAN);
    const deleted = { ...(await changeByHand(it, 'call_AC1', {})), isDeleted: true, id: '00TEARLIER' };
    await followManualChanges(it.context, it.connection, [deleted]);
    assert.equal(it.org.removed.length, 1);
    await followManualChanges(it.context, it.connection, [deleted]);
    assert.equal(it.org.removed.length, 1);
    const before = it.org.writes.length;
    await lateSummary(it);
    assert.equal(it.org.writes.length, before);
});

test('a Task that somebody deleted with our own login stays deleted', async () => {
    const it = await callOf(JEAN);
    const deleted = { ...(await changeByHand(it, 'call_AC1', {})), isDeleted: true, isByUs: true };
    await followManualChanges(it.context, it.connection, [deleted]);
    const before = it.org.writes.length;
    await lateSummary(it);
    assert.equal(it.org.writes.length, before);
});

test('what we deleted ourselves is no decision', async () => {
    const it = await callOf(JEAN);
    const byUs = { ...(await changeByHand(it, 'call_AC1', {})), isDeleted: true, isByUs: true, id: '00TEARLIER' };
    await followManualChanges(it.context, it.connection, [byUs]);
    assert.deepEqual(it.org.removed, []);
    await lateSummary(it);
    assert.match(String(it.task('AC1')?.['Description']), /Elle veut un prix/);
});

test('a conversation whose Task a person deleted stays without it, however many texts follow', async () => {
    const it = await bench();
    await it.tell(text('m1', '2026-11-20T16:00:00.000Z'));
    await it.flush();
    const [name = ''] = TEXTS(it);
    const deleted = { ...(await changeByHand(it, name.slice('Task/'.length), {})), isDeleted: true };
    await followManualChanges(it.context, it.connection, [deleted]);
    const before = it.org.writes.length;
    for (const minute of [10, 20, 30]) {
        await it.tell(text(`m${minute}`, `2026-11-20T16:${minute}:00.000Z`));
        await it.later();
    }
    assert.equal(it.org.writes.length, before);
    await it.tell(text('evening', '2026-11-20T20:00:00.000Z'));
    await it.later();
    assert.equal(TEXTS(it).length, 2, 'the next window has its own Task');
});

test('what a person set on the Task of a window stays when a late text moves its start', async () => {
    const it = await bench();
    await it.tell(text('m1', '2026-11-20T16:30:00.000Z'));
    await it.flush();
    const [name = ''] = TEXTS(it);
    const touched = await changeByHand(it, name.slice('Task/'.length), { OwnerId: '005000000000009AAA' });
    await followManualChanges(it.context, it.connection, [touched]);
    await it.tell(text('earlier', '2026-11-20T16:10:00.000Z'));
    await it.later();
    await it.tell(text('later', '2026-11-20T16:40:00.000Z'));
    await it.later();
    const [moved] = [...it.org.records.values()];
    assert.equal(moved?.['OwnerId'], '005000000000009AAA');
});

test('what a person wrote on the Task of a window stays when a late text moves its start, and with every text after it', async () => {
    const it = await bench();
    await it.tell(text('m1', '2026-11-20T16:30:00.000Z'));
    await it.flush();
    const [name = ''] = TEXTS(it);
    const ours = String(it.org.records.get(name)?.['Description']);
    const theirs = {
        Description: `Cliente pressée.\n${ours}\nRappeler mardi.`,
        Status: 'In Progress',
        Priority: 'High'
    };
    await changeByHand(it, name.slice('Task/'.length), theirs);
    for (const [id, at] of [
        ['earlier', '16:10'],
        ['later', '16:40']
    ] as const) {
        await it.tell(text(id, `2026-11-20T${at}:00.000Z`));
        await it.later();
        const [task = {}] = [...it.org.records.values()];
        assert.equal(it.org.records.size, 1);
        assert.deepEqual([task['Status'], task['Priority']], ['In Progress', 'High']);
        assert.match(String(task['Description']), new RegExp(`^Cliente pressée\\.\n[^]*${id}[^]*\nRappeler mardi\\.$`));
    }
});
