import type { Instance } from 'sandbox-day/instance.ts';
import type { Delivery } from '../sender/delivery.ts';
import { seededRandom } from 'sandbox-day/random.ts';
import type { Sandbox } from '../sandbox.ts';
import { type Disorder, drawFate } from './disorder.ts';
import { learn, stepsOf, type Step } from './steps.ts';

/**
 * A play: a list of steps, told to the webhooks in compressed time. It is playing until the last step is on its way, then
 * done; stopped when somebody asked for it. Deliveries may still be retried after it is done: `pending` counts them.
 */
export interface Play {
    readonly id: string;
    readonly instances: readonly Instance[];
    readonly steps: readonly Step[];
    state: 'playing' | 'done' | 'stopped';
    told: number;
    readonly deliveries: Delivery[];
    readonly dropped: { readonly eventId: string; readonly type: string }[];
    /** Events that no webhook is subscribed to. */
    unrouted: number;
}

export interface Pace {
    /** Real milliseconds from the first step to the last; `null`: each as soon as the one before was answered. */
    readonly totalMs: number | null;
}

/** A part of each scenario, in seconds from its start. */
export interface Span {
    readonly after?: number | undefined;
    readonly before?: number | undefined;
}

export function createPlay(sandbox: Sandbox, id: string, instances: readonly Instance[], span: Span = {}): Play {
    const { after = -Infinity, before = Infinity } = span;
    const isIn = ({ atMs }: Step, { startMs }: Instance): boolean =>
        atMs >= startMs + after * 1_000 && atMs < startMs + before * 1_000;
    const steps = instances
        .flatMap((instance) => stepsOf(sandbox, instance).filter((step) => isIn(step, instance)))
        .sort((a, b) => a.atMs - b.atMs);
    return { id, instances, steps, state: 'playing', told: 0, deliveries: [], dropped: [], unrouted: 0 };
}

/** Plays to the end, or until `signal` stops it. Never throws. */
export async function runPlay(
    sandbox: Sandbox,
    play: Play,
    disorder: Disorder,
    pace: Pace,
    signal: AbortSignal
): Promise<void> {
    const random = seededRandom(disorder.seed);
    const shuffled = disorder.shuffle === true;
    if (shuffled) for (const step of play.steps) learn(sandbox.world, step);
    const order = shuffled ? random.shuffled(play.steps) : [...play.steps].sort((a, b) => a.tellAtMs - b.tellAtMs);
    const offsets = shuffled ? evenly(order.length, pace) : inProportion(order, pace);
    const begun = sandbox.now();
    let learned = shuffled ? play.steps.length : 0;
    for (const [i, step] of order.entries()) {
        const wait = (offsets[i] ?? 0) - (sandbox.now() - begun);
        if (wait > 1) await pause(wait, signal);
        if (signal.aborted) break;
        // Whatever happened before this is told is known to the API by then.
        for (; learned < play.steps.length; learned++) {
            const next = play.steps[learned];
            if (!next || next.atMs > step.tellAtMs) break;
            learn(sandbox.world, next);
        }
        const telling = tell(sandbox, play, step, drawFate(disorder, random));
        if (pace.totalMs === null) await Promise.race([telling, aborted(signal)]);
    }
    play.state = signal.aborted ? 'stopped' : 'done';
}

/** Puts one step's deliveries on their way; resolves when each had its first attempt. */
async function tell(sandbox: Sandbox, play: Play, step: Step, fate: ReturnType<typeof drawFate>): Promise<void> {
    play.told++;
    if (step.lost || fate.dropped) {
        play.dropped.push({ eventId: step.event.id, type: step.event.type });
        return;
    }
    const { deliveries, attempted } = sandbox.publish(step.event, { ...fate, family: step.family, play: play.id });
    if (deliveries.length === 0) play.unrouted++;
    play.deliveries.push(...deliveries);
    await attempted;
}

function evenly(count: number, { totalMs }: Pace): number[] {
    return Array.from({ length: count }, (_, i) => ((totalMs ?? 0) * i) / Math.max(1, count - 1));
}

function inProportion(order: readonly Step[], { totalMs }: Pace): number[] {
    const first = order[0]?.tellAtMs ?? 0;
    const span = Math.max(1, (order.at(-1)?.tellAtMs ?? 0) - first);
    return order.map((step) => ((totalMs ?? 0) * (step.tellAtMs - first)) / span);
}

function pause(ms: number, signal: AbortSignal): Promise<void> {
    return new Promise((resolve) => {
        const stop = (): void => {
            clearTimeout(timer);
            resolve();
        };
        const timer = setTimeout(() => {
            signal.removeEventListener('abort', stop);
            resolve();
        }, ms);
        signal.addEventListener('abort', stop, { once: true });
    });
}

function aborted(signal: AbortSignal): Promise<void> {
    return new Promise((resolve) => {
        if (signal.aborted) resolve();
        signal.addEventListener('abort', () => resolve(), { once: true });
    });
}
