/**
 * What connections cost of which nothing is due: `node scripts/bench/idle.ts [connections] [seconds]`. Statements a second
 * and the share of one core that the process takes, for so many and, in the same run, for ten; and how long the schedule
 * takes to start. Ends with 1 above 20 statements a second.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { setTimeout as sleep } from 'node:timers/promises';
import { DEFAULT_PREFERENCES } from '../../connector/src/domain/preferences/preferences.ts';
import { KEYS } from '../../connector/src/contracts/key-value.ts';
import { SILENT } from '../../connector/src/log.ts';
import type { Connection, PipelineContext } from '../../connector/src/pipeline/pipeline-context.ts';
import { startSchedule } from '../../connector/src/pipeline/schedule.ts';
import { pgBossEngine } from '../../connector/src/store/engine/engine.ts';
import { openStore, type OpenStore } from '../../connector/src/store/open.ts';

const CONNECTIONS = Number(process.argv[2] ?? 1_000);
const SECONDS = Number(process.argv[3] ?? 20);
const FEW = 10;
const MARK = 20;

interface Cost {
    readonly startMs: number;
    readonly statements: number;
    /** Of one core, in per cent. */
    readonly core: number;
}

const few = await costOf(FEW);
const many = await costOf(CONNECTIONS);
console.log(`load ${loadavg()[0]?.toFixed(1)}, ${SECONDS} s each`);
told(FEW, few);
told(CONNECTIONS, many);
console.log(`statements: ratio ${(many.statements / few.statements).toFixed(2)}`);
process.exitCode = many.statements <= MARK ? 0 : 1;
console.log(`${process.exitCode === 0 ? 'held' : 'MISSED'}: at most ${MARK} statements a second`);

async function costOf(count: number): Promise<Cost> {
    const dataDir = await mkdtemp(join(tmpdir(), 'quo-bench-'));
    const store = await openStore({ dataDir, log: SILENT });
    try {
        return await measured(store, await idle(store, count));
    } finally {
        await store.close();
        await rm(dataDir, { recursive: true, force: true });
    }
}

/** Everything was done a moment ago; a comparison with Quo, asked for at the start, ends at once. */
async function idle(store: OpenStore, count: number): Promise<readonly string[]> {
    const ids = Array.from({ length: count }, (_, n) => `org-${n}`);
    await store.pool.query('insert into connections (id) select unnest($1::text[])', [ids]);
    await store.pool.query(
        `insert into memory (connection, name, value, remembered_at)
        select c, n, 'true', now() + interval '1 hour' from unnest($1::text[]) c, unnest($2::text[]) n`,
        [ids, [KEYS.directoryRequested, KEYS.reconcileRequested, KEYS.contactsLinked].map(({ name }) => name)]
    );
    return ids;
}

async function measured(store: OpenStore, ids: readonly string[]): Promise<Cost> {
    let statements = 0;
    const { query } = store.pool;
    Object.assign(store.pool, {
        query: (...given: unknown[]): unknown => {
            statements += 1;
            return Reflect.apply(query, store.pool, given);
        }
    });
    const engine = pgBossEngine({ pool: store.pool, log: SILENT });
    const began = performance.now();
    const schedule = await startSchedule(contextOf(store, ids), engine);
    const startMs = performance.now() - began;
    await sleep(5_000);
    const [before, cpu, from] = [statements, process.cpuUsage(), performance.now()];
    await sleep(SECONDS * 1_000);
    const { user, system } = process.cpuUsage(cpu);
    const ms = performance.now() - from;
    const cost = { startMs, statements: (statements - before) / (ms / 1_000), core: (user + system) / 10 / ms };
    await schedule.stop();
    await engine.stop();
    return cost;
}

function contextOf(store: OpenStore, ids: readonly string[]): PipelineContext {
    const connection = {
        preferences: () => DEFAULT_PREFERENCES,
        contactSync: { wanted: () => ({}) }
    } as unknown as Connection;
    const connections = { get: () => connection, ids: () => ids };
    return { store, connections, log: SILENT, now: () => new Date() } as unknown as PipelineContext;
}

function told(count: number, { startMs, statements, core }: Cost): void {
    const cost = `${statements.toFixed(1)} statements a second, ${core.toFixed(1)} % of one core`;
    console.log(`${count} connections: start ${Math.round(startMs)} ms, ${cost}`);
}
