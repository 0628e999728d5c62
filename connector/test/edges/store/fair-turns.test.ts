import assert from 'node:assert/strict';
import test from 'node:test';
import { SILENT } from '../../../src/log.ts';
import { pgBossEngine } from '../../../src/store/engine/engine.ts';
import type { OpenStore } from '../../../src/store/open.ts';
import { withStore } from './database.ts';

const quietOnes = (count: number) => Array.from({ length: count }, (_, n) => `quiet-${n}`);

/** An engine on which one connection always has more to do, a turn at a time, each as long as the test says. */
async function withBusyOne(store: OpenStore, quiet: readonly string[]) {
    const engine = pgBossEngine({ pool: store.pool, log: SILENT });
    const done = new Map<string, number>();
    const all = Promise.withResolvers<void>();
    let turns = 0;
    let turn = Promise.withResolvers<void>();
    let isOver = false;
    const began = Promise.withResolvers<void>();
    await engine.start({
        flush: async (connection, signal) => {
            if (connection === 'busy') {
                turns += 1;
                began.resolve();
                signal.addEventListener('abort', () => turn.resolve(), { once: true });
                await turn.promise;
                return isOver ? undefined : 'again';
            }
            done.set(connection, (done.get(connection) ?? 0) + 1);
            if (quiet.every((one) => done.has(one))) all.resolve();
            return undefined;
        }
    });
    const endTurn = () => {
        turn.resolve();
        turn = Promise.withResolvers<void>();
    };
    return {
        engine,
        done,
        all: all.promise,
        began: began.promise,
        turns: () => turns,
        endTurn,
        async stop() {
            isOver = true;
            endTurn();
            await engine.stop(100);
        }
    };
}

for (const count of [3, 40])
    test(`the work of ${count} quiet connections is done within one turn of a busy one`, () =>
        withStore(async (store) => {
            const quiet = quietOnes(count);
            const it = await withBusyOne(store, quiet);
            // All at once, so that the busy one shares whatever is taken together.
            await it.engine.request('flush', ['busy', ...quiet]);
            await Promise.all([it.began, it.all]);
            assert.equal(it.turns(), 1);
            await it.stop();
        }));

test('a quiet connection that was just served is served again while the busy one’s turn goes on', () =>
    withStore(async (store) => {
        const it = await withBusyOne(store, ['quiet-0']);
        await it.engine.request('flush', ['busy', 'quiet-0']);
        await Promise.all([it.began, it.all]);
        while ((it.done.get('quiet-0') ?? 0) < 3) {
            await it.engine.request('flush', ['quiet-0']);
            await new Promise((resolve) => setImmediate(resolve));
        }
        assert.equal(it.turns(), 1);
        await it.stop();
    }));

test('a connection whose turn ends with more to do is behind whoever waits, and gets its next turn', () =>
    withStore(async (store) => {
        const quiet = quietOnes(3);
        const it = await withBusyOne(store, quiet);
        await it.engine.request('flush', ['busy']);
        await it.began;
        await it.engine.request('flush', quiet);
        await it.all;
        it.endTurn();
        while (it.turns() < 2) await new Promise((resolve) => setImmediate(resolve));
        assert.deepEqual([...it.done.values()], [1, 1, 1]);
        await it.stop();
    }));

test('forty connections that hang hold up none of the others', () =>
    withStore(async (store) => {
        const engine = pgBossEngine({ pool: store.pool, log: SILENT });
        const hanging = Array.from({ length: 40 }, (_, n) => `hanging-${n}`);
        const quiet = quietOnes(3);
        const release = Promise.withResolvers<void>();
        const hung = new Set<string>();
        const allHang = Promise.withResolvers<void>();
        const served = new Set<string>();
        const allServed = Promise.withResolvers<void>();
        await engine.start({
            flush: async (connection) => {
                if (quiet.includes(connection)) {
                    if (served.add(connection).size === quiet.length) allServed.resolve();
                    return;
                }
                if (hung.add(connection).size === hanging.length) allHang.resolve();
                await release.promise;
            }
        });
        await engine.request('flush', hanging);
        await allHang.promise;
        await engine.request('flush', quiet);
        await allServed.promise;
        release.resolve();
        await engine.stop();
        assert.equal(served.size, 3);
    }));
