import type { JobWithMetadata, PgBoss } from 'pg-boss';
import { errorData, type Log } from '../../log.ts';
import type { Handler, JobName } from '../../contracts/engine.ts';

interface Request {
    readonly connection: string;
}
type Job = Pick<JobWithMetadata<Request>, 'id' | 'retryCount' | 'data'>;

export interface JobRunnerOptions {
    /** Jobs that run at once in this process: what hangs holds a place until it is given up, so there are many. */
    readonly most: number;
    /** How often jobs are looked for that others asked for, and those that are tried again. */
    readonly pollMs: number;
    /** How often a job says that it is alive. */
    readonly heartbeatMs: number;
}

export interface JobRunner {
    /** Something was asked for: looks at once. */
    wake(): void;
    /** Takes nothing more, tells what runs, and waits for it. */
    stop(graceMs: number): Promise<void>;
}

/**
 * Runs the jobs of one name, each by itself: whoever is done is done, whatever the others take.
 *
 * pg-boss's own workers take batches, whose jobs all count as running until the last one is done: one connection that is
 * busy or hangs would hold up whoever shares its batch, because a job that runs keeps the next one of its connection out.
 */
export function jobRunner(
    boss: PgBoss,
    log: Log,
    job: JobName,
    handler: Handler,
    { most, pollMs, heartbeatMs }: JobRunnerOptions
): JobRunner {
    const stopping = new AbortController();
    const warn = (error: unknown): void => log.warn('engine.error', { job, ...errorData(error) });
    const place: Place = { boss, log, job, handler, warn, stopping: stopping.signal, running: new Map() };
    let looking: Promise<void> | undefined;
    let asked = 0;

    async function look(): Promise<void> {
        for (let seen = -1; seen !== asked;) {
            seen = asked;
            const free = most - place.running.size;
            if (free > 0) await take(place, free, wake);
        }
    }
    function wake(): void {
        if (stopping.signal.aborted) return;
        asked += 1;
        looking ??= look()
            .catch(warn)
            .finally(() => (looking = undefined));
    }
    const poll = setInterval(wake, pollMs);
    const pulse = setInterval(() => void beat(place).catch(warn), heartbeatMs);
    return {
        wake,
        async stop(graceMs) {
            stopping.abort();
            clearInterval(poll);
            await looking;
            await endWithin(place, graceMs);
            clearInterval(pulse);
        }
    };
}

interface Running {
    readonly one: Job;
    /** Aborted when the job is another's by now. */
    readonly lost: AbortController;
    readonly end: Promise<void>;
}

/** What the jobs of one name share in this process. */
interface Place {
    readonly boss: PgBoss;
    readonly log: Log;
    readonly job: JobName;
    readonly handler: Handler;
    readonly warn: (error: unknown) => void;
    readonly stopping: AbortSignal;
    readonly running: Map<string, Running>;
}

async function take(place: Place, free: number, wake: () => void): Promise<void> {
    const { boss, job, running, stopping } = place;
    for (const one of await boss.fetch<Request>(job, { batchSize: free, includeMetadata: true })) {
        const lost = new AbortController();
        const end = run(place, one, AbortSignal.any([lost.signal, stopping])).finally(() => {
            running.delete(one.id);
            wake();
        });
        running.set(one.id, { one, lost, end });
    }
}

async function run({ boss, log, job, handler, warn, stopping }: Place, one: Job, signal: AbortSignal): Promise<void> {
    const { connection } = one.data;
    try {
        const left = await handler(connection, signal);
        await boss.complete(job, attemptOf(one));
        // Behind whoever waits by now.
        if (left === 'again' && !stopping.aborted) await boss.insert(job, [jobFor(connection)]);
    } catch (error) {
        const said = errorData(error);
        if (!stopping.aborted) log.error('engine.job-failed', { job, connection, ...said });
        // A database that is away: the heartbeat stops, and the job is another's.
        await boss.fail(job, attemptOf(one), said).catch(warn);
    }
}

/** Says that the jobs are alive; one that is no longer ours (given up for dead meanwhile) is told so. */
async function beat({ boss, job, running }: Place): Promise<void> {
    // pg-boss's types do not show what it answers (12.38).
    const touched = async (some: readonly Running[]): Promise<unknown> =>
        Reflect.get(
            await boss.touch(
                job,
                some.map(({ one }) => attemptOf(one))
            ),
            'affected'
        );
    const all = [...running.values()];
    if (all.length === 0 || (await touched(all)) === all.length) return;
    for (const one of all) if (running.has(one.one.id) && (await touched([one])) === 0) one.lost.abort();
}

/** Waits for what runs; what takes longer is given up, so that another process need not wait for its heartbeat. */
async function endWithin({ boss, job, running, warn }: Place, graceMs: number): Promise<void> {
    const ends = Promise.all([...running.values()].map(({ end }) => end));
    let late: NodeJS.Timeout | undefined;
    await Promise.race([ends, new Promise((resolve) => (late = setTimeout(resolve, graceMs)))]);
    clearTimeout(late);
    const left = [...running.values()].map(({ one }) => attemptOf(one));
    if (left.length > 0) await boss.fail(job, left).catch(warn);
}

/** At most one of them waits or runs for each connection. */
export function jobFor(connection: string) {
    return { singletonKey: connection, data: { connection } };
}

/** The attempt that was fetched: one that was given up for dead settles nothing of its successor's. */
function attemptOf({ id, retryCount }: Job) {
    return { id, retryCount };
}
