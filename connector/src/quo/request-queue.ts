import PQueue from 'p-queue';
import type { QuoBudget, QuoLane as Lane } from '../contracts/quo-budget.ts';

export type { Lane };

const PRIORITY: Readonly<Record<Lane, number>> = { calls: 2, 'just-in-time': 1, full: 0 };

/** Requests that may be under way at once; Quo answers in a few hundred milliseconds. */
const AT_ONCE = 8;
const SECOND_MS = 1_000;

export interface RequestQueue {
    /** Runs `task` when its turn has come. @throws what the task throws, or the signal's reason */
    run<T>(lane: Lane, task: () => Promise<T>, signal?: AbortSignal): Promise<T>;
    /** Lets nothing start for so long: Quo said that the second's budget is spent. */
    holdFor(ms: number): void;
    waiting(lane: Lane): number;
}

/**
 * The requests of this process, through one API key.
 *
 * No more than `perSecond` start in any second. The full lane starts its own evenly and one a second slower, so that
 * an urgent request finds a free place at once instead of at the end of a second that the full lane has used up.
 *
 * @param shared what other processes with this key take from as well
 */
export function requestQueue(perSecond: number, shared?: QuoBudget): RequestQueue {
    const all = new PQueue({ concurrency: AT_ONCE, intervalCap: perSecond, interval: SECOND_MS, strict: true });
    const spaced = Math.ceil(SECOND_MS / Math.max(1, perSecond - 1));
    const full = new PQueue({ concurrency: AT_ONCE / 2, intervalCap: 1, interval: spaced });
    const waiting: Record<Lane, number> = { calls: 0, 'just-in-time': 0, full: 0 };
    let resume: NodeJS.Timeout | undefined;

    async function run<T>(lane: Lane, task: () => Promise<T>, signal?: AbortSignal): Promise<T> {
        waiting[lane] += 1;
        let started = false;
        const start = async () => {
            const done = await shared?.take(lane, signal);
            if (signal?.aborted === true) done?.();
            signal?.throwIfAborted();
            started = true;
            waiting[lane] -= 1;
            return task().finally(done);
        };
        const queued = () => all.add(start, { priority: PRIORITY[lane], signal });
        try {
            return await (lane === 'full' ? full.add(queued, { signal }) : queued());
        } finally {
            if (!(started as boolean)) waiting[lane] -= 1;
        }
    }

    function holdFor(ms: number): void {
        shared?.spent();
        all.pause();
        clearTimeout(resume);
        resume = setTimeout(() => all.start(), ms);
    }

    return { run, holdFor, waiting: (lane) => waiting[lane] };
}
