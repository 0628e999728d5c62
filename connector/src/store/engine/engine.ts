import { PgBoss } from 'pg-boss';
import type pg from 'pg';
import { errorData, type Log } from '../../log.ts';
import type { Engine, JobName } from '../../contracts/engine.ts';
import { jobFor, jobRunner, type JobRunner, type JobRunnerOptions } from './job-runner.ts';
import { oneByOne } from '../database/one-by-one.ts';

const JOBS: readonly JobName[] = ['flush', 'ask', 'directory', 'repair', 'count', 'people-sync'];

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

/** A flush that hangs costs a place and nothing else; the other jobs read lists into memory. */
const FLUSHES_AT_ONCE = 100;
const OTHERS_AT_ONCE = 25;

function runnerOptions(job: JobName): JobRunnerOptions {
    return {
        most: job === 'flush' ? FLUSHES_AT_ONCE : OTHERS_AT_ONCE,
        // What is asked for by this process is looked for at once; the poll is for what others asked, and for retries.
        pollMs: job === 'flush' ? 1_000 : 2_000,
        heartbeatMs: (HEARTBEAT_SECONDS / 2) * 1_000
    };
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
    const runners = new Map<JobName, JobRunner>();
    let isStopping = false;

    return {
        async start(handlers) {
            // Two that make pg-boss's schema at once: one of them ends with an error (pg-boss 12.38). Its statements go
            // over other connections, and need nothing that the waiting transaction holds.
            await oneByOne({ pool, log }, async () => {
                await boss.start();
                for (const job of JOBS) await boss.createQueue(job, QUEUE);
            });
            for (const job of JOBS) {
                const handler = handlers[job];
                if (handler) runners.set(job, jobRunner(boss, log, job, handler, runnerOptions(job)));
            }
        },
        async request(job, connections) {
            if (connections.length === 0 || isStopping) return;
            await boss.insert(job, connections.map(jobFor));
            runners.get(job)?.wake();
        },
        async stop(graceMs = GRACE_MS) {
            isStopping = true;
            await Promise.all([...runners.values()].map((runner) => runner.stop(graceMs)));
            await boss.stop({ graceful: true, timeout: graceMs, close: false });
        }
    };
}
