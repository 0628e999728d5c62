import assert from 'node:assert/strict';
import { EventEmitter, once } from 'node:events';
import { after, test } from 'node:test';
import { DEFAULT_PREFERENCES } from '../../src/domain/preferences/preferences.ts';
import { SILENT } from '../../src/log.ts';
import type { Engine, JobName } from '../../src/contracts/engine.ts';
import type { Connection, PipelineContext } from '../../src/pipeline/pipeline-context.ts';
import { startSchedule, type Schedule } from '../../src/pipeline/schedule.ts';
import { privateStore, type PrivateStore } from '../edges/store/database.ts';

const schedules: Schedule[] = [];
after(async () => {
    for (const schedule of schedules) await schedule.stop();
});

/** An engine that runs nothing and remembers what it was asked for. */
function engineThatListens() {
    const happened = new EventEmitter();
    const asked: JobName[] = [];
    const engine: Engine = {
        start: async () => {},
        stop: async () => {},
        request: async (job, connections) => {
            if (connections.length > 0) asked.push(job);
            happened.emit(connections.length > 0 ? job : `${job} of nobody`);
        }
    };
    const count = (job: JobName): number => asked.filter((one) => one === job).length;
    /** Nothing is due, so each tick asks for no flush at all. */
    const ticks = async (n: number): Promise<void> => {
        for (let seen = 0; seen < n; seen += 1) await once(happened, 'flush of nobody');
    };
    return { engine, happened, count, ticks };
}

async function start({ store }: PrivateStore, engine: Engine): Promise<void> {
    const connection = { id: 'default', preferences: () => DEFAULT_PREFERENCES } as Connection;
    const connections = { get: () => connection, ids: () => ['default'] };
    const context = { store, connections, log: SILENT, now: () => new Date() } as unknown as PipelineContext;
    schedules.push(await startSchedule(context, engine));
}

test('Quo’s list is compared at the start of a process, and then ten minutes after the last time, in one of them', async () => {
    const own = await privateStore();
    const [first, second] = [engineThatListens(), engineThatListens()];
    await start(own, first.engine);
    assert.equal(first.count('repair'), 1);
    await start(own, second.engine);
    assert.equal(second.count('repair'), 1);
    await Promise.all([first.ticks(2), second.ticks(2)]);
    assert.deepEqual([first.count('repair'), second.count('repair')], [1, 1]);

    const again = Promise.race([once(first.happened, 'repair'), once(second.happened, 'repair')]);
    await own.store.pool.query(
        `update memory set remembered_at = now() - interval '10 minutes' where name = 'repair-asked'`
    );
    await again;
    await Promise.all([first.ticks(1), second.ticks(1)]);
    // Both may look at the same moment; the engine then takes one of the two.
    assert.ok(first.count('repair') + second.count('repair') <= 4);
});
