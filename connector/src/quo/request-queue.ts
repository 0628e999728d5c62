import PQueue from 'p-queue';
import type { QuoBudget, QuoLane as Lane } from '../contracts/quo-budget.ts';

export type { Lane };

const PRIORITY: Readonly<Record<Lane, number>> = { calls: 2, 'just-in-time': 1, full: 0 };

/** Requests that may be under way at once; Quo answers in a few hundred milliseconds. */
const AT_ONCE = 8;
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
    const starts: number[] = [];
    let pausedUntil = 0;
    let timer: NodeJS.Timeout | undefined;
    function pauseFor(ms: number): void {
        const until = performance.now() + ms;
        if (until <= pausedUntil) return;
        pausedUntil = until;
        queue.pause();
        clearTimeout(timer);
        timer = setTimeout(() => queue.start(), ms);
    }
    // Told of each task right after its start, and before the next one is looked at.
    queue.addEventListener('active', () => {
        starts.push(performance.now());
        const first = starts.length < most ? undefined : starts.splice(0, starts.length - most + 1).at(-1);
        if (first !== undefined) pauseFor(Math.ceil(first + intervalMs - performance.now()));
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

/**
 * The requests of this process, through one API key.
 *
 * No more than `perSecond` start in any second. The full lane starts its own evenly and one a second slower, so that
 * an urgent request finds a free place at once instead of at the end of a second that the full lane has used up.
 *
 * @param shared what other processes with this key take from as well
 */
export function requestQueue(perSecond: number, shared?: QuoBudget): RequestQueue {
    const all = paced(new PQueue({ concurrency: AT_ONCE }), perSecond, SECOND_MS);
    const spaced = Math.ceil(SECOND_MS / Math.max(1, perSecond - 1));
    const full = paced(new PQueue({ concurrency: AT_ONCE / 2 }), 1, spaced);
    const waiting: Record<Lane, number> = { calls: 0, 'just-in-time': 0, full: 0 };

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
        const queued = () => all.queue.add(start, { priority: PRIORITY[lane], signal });
        try {
            return await (lane === 'full' ? full.queue.add(queued, { signal }) : queued());
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
