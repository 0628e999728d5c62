import assert from 'node:assert/strict';
import { test } from 'node:test';
import { WHOLE_SINCE } from '../../src/contracts/directory.ts';
import { SILENT } from '../../src/log.ts';
import { startSchedule } from '../../src/pipeline/schedule.ts';
import { pgBossEngine } from '../../src/store/engine/engine.ts';
import { privateStore } from '../edges/store/database.ts';
import { answeredCall } from '../pipeline/answered-call.ts';
import { contextOf, inMemoryConnection } from '../pipeline/in-memory-connection.ts';
import { until } from '../river/user-actions.ts';

const IDS = Array.from({ length: 40 }, (_, n) => `org-${n}`);
const [HANGING = '', ...WELL] = IDS;

test('one org that hangs among forty keeps no other from being written, and is written when it answers', async () => {
    const { store, drop } = await privateStore();
    const { promise: answers, resolve: answer } = Promise.withResolvers<void>();
    const all = new Map(IDS.map((id) => [id, inMemoryConnection(id, id === HANGING ? () => answers : undefined)]));
    const context = contextOf(store, all);
    const nobody = { people: [], gone: [], related: [], goneRelated: [] };
    for (const id of IDS) {
        await store.connections.ensure(id);
        await store.directory.apply(id, { ...nobody, highWater: { [WHOLE_SINCE]: '2026-11-20T16:00:00.000Z' } });
        await store.deliveries.learn(id, answeredCall(`AC-${id}`));
    }
    const engine = pgBossEngine({ pool: store.pool, log: SILENT });
    const schedule = await startSchedule(context, engine);
    const written = (): readonly string[] => IDS.filter((id) => all.get(id)?.org.records.has(`Task/call_AC-${id}`));
    const writtenOnce = (count: number): Promise<true> =>
        until(
            async () => (written().length === count ? (true as const) : undefined),
            async () => written()
        );
    await writtenOnce(WELL.length);
    assert.deepEqual(written(), WELL);
    answer();
    await writtenOnce(IDS.length);
    for (const { org } of all.values()) assert.equal(org.records.size, 1);
    await schedule.stop();
    await engine.stop();
    await drop();
});
