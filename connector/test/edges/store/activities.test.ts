import assert from 'node:assert/strict';
import test from 'node:test';
import type { Settlement } from '../../../src/contracts/store.ts';
import type { OpenStore } from '../../../src/store/open.ts';
import { afterDebounce, delivery, ended, link, message, passTime } from './builders.ts';
import { privateStore, withStore } from './database.ts';

const NOTE = { code: 'STORE-UNREACHABLE', seen: 'x' } as const;

/** Accepts one fact and claims its activity. */
async function claimedCall(store: OpenStore, callId = 'AC1') {
    await store.deliveries.accept(delivery(`d-${callId}`, [ended(callId)]));
    await afterDebounce(store);
    const [claimed] = await store.activities.claim('default', 1);
    assert.ok(claimed);
    return claimed;
}

async function settleOne(store: OpenStore, more: Partial<Settlement>): Promise<void> {
    await store.activities.settle('default', [{ activityKey: 'call_AC1', version: 1, outcome: 'done', ...more }]);
}

/** Milliseconds until it is due; undefined when it is not. */
async function dueIn(store: OpenStore, activityKey = 'call_AC1'): Promise<number | undefined> {
    const { rows } = await store.pool.query<{ ms: number | null }>(
        'select (extract(epoch from due_at - now()) * 1000)::float8 as ms from activities where activity_key = $1',
        [activityKey]
    );
    return rows[0]?.ms ?? undefined;
}

const between = (value: number | undefined, from: number, to: number) =>
    assert.ok(value !== undefined && value >= from && value <= to, `${value} is not from ${from} to ${to}`);

test('a burst of facts about one call is one claim, a moment later', () =>
    withStore(async (store) => {
        await store.deliveries.accept(delivery('d1', [ended('AC1')]));
        // Between its first fact and its turn, by the database's clock: the machine's speed is not in it.
        const gathered = 'select (extract(epoch from due_at - pending_since) * 1000)::float8 as ms from activities';
        const first = await store.pool.query<{ ms: number }>(gathered);
        between(first.rows[0]?.ms, 1, 300);
        await passTime(store, 100);
        await store.deliveries.accept(delivery('d2', [link('AC1', 'u')]));
        assert.deepEqual((await store.pool.query<{ ms: number }>(gathered)).rows, first.rows);
        await afterDebounce(store);
        assert.deepEqual(await store.activities.dueConnections(), ['default']);
        const claimed = await store.activities.claim('default', 10);
        assert.deepEqual(
            claimed.map(({ activityKey, version, facts }) => [activityKey, version, facts.length]),
            [['call_AC1', 2, 2]]
        );
    }));

test('a claimed activity is nobody else’s until its lease runs out', async () => {
    const { store, another, drop } = await privateStore({ leaseMs: 60_000 });
    const second = await another();
    await claimedCall(store);
    assert.deepEqual(await second.activities.claim('default', 10), []);
    assert.deepEqual(await second.activities.dueConnections(), []);
    await passTime(store, 61_000);
    assert.equal((await second.activities.claim('default', 10)).length, 1);
    await drop();
});

test('two processes that claim at once share the work and never an activity', async () => {
    const { store, another, drop } = await privateStore();
    const second = await another();
    await Promise.all(
        Array.from({ length: 60 }, (_, i) => store.deliveries.accept(delivery(`d${i}`, [ended(`AC${i}`)])))
    );
    await afterDebounce(store);
    const claims = await Promise.all(
        Array.from({ length: 12 }, (_, i) => (i % 2 === 0 ? store : second).activities.claim('default', 7))
    );
    const activityKeys = claims.flat().map(({ activityKey }) => activityKey);
    assert.equal(new Set(activityKeys).size, activityKeys.length);
    const rest = await store.activities.claim('default', 100);
    assert.equal(activityKeys.length + rest.length, 60);
    await drop();
});

test('done is done: nothing is due, and the times start again with the next fact', () =>
    withStore(async (store) => {
        const first = await claimedCall(store);
        assert.equal(first.everWritten, false);
        assert.equal(first.writtenForMs, undefined);
        await settleOne(store, { records: [{ object: 'Task', key: 'call_AC1', salesforceId: '00T1', written: true }] });
        assert.equal(await dueIn(store), undefined);
        await passTime(store, 60_000);
        await store.deliveries.accept(delivery('d2', [link('AC1', 'u')]));
        await afterDebounce(store);
        const [again] = await store.activities.claim('default', 1);
        assert.ok(again);
        assert.equal(again.everWritten, true);
        between(again.writtenForMs, 60_000, 70_000);
        between(again.pendingForMs, 250, 10_000);
        between(again.quietForMs, 250, 10_000);
        assert.deepEqual(again.records, [{ object: 'Task', key: 'call_AC1', salesforceId: '00T1' }]);
    }));

test('a fact that comes while the activity is being written keeps it due', () =>
    withStore(async (store) => {
        await claimedCall(store);
        await store.deliveries.accept(delivery('d2', [link('AC1', 'u')]));
        for (const outcome of ['done', 'wait', 'parked'] as const) {
            await settleOne(store, { outcome, dueInMs: 60_000 });
            between(await dueIn(store), -10_000, 0);
        }
        assert.equal((await store.activities.counts('default')).parked, 0);
    }));

