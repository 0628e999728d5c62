import assert from 'node:assert/strict';
import test from 'node:test';
import { delivery, link } from './builders.ts';
import { privateStore } from './database.ts';

const CALLS = 25;
const DELIVERIES = 300;

/**
 * What this test is for: a claim that locked and read in one statement passed five long crash tests and then left a call
 * without its last fact, for good. So it compares what was written with what was acknowledged, and not with "nothing is
 * due".
 */
test('while facts pour in from two processes, what is claimed always holds at least the facts of its version', async () => {
    const { store, another, drop } = await privateStore();
    const stores = [store, await another()];
    // The burst's moment would hide the race: here everything is due at once.
    await store.pool.query(
        `create function due_now() returns trigger language plpgsql as
            $$ begin if new.due_at > now() then new.due_at := now(); end if; return new; end $$;
        create trigger due_now before insert or update on activities for each row execute function due_now()`
    );
    const acknowledged = new Map<string, number>();
    const written = new Map<string, number>();
    let receiving = true;
    let ahead = 0;
    let backwards = 0;
    let sent = 0;

    const receive = async (worker: number) => {
        const { deliveries } = stores[worker % 2]!;
        while (sent < DELIVERIES) {
            const n = (sent += 1);
            const calls = Array.from({ length: 4 }, (_, i) => `AC${(n * 7 + i) % CALLS}`);
            await deliveries.accept(
                delivery(
                    `d${n}`,
                    calls.map((call) => link(call, `${n}`))
                )
            );
            for (const call of calls) acknowledged.set(`call_${call}`, (acknowledged.get(`call_${call}`) ?? 0) + 1);
        }
    };
    const write = async (worker: number) => {
        const { activities } = stores[worker % 2]!;
        for (;;) {
            const stopAfter = !receiving;
            const claimed = await activities.claim('default', 200);
            for (const { activityKey, version, facts } of claimed) {
                if (version > facts.length) ahead += 1;
                if ((written.get(activityKey) ?? 0) > facts.length) backwards += 1;
                written.set(activityKey, facts.length);
            }
            await activities.settle(
                'default',
                claimed.map(({ activityKey, version }) => ({ activityKey, version, outcome: 'done' }))
            );
            if (stopAfter && claimed.length === 0) return;
        }
    };
    const writers = [0, 1].map(write);
    await Promise.all(Array.from({ length: 6 }, (_, worker) => receive(worker)));
    receiving = false;
    await Promise.all(writers);
    await write(0);

    assert.equal(ahead, 0, 'a claim whose version is ahead of its facts');
    assert.equal(backwards, 0, 'an activity written with fewer facts than before');
    assert.deepEqual([...written].sort(), [...acknowledged].sort());
    await drop();
});
