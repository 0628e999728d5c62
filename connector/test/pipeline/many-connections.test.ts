import assert from 'node:assert/strict';
import { test } from 'node:test';
import { DEFAULT_PREFERENCES, type Preferences } from '../../src/domain/preferences/preferences.ts';
import { SILENT } from '../../src/log.ts';
import { KEYS } from '../../src/contracts/key-value.ts';
import type { Engine, JobName } from '../../src/contracts/engine.ts';
import type { Connection, PipelineContext } from '../../src/pipeline/pipeline-context.ts';
import { startSchedule } from '../../src/pipeline/schedule.ts';
import { withStore } from '../edges/store/database.ts';

const FULL: Preferences = { ...DEFAULT_PREFERENCES, syncContacts: 'full' };
const idsOf = (count: number): readonly string[] => Array.from({ length: count }, (_, n) => `org-${n}`);
const MAKE = `insert into connections (id) select unnest($1::text[])`;
/** Everything was done a moment ago: for a while nothing is due. */
const DONE = `
insert into memory (connection, name, value)
select c, k.name, k.value from unnest($1::text[]) c, (values
    ('${KEYS.directoryRequested.name}', '""'::jsonb), ('${KEYS.reconcileRequested.name}', '""'::jsonb),
    ('${KEYS.contactsLinked.name}', 'true'::jsonb), ('${KEYS.fullRunFilter.name}', '"{}"'::jsonb)) k (name, value)`;
const RUN_DONE = `insert into quo_contact_runs (connection, state, total) select c, 'done', 1 from unnest($1::text[]) c`;

test('the start and the turns of a process take as many statements for a thousand connections as for one', async () => {
    for (const count of [1, 1_000]) {
        await withStore(async (store) => {
            await store.pool.query(MAKE, [idsOf(count)]);
            await store.pool.query(DONE, [idsOf(count)]);
            await store.pool.query(RUN_DONE, [idsOf(count)]);
            const statements: string[] = [];
            const query = store.pool.query.bind(store.pool) as (...given: unknown[]) => unknown;
            Object.assign(store.pool, {
                query: (...given: unknown[]) => {
                    statements.push(String(given[0]));
                    return query(...given);
                }
            });
            const turns: JobName[] = [];
            const asked: JobName[] = [];
            const done = Promise.withResolvers<undefined>();
            const engine: Engine = {
                start: async () => {},
                stop: async () => {},
                request: async (job, connections) => {
                    if (connections.length > 0) asked.push(job);
                    turns.push(job);
                    if (turns.filter((one) => one === 'people-sync').length === 1) done.resolve(undefined);
                }
            };
            const schedule = await startSchedule(contextOf(store, idsOf(count)), engine);
            assert.deepEqual(asked, ['repair', 'count']);
            await done.promise;
            await schedule.stop();
            assert.deepEqual(asked, ['repair', 'count']);
            const turnsOf = new Map([...Map.groupBy(turns, (job) => job)].map(([job, some]) => [job, some.length]));
            // One statement a turn: to flush, to ask, the repeated ones (which ask for three jobs), the people.
            const each = (['flush', 'ask', 'directory', 'people-sync'] as const).map((job) => turnsOf.get(job) ?? 0);
            assert.equal(
                statements.length,
                each.reduce((sum, one) => sum + one, 0),
                statements.join('\n')
            );
        });
    }
});

test('of two processes that look at the same moment, one takes what is due', async () => {
    await withStore(async (store) => {
        await store.pool.query(MAKE, [idsOf(30)]);
        const due = idsOf(30).map((connection) => ({ connection, name: 'again', everyMs: 60_000 }));
        const taken = await Promise.all([1, 2, 3].map(() => store.schedule.take(due)));
        assert.deepEqual(
            taken
                .flat()
                .map(({ connection }) => connection)
                .sort(),
            idsOf(30).toSorted()
        );
        assert.deepEqual(await store.schedule.take(due), []);
        await store.pool.query(
            `update memory set remembered_at = now() - interval '61 seconds' where connection = 'org-7'`
        );
        assert.deepEqual(await store.schedule.take(due), [{ connection: 'org-7', name: 'again' }]);
    });
});

test('nothing is remembered of a connection that was removed meanwhile', async () => {
    await withStore(async (store) => {
        assert.deepEqual(await store.schedule.take([{ connection: 'gone', name: 'again', everyMs: 1 }]), []);
    });
});

function contextOf(store: PipelineContext['store'], ids: readonly string[]): PipelineContext {
    const connection = {
        preferences: () => FULL,
        contactSync: { wanted: () => ({ scope: '{}' }) }
    } as unknown as Connection;
    const connections = { get: () => connection, ids: () => ids };
    return { store, connections, log: SILENT, now: () => new Date() } as unknown as PipelineContext;
}
