import { errorData } from '../log.ts';
import { enrich } from './enrich.ts';
import { refreshDirectory } from './refresh-directory.ts';
import { flush } from './flush.ts';
import { KEYS } from '../contracts/key-value.ts';
import { REST_MS } from './contact-sync/contact-sync.ts';
import type { Engine } from '../contracts/engine.ts';
import { reconcile } from './reconcile/reconcile.ts';
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
    const repeatedDue = safely('directory and repair', () => requestRepeated(context, engine, REPAIR_EVERY_MS));
    const peopleDue = safely('people-sync', () => requestPeople(context, engine));
    const ticks = [
        ...[flushDue, askDue, repeatedDue].map((tick) => everyMs(SECOND, tick)),
        everyMs(3 * SECOND, peopleDue)
    ];
    // What was sent while nobody listened is looked for first.
    await safely('directory and repair', () => requestRepeated(context, engine, 0))();
    return {
        wake: () => void flushDue(),
        stop: async () => {
            await Promise.all(ticks.map((one) => one.stop()));
        }
    };
}

/** The directory is refreshed as often as the admin chose. One statement for all connections. */
async function requestRepeated(context: PipelineContext, engine: Engine, repairEveryMs: number): Promise<void> {
    const taken = await context.store.schedule.take(
        context.connections.ids().flatMap((connection) => {
            const seconds = context.connections.get(connection)?.preferences().directoryRefreshSeconds ?? 120;
            return [
                { connection, name: KEYS.directoryRequested.name, everyMs: seconds * SECOND },
                { connection, name: KEYS.reconcileRequested.name, everyMs: repairEveryMs }
            ];
        })
    );
    const named = (wanted: string): readonly string[] =>
        taken.flatMap(({ connection, name }) => (name === wanted ? connection : []));
    await engine.request('directory', named(KEYS.directoryRequested.name));
    await engine.request('repair', named(KEYS.reconcileRequested.name));
}

/** Where somebody waits to be shown in Quo, or a full run is under way. */
async function requestPeople(context: PipelineContext, engine: Engine): Promise<void> {
    const scopes = new Map(
        context.connections.ids().flatMap((id) => {
            const wanted = context.connections.get(id)?.contactSync?.wanted();
            return wanted === undefined ? [] : [[id, wanted.scope ?? null] as const];
        })
    );
    await engine.request('people-sync', await context.store.schedule.peopleWaiting(scopes, REST_MS));
}
