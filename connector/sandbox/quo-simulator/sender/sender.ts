import { randomUUID } from 'node:crypto';
import PQueue from 'p-queue';
import type { Webhook } from '../world/records.ts';
import { attempt, type How } from './attempt.ts';
import type { Attempt, Delivery, Spoil } from './delivery.ts';
import { createScheduler, type Scheduler } from './scheduler.ts';

/** Quo's schedule: at once, then after each of these; then the delivery has failed (quo.com webhook documentation). */
const RETRY_AFTER_MS = [5_000, 300_000, 1_800_000, 7_200_000, 18_000_000, 36_000_000, 36_000_000];
const AT_ONCE = 32;

export interface SenderDeps {
    readonly now: () => number;
    readonly fetch: typeof fetch;
    /** Real seconds for each second of Quo's retry schedule. */
    readonly retryScale: () => number;
    /** As it is now: a retry is signed with the key of the day, and one that is gone or disabled gets nothing more. */
    readonly webhook: (id: string) => Webhook | undefined;
}

export interface Sending {
    /** Milliseconds before the first attempt. */
    readonly after?: number;
    /** Further sends of the same delivery after it was accepted, each after so many milliseconds. */
    readonly again?: readonly number[];
    /** Spoils the first attempt only. */
    readonly spoil?: Spoil | null;
}

/** Carries deliveries to their webhooks until they are accepted or eight attempts have failed. */
export interface Sender {
    readonly deliveries: Map<string, Delivery>;
    /** Puts a delivery on its way; resolves after its first attempt. */
    send(delivery: Delivery, sending?: Sending): Promise<void>;
    /** A manual retry: a new `webhook-id`, logged as an attempt of the same delivery. */
    retry(delivery: Delivery): Promise<void>;
    /** Forgets every delivery and stops the ones under way. */
    clear(): void;
    /** The same for good: what is still told, by a request that was under way, is tried once and no more. */
    close(): Promise<void>;
}

export function createSender(deps: SenderDeps): Sender {
    const deliveries = new Map<string, Delivery>();
    const scheduler = createScheduler();
    const queue = new PQueue({ concurrency: AT_ONCE });
    const tried: Try = async (delivery, how) => {
        const webhook = deps.webhook(delivery.webhookId);
        if (webhook?.status !== 'enabled') return undefined;
        return queue.add(() => attempt(deps, webhook, delivery, how));
    };

    const work = createWork(deps, scheduler, tried);
    const clear = (): void => {
        scheduler.forget();
        queue.clear();
        deliveries.clear();
    };
    return {
        deliveries,
        send(delivery, sending = {}) {
            deliveries.set(delivery.id, delivery);
            if (!sending.after) return work(delivery, sending, 0);
            const wait = sending.after;
            return new Promise((resolve) => {
                if (!scheduler.later(wait, () => resolve(work(delivery, sending, 0)))) resolve();
            });
        },
        async retry(delivery) {
            const id = `msg_${randomUUID().replaceAll('-', '')}`;
            const done = await tried(delivery, { spoil: null, trigger: 'manual', id });
            if (done?.status === 'success') delivery.status = 'success';
        },
        clear,
        async close() {
            clear();
            scheduler.stop();
            await queue.onIdle();
        }
    };
}

type Try = (delivery: Delivery, how: How) => Promise<Attempt | undefined>;
type Work = (delivery: Delivery, sending: Sending, count: number) => Promise<void>;

/** One attempt, and what follows from it: done, done and sent again, tried later, or failed. */
function createWork(deps: SenderDeps, scheduler: Scheduler, tried: Try): Work {
    const work: Work = async (delivery, sending, count) => {
        delivery.status = 'sending';
        delivery.nextAttemptAt = null;
        const generation = scheduler.generation();
        const plain: How = { spoil: null, trigger: 'scheduled', id: delivery.id };
        const done = await tried(delivery, count === 0 ? { ...plain, spoil: sending.spoil ?? null } : plain);
        if (generation !== scheduler.generation()) return;
        const wait = RETRY_AFTER_MS[count];
        if (done?.status === 'success') {
            delivery.status = 'success';
            for (const ms of sending.again ?? []) scheduler.later(ms, () => void tried(delivery, plain));
        } else if (!done || wait === undefined) {
            delivery.status = 'failed';
        } else {
            const ms = wait * deps.retryScale();
            const isPlanned = scheduler.later(ms, () => void work(delivery, sending, count + 1));
            delivery.status = isPlanned ? 'pending' : 'failed';
            delivery.nextAttemptAt = isPlanned ? new Date(deps.now() + ms).toISOString() : null;
        }
    };
    return work;
}
