import { PgBoss, type WorkOptions } from 'pg-boss';
import type pg from 'pg';
import { errorData, type Log } from '../../log.ts';
import type { Engine, JobName } from '../../contracts/engine.ts';
import { oneByOne } from '../database/migrate.ts';

type Handler = (connection: string, signal: AbortSignal) => Promise<void>;
interface Request {
    readonly connection: string;
}

const JOBS: readonly JobName[] = ['flush', 'ask', 'directory', 'repair', 'people-sync'];

/** The least that pg-boss takes: a job whose process died is another's after some 13 s. */
const HEARTBEAT_SECONDS = 10;
const SUPERVISE_SECONDS = 5;
const GRACE_MS = 10_000;

/** At most one job of a name for each connection waits or runs (`exclusive`); a failed one is tried again for ever. */
const QUEUE = {
    policy: 'exclusive',
    retryLimit: 1_000,
    retryDelay: 1,
    retryBackoff: true,
    retryDelayMax: 60,
    heartbeatSeconds: HEARTBEAT_SECONDS,
    expireInSeconds: 3_600,
    deleteAfterSeconds: 60
} as const;

/** One connection's flush must not wait for another's, so several are taken at once, each with its own result. */
function workOptions(job: JobName) {
    return {
        batchSize: 25,
        localConcurrency: job === 'flush' ? 4 : 2,
        perJobResults: true,
        burstWhenBatchFull: true,
        // A job asked for by this process wakes its own workers; the poll is for what others asked, and for retries.
        pollingIntervalSeconds: job === 'flush' ? 1 : 2
    } as const satisfies WorkOptions;
}

export interface EngineOptions {
    readonly pool: pg.Pool;
    readonly log: Log;
    /** How often jobs of dead processes are looked for. */
    readonly superviseSeconds?: number;
}

function bossOn(pool: pg.Pool, log: Log, superviseIntervalSeconds: number): PgBoss {
    const boss = new PgBoss({
        db: { executeSql: (text, values) => pool.query(text, values) },
        superviseIntervalSeconds,
        // Else each queue is looked after once a minute only, however often the supervisor comes (pg-boss 12.38).
        monitorIntervalSeconds: superviseIntervalSeconds,
        schedule: false,
        registerInstance: false
    });
    boss.on('error', (error) => log.warn('engine.error', errorData(error)));
    boss.on('warning', ({ message }) => log.warn('engine.warning', { message }));
    return boss;
}

/** Spreads the jobs over the processes on one database with pg-boss. The pool stays the caller's. */
export function pgBossEngine({ pool, log, superviseSeconds = SUPERVISE_SECONDS }: EngineOptions): Engine {
    const boss = bossOn(pool, log, superviseSeconds);
    const stopping = new AbortController();
    const workers = new Map<JobName, string>();

    async function runOne(job: JobName, handler: Handler, request: { id: string; data: Request; signal: AbortSignal }) {
        const { connection } = request.data;
        try {
            await handler(connection, AbortSignal.any([request.signal, stopping.signal]));
            return { id: request.id, status: 'completed' as const };
        } catch (error) {
            const said = errorData(error);
            if (!stopping.signal.aborted) log.error('engine.job-failed', { job, connection, ...said });
            return { id: request.id, status: 'failed' as const, output: said };
        }
    }
    async function work(job: JobName, handler: Handler): Promise<void> {
        const id = await boss.work<Request, unknown, ReturnType<typeof workOptions>>(job, workOptions(job), (jobs) =>
            Promise.all(jobs.map((one) => runOne(job, handler, one)))
        );
        workers.set(job, id);
    }

    return {
        async start(handlers) {
            // Two that make pg-boss's schema at once: one of them ends with an error (pg-boss 12.38).
            await oneByOne(pool, async () => {
                await boss.start();
                for (const job of JOBS) await boss.createQueue(job, QUEUE);
            });
            for (const job of JOBS) {
                const handler = handlers[job];
                if (handler) await work(job, handler);
            }
        },
        async request(job, connections) {
            if (connections.length === 0 || stopping.signal.aborted) return;
            await boss.insert(
                job,
                connections.map((connection) => ({ singletonKey: connection, data: { connection } }))
            );
            const worker = workers.get(job);
            if (worker) boss.notifyWorker(worker);
        },
        async stop(graceMs = GRACE_MS) {
            stopping.abort();
            await boss.stop({ graceful: true, timeout: graceMs, close: false });
        }
    };
}
