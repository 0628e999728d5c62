import { schedule as cron, type ScheduledTask } from 'node-cron';
import { errorData } from '../log.ts';
import { enrich } from './enrich.ts';
import { refreshDirectory } from './refresh-directory.ts';
import { flush } from './flush.ts';
import { KEYS, type Key } from '../contracts/key-value.ts';
import type { Engine } from '../contracts/engine.ts';
import { reconcile } from './reconcile.ts';
import type { Connection, PipelineContext } from './pipeline-context.ts';

const EVERY_SECOND = '* * * * * *';
const EVERY_THREE_SECONDS = '*/3 * * * * *';
/** Quo's own list is compared with what was told. Counted from the last time, not by the clock on the wall. */
const REPAIR_EVERY_MS = 10 * 60_000;

export interface Schedule {
    /** Something arrived: flush without waiting for the next tick. */
    wake(connection: string): void;
    stop(): Promise<void>;
}

/**
 * Starts what runs by itself. Ticks only ask the engine for jobs; the engine lets one of each run per connection,
 * whatever the number of processes.
 */
export async function startSchedule(works: PipelineContext, engine: Engine): Promise<Schedule> {
    const served = (id: string): Connection | undefined => works.connections.get(id);
    const run =
        (job: (runtime: Connection, signal: AbortSignal) => Promise<unknown>) =>
        async (connection: string, signal: AbortSignal): Promise<void> => {
            const runtime = served(connection);
            if (runtime !== undefined) await job(runtime, signal);
        };
    await engine.start({
        flush: run((runtime, signal) => flush(works, runtime, signal)),
        ask: run((runtime, signal) => enrich(works, runtime, signal)),
        directory: run((runtime) => refreshDirectory(works, runtime)),
        repair: run((runtime, signal) => reconcile(works, runtime, signal)),
        'people-sync': run(async (runtime, signal) => runtime.contactSync?.run(signal))
    });
    const safely = (what: string, tick: () => Promise<void>) => (): Promise<void> =>
        tick().catch((error: unknown) => works.log.warn('tick failed', { what, ...errorData(error) }));
    const flushDue = safely('flush', async () =>
        engine.request('flush', await works.store.activities.dueConnections())
    );
    const askDue = safely('ask', async () => engine.request('ask', await works.store.activities.connectionsWithAsks()));
    const refreshDue = safely('directory', () => requestRefresh(works, engine));
    const tasks: ScheduledTask[] = [
        cron(EVERY_SECOND, flushDue, { noOverlap: true }),
        cron(EVERY_SECOND, askDue, { noOverlap: true }),
        cron(EVERY_SECOND, refreshDue, { noOverlap: true }),
        cron(
            EVERY_THREE_SECONDS,
            safely('people-sync', () => requestPeople(works, engine)),
            { noOverlap: true }
        ),
        cron(
            EVERY_SECOND,
            safely('repair', () => requestRepair(works, engine, REPAIR_EVERY_MS)),
            { noOverlap: true }
        )
    ];
    await refreshDue();
    // What was sent while nobody listened is looked for first.
    await requestRepair(works, engine, 0);
    return {
        wake: () => void flushDue(),
        stop: async () => {
            for (const task of tasks) await task.destroy();
        }
    };
}

/** The directory is refreshed as often as the admin chose. */
async function requestRefresh(works: PipelineContext, engine: Engine): Promise<void> {
    for (const id of works.connections.ids()) {
        const every = (works.connections.get(id)?.preferences().directoryRefreshSeconds ?? 120) * 1_000;
        if (await isTime(works, id, KEYS.directoryRequested, every)) await engine.request('directory', [id]);
    }
}

async function requestRepair(works: PipelineContext, engine: Engine, everyMs: number): Promise<void> {
    for (const id of works.connections.ids())
        if (await isTime(works, id, KEYS.reconcileRequested, everyMs)) await engine.request('repair', [id]);
}

/** Whether the last request was that long ago, and notes this one; all processes share the note. */
async function isTime(works: PipelineContext, connection: string, key: Key<string>, everyMs: number): Promise<boolean> {
    const last = await works.store.memory.get(connection, key);
    if (last !== undefined && last.ageMs < everyMs) return false;
    await works.store.memory.set(connection, key, works.now().toISOString());
    return true;
}

/** Where somebody waits to be shown in Quo, or a full run is under way. */
async function requestPeople(works: PipelineContext, engine: Engine): Promise<void> {
    for (const id of works.connections.ids())
        if (await works.connections.get(id)?.contactSync?.isWaiting()) await engine.request('people-sync', [id]);
}