test('waiting is no attempt, keeps what is not written, and a new fact ends it', () =>
    withStore(async (store) => {
        await claimedCall(store);
        await settleOne(store, { outcome: 'wait', dueInMs: 60_000 });
        between(await dueIn(store), 50_000, 60_000);
        assert.equal((await store.activities.counts('default')).waiting, 1);
        await store.deliveries.accept(delivery('d2', [link('AC1', 'u')]));
        await afterDebounce(store);
        const [claimed] = await store.activities.claim('default', 1);
        assert.equal(claimed?.attempts, 0);
        between(claimed?.pendingForMs, 500, 20_000);
    }));

test('a retry backs off, twice as long each time and never more than about an hour; facts do not shorten it', () =>
    withStore(async (store) => {
        await claimedCall(store);
        const bounds = [1, 2, 4, 8].map((seconds) => [seconds * 700, seconds * 1_250] as const);
        for (const [from, to] of bounds) {
            await settleOne(store, { outcome: 'retry', error: NOTE });
            between(await dueIn(store), from, to);
        }
        await store.deliveries.accept(delivery('d2', [link('AC1', 'u')]));
        between(await dueIn(store), 5_000, 10_000);
        await store.pool.query('update activities set attempts = 900');
        await settleOne(store, { version: 2, outcome: 'retry', error: NOTE });
        between(await dueIn(store), 2_600_000, 4_600_000);
        await settleOne(store, { version: 2, outcome: 'retry', dueInMs: 5_000 });
        between(await dueIn(store), 4_000, 5_000);
    }));

test('a parked activity rests until a new fact or a person revives it', () =>
    withStore(async (store) => {
        await claimedCall(store);
        await settleOne(store, { outcome: 'parked', error: NOTE });
        assert.deepEqual(await store.activities.claim('default', 1), []);
        assert.equal((await store.activities.counts('default')).parked, 1);
        await store.deliveries.accept(delivery('d2', [link('AC1', 'u')]));
        await afterDebounce(store);
        const [revived] = await store.activities.claim('default', 1);
        assert.equal(revived?.version, 2);
        assert.equal(revived?.attempts, 0);
        await settleOne(store, { version: 2, outcome: 'parked', error: NOTE });
        assert.equal(await store.activities.retry('default', ['call_other']), 0);
        assert.equal(await store.activities.retry('default', null), 1);
        assert.equal((await store.activities.claim('default', 1)).length, 1);
    }));

test('a settlement that comes after its lease, when another has settled a newer version, changes nothing', () =>
    withStore(async (store) => {
        const late = await claimedCall(store);
        await store.deliveries.accept(delivery('d2', [link('AC1', 'u')]));
        await settleOne(store, { version: 2 });
        await store.activities.settle('default', [
            { activityKey: late.activityKey, version: late.version, outcome: 'retry' }
        ]);
        assert.equal(await dueIn(store), undefined);
    }));

test('a paused connection is not due and gives nothing away, but keeps receiving', () =>
    withStore(async (store) => {
        await store.activities.pause('default', 60_000, NOTE);
        await store.deliveries.accept(delivery('d1', [ended('AC1')]));
        await afterDebounce(store);
        assert.deepEqual(await store.activities.dueConnections(), []);
        assert.deepEqual(await store.activities.claim('default', 1), []);
        const row = await store.connections.get('default');
        assert.deepEqual(row?.pausedBecause, NOTE);
        between(row?.pausedForMs, 50_000, 60_000);
        await store.activities.resume('default');
        assert.deepEqual(await store.activities.dueConnections(), ['default']);
        assert.equal((await store.connections.get('default'))?.pausedForMs, undefined);
    }));

test('what backed off because of a pause is due when it ends; what backs off for its own reason keeps its turn', () =>
    withStore(async (store) => {
        await claimedCall(store);
        await settleOne(store, { outcome: 'retry', error: NOTE, dueInMs: 60_000 });
        await store.activities.pause('default', 60_000, { ...NOTE, code: 'SF-STORAGE' });
        await store.activities.resume('default');
        between(await dueIn(store), 50_000, 60_000);
        await store.activities.pause('default', 60_000, NOTE);
        await store.activities.resume('default');
        assert.ok(((await dueIn(store)) ?? 0) <= 0);
        assert.deepEqual(await store.activities.dueConnections(), ['default']);
    }));

test('activities are counted by kind and state', () =>
    withStore(async (store) => {
        await claimedCall(store);
        await settleOne(store, { outcome: 'parked', error: NOTE });
        await store.deliveries.accept(delivery('d2', [message('CN1', 'M1')]));
        await afterDebounce(store);
        const { oldestDueMs, ...counts } = await store.activities.counts('default');
        assert.deepEqual(counts, {
            total: 2,
            byKind: { call: 1, messages: 1 },
            byMatch: {},
            due: 1,
            waiting: 0,
            parked: 1
        });
        between(oldestDueMs, 0, 10_000);
    }));
