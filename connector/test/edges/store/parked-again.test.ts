import assert from 'node:assert/strict';
import test from 'node:test';
import type { Settlement } from '../../../src/contracts/store.ts';
import type { OpenStore } from '../../../src/store/open.ts';
import { afterDebounce, delivery, ended, passTime } from './builders.ts';
import { withStore } from './database.ts';

const HOUR = 3_600_000;
const REFUSED = { code: 'SF-VALIDATION-RULE', seen: 'Choose a country' } as const;
const ACTIVITY = 'call_AC1';

const settle = (store: OpenStore, how: Omit<Settlement, 'activityKey' | 'version'>, version = 1) =>
    store.activities.settle('default', [{ activityKey: ACTIVITY, version, ...how }]);
const park = (store: OpenStore) => settle(store, { outcome: 'parked', error: REFUSED });
const claims = async (store: OpenStore) => (await store.activities.claim('default', 10)).length;

/** One call that Salesforce refused just now. */
async function parkedOne(store: OpenStore): Promise<void> {
    await store.deliveries.accept(delivery('d1', [ended('AC1')]));
    await afterDebounce(store);
    await claims(store);
    await park(store);
}

test('what is parked is tried again by itself: after an hour, then each time after as long as it has waited, then daily', () =>
    withStore(async (store) => {
        await parkedOne(store);
        const waits: number[] = [];
        for (let tries = 0; tries < 8; tries += 1) {
            assert.equal(await claims(store), 0);
            const [row] = await store.watch.parked('default');
            waits.push(Math.round((row?.nextTryInMs ?? Number.NaN) / HOUR));
            await passTime(store, row?.nextTryInMs ?? 0);
            assert.equal(await claims(store), 1);
            await park(store);
        }
        assert.deepEqual(waits, [1, 1, 2, 4, 8, 16, 24, 24]);
        const [row] = await store.watch.parked('default');
        assert.equal(Math.round((row?.parkedForMs ?? 0) / HOUR), 80, 'since it was first parked');
    }));

test('what is parked counts as parked only: nothing that waits, and nothing that is late', () =>
    withStore(async (store) => {
        await parkedOne(store);
        await passTime(store, 2 * HOUR);
        const { due, waiting, parked, oldestDueMs } = await store.activities.counts('default');
        assert.deepEqual([due, waiting, parked, oldestDueMs], [0, 0, 1, undefined]);
        assert.deepEqual(await store.watch.oldestWaiting('default', 10), []);
        assert.deepEqual(await store.activities.dueConnections(), ['default']);
    }));

for (const outcome of ['retry', 'wait'] as const)
    test(`a fault that passes (${outcome}) does not take what is parked off the list, nor its reason`, () =>
        withStore(async (store) => {
            await parkedOne(store);
            await passTime(store, HOUR);
            assert.equal(await claims(store), 1);
            await settle(store, { outcome, dueInMs: 0, error: { code: 'SF-UNREACHABLE', seen: 'ECONNREFUSED' } });
            const [row] = await store.watch.parked('default');
            assert.deepEqual(row?.error, REFUSED);
            assert.ok((row?.nextTryInMs ?? 0) > HOUR / 2);
        }));

test('what went through at last is parked no more', () =>
    withStore(async (store) => {
        await parkedOne(store);
        await passTime(store, HOUR);
        assert.equal(await claims(store), 1);
        await settle(store, { outcome: 'done' });
        assert.deepEqual(await store.watch.parked('default'), []);
        await passTime(store, 48 * HOUR);
        assert.equal(await claims(store), 0);
    }));

test('what a person ignored is not tried again by itself, not even by a try that was under way', () =>
    withStore(async (store) => {
        await parkedOne(store);
        await passTime(store, HOUR);
        assert.equal(await claims(store), 1);
        assert.equal(await store.upkeep.dismiss('default', [ACTIVITY], 'a test call'), 1);
        await park(store);
        await passTime(store, 48 * HOUR);
        assert.deepEqual([await claims(store), await store.watch.parked('default')], [0, []]);
        await store.deliveries.accept(delivery('d2', [ended('AC1', { at: '2026-11-20T17:05:00.000Z' })]));
        await afterDebounce(store);
        assert.equal(await claims(store), 1, 'a new fact is worth a try');
    }));

test('a parked conversation does not ride on the requests of others', () =>
    withStore(async (store) => {
        await parkedOne(store);
        await store.pool.query(`update activities set activity_key = 'conversation_CN1', written_at = null`);
        await store.deliveries.accept(delivery('d2', [ended('AC2')]));
        await afterDebounce(store);
        const claimed = await store.activities.claim('default', 10, 0);
        assert.deepEqual(
            claimed.map(({ activityKey }) => activityKey),
            ['call_AC2']
        );
    }));

test('what an earlier version had parked for good is tried again too', () =>
    withStore(async (store) => {
        await parkedOne(store);
        await store.pool.query('update activities set due_at = null');
        const { readFileSync } = await import('node:fs');
        const sql = new URL('../../../src/store/database/migrations/043_parked_again.sql', import.meta.url);
        await store.pool.query(readFileSync(sql, 'utf8'));
        assert.ok(((await store.watch.parked('default'))[0]?.nextTryInMs ?? 0) > 0);
    }));
