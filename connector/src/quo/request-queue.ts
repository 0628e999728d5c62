import PQueue from 'p-queue';
import type { QuoBudget, QuoLane as Lane } from '../contracts/quo-budget.ts';

export type { Lane };

const PRIORITY: Readonly<Record<Lane, number>> = { ringing: 3, 'just-in-time': 2, calls: 1, full: 0 };
/** Nobody looks at a telephone meanwhile. */
const AT_LEISURE: ReadonlySet<Lane> = new Set(['calls', 'full']);

/** Requests that may be under way at once; Quo answers in a few hundred milliseconds. */
const AT_ONCE = 12;
const AT_ONCE_AT_LEISURE = 6;
const SECOND_MS = 1_000;

export interface RequestQueue {
    /** Runs `task` when its turn has come. @throws what the task throws, or the signal's reason */
    run<T>(lane: Lane, task: () => Promise<T>, signal?: AbortSignal): Promise<T>;
    /** Lets nothing start for so long: Quo said that the second's budget is spent. */
    holdFor(ms: number): void;
    waiting(lane: Lane): number;
}

export interface RequestQueueOptions {
    /** What other processes with this key take from as well. */
    readonly shared?: QuoBudget | undefined;
    /** Told of each request how long it waited for its turn, in milliseconds. */
    readonly onStart?: ((lane: Lane, waitedMs: number) => void) | undefined;
}

/**
 * The requests of this process, through one API key.
 *
 * No more than `perSecond` start in any second. What is asked at leisure starts evenly, one a second slower than that,
 * and never has all the places: an urgent request finds a free one at once instead of at the end of a second that was used
 * up or behind questions that Quo does not answer, and a further one takes the next that falls free.
 */
export function requestQueue(perSecond: number, { shared, onStart }: RequestQueueOptions = {}): RequestQueue {
    const all = new PQueue({ concurrency: AT_ONCE, intervalCap: perSecond, interval: SECOND_MS, strict: true });
    const spaced = Math.ceil(SECOND_MS / Math.max(1, perSecond - 1));
    const leisure = new PQueue({ concurrency: AT_ONCE_AT_LEISURE, intervalCap: 1, interval: spaced });
    const waiting: Record<Lane, number> = { ringing: 0, 'just-in-time': 0, calls: 0, full: 0 };
    let resume: NodeJS.Timeout | undefined;

    async function run<T>(lane: Lane, task: () => Promise<T>, signal?: AbortSignal): Promise<T> {
        const turn = { priority: PRIORITY[lane], signal };
        const askedAt = Date.now();
        waiting[lane] += 1;
        let started = false;
        const start = async () => {
            const done = await shared?.take(lane, signal);
            if (signal?.aborted === true) done?.();
            signal?.throwIfAborted();
            started = true;
            waiting[lane] -= 1;
            // A clock that was set back is no negative wait.
            onStart?.(lane, Math.max(0, Date.now() - askedAt));
            return task().finally(done);
        };
        const queued = () => all.add(start, turn);
        try {
            return await (AT_LEISURE.has(lane) ? leisure.add(queued, turn) : queued());
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
