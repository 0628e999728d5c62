import PQueue from 'p-queue';
import type { QuoBudget, QuoLane as Lane } from '../contracts/quo/budget.ts';

export type { Lane };

const PRIORITY: Readonly<Record<Lane, number>> = { ringing: 3, 'just-in-time': 2, calls: 1, full: 0 };
/** Nobody looks at a telephone meanwhile. */
const AT_LEISURE: ReadonlySet<Lane> = new Set(['calls', 'full']);

/** Requests that may be under way at once; Quo answers in a few hundred milliseconds. */
const AT_ONCE = 12;
const AT_ONCE_AT_LEISURE = 6;
const SECOND_MS = 1_000;

interface Paced {
    readonly queue: PQueue;
    pauseFor(ms: number): void;
}

/**
 * Lets a queue start so many tasks in any interval. p-queue can do that by itself, but counts by the clock on the wall
 * (10.0.0): one that is set back would hold everything up for as long as it jumped.
 */
function paced(queue: PQueue, most: number, intervalMs: number): Paced {
    let started = 0;
    let holds = 0;
    const later = (ms: number, then: () => void): void =>
        void setTimeout(() => {
            then();
            if (started < most && holds === 0) queue.start();
        }, ms);
    function pauseFor(ms: number): void {
        holds += 1;
        queue.pause();
        later(ms, () => (holds -= 1));
    }
    // Told of each task right after its start, and before the next one is looked at. Timers know no clock on the wall.
    queue.addEventListener('active', () => {
        started += 1;
        if (started >= most) queue.pause();
        later(intervalMs, () => (started -= 1));
    });
    return { queue, pauseFor };
}

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
    const all = paced(new PQueue({ concurrency: AT_ONCE }), perSecond, SECOND_MS);
    const spaced = Math.ceil(SECOND_MS / Math.max(1, perSecond - 1));
    const leisure = paced(new PQueue({ concurrency: AT_ONCE_AT_LEISURE }), 1, spaced);
    const waiting: Record<Lane, number> = { ringing: 0, 'just-in-time': 0, calls: 0, full: 0 };

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
        const queued = () => all.queue.add(start, turn);
        try {
            return await (AT_LEISURE.has(lane) ? leisure.queue.add(queued, turn) : queued());
        } finally {
            if (!(started as boolean)) waiting[lane] -= 1;
        }
    }

    function holdFor(ms: number): void {
        shared?.spent();
        all.pauseFor(ms);
    }

    return { run, holdFor, waiting: (lane) => waiting[lane] };
}
