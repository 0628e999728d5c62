import assert from 'node:assert/strict';
import { once, EventEmitter } from 'node:events';
import test from 'node:test';
import { setTimeout as delay } from 'node:timers/promises';
import { SILENT } from '../../../src/log.ts';
import { pgBossEngine } from '../../../src/store/engine/engine.ts';
import { privateStore, withStore } from './database.ts';

test('a job asked for runs once for its connection, and asking again while it runs changes nothing', () =>
    withStore(async (store) => {
        const engine = pgBossEngine({ pool: store.pool, log: SILENT });
        const happened = new EventEmitter();
        const runs: string[] = [];
        const gate = Promise.withResolvers<void>();
        await engine.start({
            flush: async (connection) => {
                runs.push(connection);
                happened.emit('run');
                await gate.promise;
            }
        });
        const began = once(happened, 'run');
        await engine.request('flush', ['default']);
        await began;
        await engine.request('flush', ['default']);
        await engine.request('flush', ['default']);
        const { rows } = await store.pool.query(`select state from pgboss.job where name = 'flush'`);
        assert.deepEqual(rows, [{ state: 'active' }]);
        gate.resolve();
        await engine.stop();
        assert.deepEqual(runs, ['default']);
    }));

test('two engines on one database never run a job of one connection at the same time', async () => {
    const { store, another, drop } = await privateStore();
    const second = await another();
    const engines = [store, second].map(({ pool }) => pgBossEngine({ pool, log: SILENT }));
    const inside = new Map<string, number>();
    let most = 0;
    let runs = 0;
    const flush = async (connection: string) => {
        const now = (inside.get(connection) ?? 0) + 1;
        inside.set(connection, now);
        most = Math.max(most, now);
        await delay(5);
        inside.set(connection, now - 1);
        runs += 1;
    };
    for (const engine of engines) await engine.start({ flush });
    // What is asked for while a job still runs is dropped, as it is meant to be: the tick asks again.
    while (runs < 12) {
        await Promise.all(engines.map((engine) => engine.request('flush', ['a', 'b', 'c'])));
        await delay(10);
    }
    for (const engine of engines) await engine.stop();
    assert.equal(most, 1);
    await drop();
});

test('processes that start together on an empty database all come up', async (t) => {
    for (let n = 0; n < 3; n += 1) {
        const { store, another } = await privateStore();
        const stores = [store, await another(), await another(), await another()];
        const engines = stores.map(({ pool }) => pgBossEngine({ pool, log: SILENT }));
        t.after(() => Promise.all(engines.map((engine) => engine.stop())));
        await Promise.all(engines.map((engine) => engine.start({})));
    }
});

test('a handler that throws is tried again', () =>
    withStore(async (store) => {
        const engine = pgBossEngine({ pool: store.pool, log: SILENT });
        const happened = new EventEmitter();
        let tries = 0;
        await engine.start({
            ask: async () => {
                tries += 1;
                if (tries === 1) throw new Error('not now');
                happened.emit('done');
            }
        });
        const done = once(happened, 'done');
        await engine.request('ask', ['default']);
        await done;
        await engine.stop();
        assert.equal(tries, 2);
    }));

test('stopping tells the handlers that run, and waits for them', () =>
    withStore(async (store) => {
        const engine = pgBossEngine({ pool: store.pool, log: SILENT });
        const happened = new EventEmitter();
        let finished = false;
        await engine.start({
            repair: async (_connection, signal) => {
                happened.emit('run');
                await once(signal, 'abort');
                await delay(50);
                finished = true;
            }
        });
        const began = once(happened, 'run');
        await engine.request('repair', ['default']);
        await began;
        await engine.stop();
        assert.ok(finished);
    }));

test('a job whose process died is another’s as soon as its heartbeat is missed, whenever the queue was last looked at', async (t) => {
    const { store } = await privateStore();
    const happened = new EventEmitter();
    const engine = pgBossEngine({ pool: store.pool, log: SILENT, superviseSeconds: 1 });
    t.after(() => engine.stop());
    await engine.start({ flush: async (connection) => void happened.emit('run', connection) });
    const lookedAt = `select 1 from pgboss.queue where name = 'flush' and monitor_on is not null`;
    while ((await store.pool.query(lookedAt)).rowCount === 0) await delay(50);
    const first = once(happened, 'run');
    await engine.request('flush', ['default']);
    await first;
    const ran = once(happened, 'run', { signal: AbortSignal.timeout(30_000) });
    const died = `state = 'active', completed_on = null, started_on = now() - interval '1 minute',
        heartbeat_on = now() - interval '1 minute'`;
    const isDone = `name = 'flush' and state = 'completed'`;
    while ((await store.pool.query(`update pgboss.job set ${died} where ${isDone}`)).rowCount === 0) await delay(50);
    assert.deepEqual(await ran, ['default']);
});
