import { errorData } from '../log.ts';
import { enrich } from './enrich.ts';
import { refreshDirectory } from './refresh-directory.ts';
import { flush } from './flush.ts';
import { KEYS, type Key } from '../contracts/key-value.ts';
import type { Engine } from '../contracts/engine.ts';
import { reconcile } from './reconcile.ts';
import { everyMs } from './ticks.ts';
import type { Connection, PipelineContext } from './pipeline-context.ts';

const SECOND = 1_000;
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
export async function startSchedule(context: PipelineContext, engine: Engine): Promise<Schedule> {
    const served = (id: string): Connection | undefined => context.connections.get(id);
    const run =
        (job: (connection: Connection, signal: AbortSignal) => Promise<unknown>) =>
        async (id: string, signal: AbortSignal): Promise<unknown> => {
            const connection = served(id);
            return connection === undefined ? undefined : job(connection, signal);
        };
    await engine.start({
        flush: run((connection, signal) => flush(context, connection, signal)),
        ask: run((connection, signal) => enrich(context, connection, signal)),
        directory: run((connection) => refreshDirectory(context, connection)),
        repair: run((connection, signal) => reconcile(context, connection, signal)),
        'people-sync': run(async (connection, signal) => connection.contactSync?.run(signal))
    });
    const safely = (what: string, tick: () => Promise<void>) => (): Promise<void> =>
        tick().catch((error: unknown) => context.log.warn('tick failed', { what, ...errorData(error) }));
    const flushDue = safely('flush', async () =>
        engine.request('flush', await context.store.activities.dueConnections())
    );
    const askDue = safely('ask', async () =>
        engine.request('ask', await context.store.activities.connectionsWithAsks())
    );
    const refreshDue = safely('directory', () => requestRefresh(context, engine));
    const peopleDue = safely('people-sync', () => requestPeople(context, engine));
    const repairDue = safely('repair', () => requestRepair(context, engine, REPAIR_EVERY_MS));
    const ticks = [
        ...[flushDue, askDue, refreshDue, repairDue].map((tick) => everyMs(SECOND, tick)),
        everyMs(3 * SECOND, peopleDue)
    ];
    await refreshDue();
    // What was sent while nobody listened is looked for first.
    await requestRepair(context, engine, 0);
    return {
        wake: () => void flushDue(),
        stop: async () => {
            await Promise.all(ticks.map((one) => one.stop()));
        }
    };
}

/** The directory is refreshed as often as the admin chose. */
async function requestRefresh(context: PipelineContext, engine: Engine): Promise<void> {
    for (const id of context.connections.ids()) {
        const every = (context.connections.get(id)?.preferences().directoryRefreshSeconds ?? 120) * 1_000;
        if (await isTime(context, id, KEYS.directoryRequested, every)) await engine.request('directory', [id]);
    }
}

async function requestRepair(context: PipelineContext, engine: Engine, everyMs: number): Promise<void> {
    for (const id of context.connections.ids())
        if (await isTime(context, id, KEYS.reconcileRequested, everyMs)) await engine.request('repair', [id]);
}

/** Whether the last request was that long ago, and notes this one; all processes share the note. */
async function isTime(
    context: PipelineContext,
    connection: string,
    key: Key<string>,
    everyMs: number
): Promise<boolean> {
    const last = await context.store.memory.get(connection, key);
    if (last !== undefined && last.ageMs < everyMs) return false;
    await context.store.memory.set(connection, key, context.now().toISOString());
    return true;
}

/** Where somebody waits to be shown in Quo, or a full run is under way. */
async function requestPeople(context: PipelineContext, engine: Engine): Promise<void> {
    for (const id of context.connections.ids())
        if (await context.connections.get(id)?.contactSync?.isWaiting()) await engine.request('people-sync', [id]);
}
