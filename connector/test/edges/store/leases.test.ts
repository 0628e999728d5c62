import assert from 'node:assert/strict';
import test from 'node:test';
import { setTimeout as delay } from 'node:timers/promises';
import type { Claimed } from '../../../src/contracts/store.ts';
import type { OpenStore } from '../../../src/store/open.ts';
import { afterDebounce, delivery, ended, view } from './builders.ts';
import { privateStore } from './database.ts';

async function dueCall(store: OpenStore): Promise<void> {
    await store.deliveries.accept(delivery('d1', [ended('AC1')]));
    await afterDebounce(store);
}

/** Claims again and again until there is something. */
async function claimSoon({ activities }: OpenStore): Promise<readonly Claimed[]> {
    for (;;) {
        const claimed = await activities.claim('default', 10);
        if (claimed.length > 0) return claimed;
        await delay(20);
    }
}

/** When the one lease ends, in milliseconds of the database's clock. */
async function leaseEnd(store: OpenStore): Promise<number> {
    const { rows } = await store.pool.query<{ ms: number }>(
        'select (extract(epoch from lease_until) * 1000)::float8 as ms from activities where lease_until is not null'
    );
    return rows[0]?.ms ?? NaN;
}

test('a living process keeps what it claimed for as long as it works; a dead one loses it with its lease', async () => {
    const leaseMs = 4_000;
    const { store, another, drop } = await privateStore({ leaseMs });
    const worker = await another();
    await dueCall(store);
    assert.equal((await worker.activities.claim('default', 10)).length, 1);
    const first = await leaseEnd(store);
    // Renewed more than once: it outlives the lease that it was claimed with.
    while ((await leaseEnd(store)) < first + leaseMs / 2) {
        assert.deepEqual(await store.activities.claim('default', 10), []);
        await delay(50);
    }
    await worker.close();
    assert.equal((await claimSoon(store)).length, 1);
    await drop();
});

test('what could not be put back is free when its lease runs out, however long the process lives', async () => {
    const { store, drop } = await privateStore({ leaseMs: 300 });
    await dueCall(store);
    const [one] = await store.activities.claim('default', 1);
    assert.ok(one);
    const unstorable = { ...view(), kind: 'visit' as 'call' };
    await assert.rejects(
        store.activities.settle('default', [
            { activityKey: one.activityKey, version: one.version, outcome: 'done', view: unstorable }
        ])
    );
    assert.equal((await claimSoon(store)).length, 1);
    await drop();
});

test('what was put back and taken by another is not held on to', async () => {
    const { store, another, drop } = await privateStore({ leaseMs: 300 });
    const other = await another();
    await dueCall(store);
    const [one] = await store.activities.claim('default', 1);
    assert.ok(one);
    await store.activities.settle('default', [
        { activityKey: one.activityKey, version: one.version, outcome: 'wait', dueInMs: 0 }
    ]);
    assert.equal((await claimSoon(other)).length, 1);
    await other.close();
    assert.equal((await claimSoon(store)).length, 1);
    await drop();
});
