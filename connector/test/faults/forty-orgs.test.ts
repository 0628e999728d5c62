import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { WHOLE_SINCE } from '../../src/contracts/directory.ts';
import { DEFAULT_PREFERENCES } from '../../src/domain/preferences/preferences.ts';
import { SILENT } from '../../src/log.ts';
import { startSchedule } from '../../src/pipeline/schedule.ts';
import type { Connection, PipelineContext } from '../../src/pipeline/pipeline-context.ts';
import { pgBossEngine } from '../../src/store/engine/engine.ts';
import type { OpenStore } from '../../src/store/open.ts';
import { privateStore } from '../edges/store/database.ts';
import { answeredCall, INBOX } from '../pipeline/answered-call.ts';
import { fakeOrg } from '../pipeline/fake-org.ts';
import { until } from '../river/user-actions.ts';

const IDS = Array.from({ length: 40 }, (_, n) => `org-${n}`);
const [HANGING = '', ...WELL] = IDS;

/** A connection on an org and a workspace in memory. `gate`: whatever the org is asked waits for it. */
function connectionOf(id: string, gate: Promise<void> | undefined) {
    const org = fakeOrg();
    const waiting = <T extends readonly unknown[], R>(ask: (...given: T) => Promise<R>) =>
        gate === undefined ? ask : async (...given: T): Promise<R> => gate.then(() => ask(...given));
    const connection: Connection = {
        id,
        org: { ...org, write: waiting(org.write.bind(org)), changes: waiting(org.changes.bind(org)) },
        workspace: {
            inboxes: async () => [INBOX],
            users: async () => [],
            call: async () => undefined,
            recordings: async () => [],
            transcript: async () => [],
            callsBetween: async function* () {},
            messagesBetween: async function* () {}
        },
        preferences: () => DEFAULT_PREFERENCES,
        webhookKeys: () => [],
        recordingUrl: (callId, n) => `https://quo.example.com/recordings/${callId}/${n}`
    };
    return { org, connection };
}

function contextOf(store: OpenStore, connections: ReadonlyMap<string, Connection>): PipelineContext {
    return {
        store,
        connections: { get: (id) => connections.get(id), ids: () => [...connections.keys()] },
        log: SILENT,
        now: () => new Date(),
        sleep,
        hash: (text) => createHash('sha256').update(text).digest('hex'),
        gatherMs: 1_000,
        passEveryMs: 0
    };
}

test('one org that hangs among forty keeps no other from being written, and is written when it answers', async () => {
    const { store, drop } = await privateStore();
    const { promise: answers, resolve: answer } = Promise.withResolvers<void>();
    const all = new Map(IDS.map((id) => [id, connectionOf(id, id === HANGING ? answers : undefined)]));
    const context = contextOf(store, new Map([...all].map(([id, { connection }]) => [id, connection])));
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
