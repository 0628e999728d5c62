import { randomUUID } from 'node:crypto';
import PQueue from 'p-queue';
import type { Webhook } from '../world/records.ts';
import { type Attempt, type Delivery, type Spoil } from './delivery.ts';
import { signedRequest } from './request.ts';

/** Quo's schedule: at once, then after each of these; then the delivery has failed (quo.com webhook documentation). */
const RETRY_AFTER_MS = [5_000, 300_000, 1_800_000, 7_200_000, 18_000_000, 36_000_000, 36_000_000];
const ATTEMPT_TIMEOUT_MS = 10_000;
const AT_ONCE = 32;
const KEPT_RESPONSE = 2_000;

export interface SenderDeps {
    readonly now: () => number;
    readonly fetch: typeof fetch;
    /** Real seconds for each second of Quo's retry schedule. */
    readonly retryScale: () => number;
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
    /** Puts a delivery on its way; resolves with its first attempt, or `undefined` when the sender was closed before. */
    send(webhook: Webhook, delivery: Delivery, sending?: Sending): Promise<Attempt | undefined>;
    /** A manual retry: a new `webhook-id`, logged as an attempt of the same delivery. */
    retry(webhook: Webhook, delivery: Delivery): Promise<Attempt | undefined>;
    /** Forgets every delivery and stops the ones under way. */
    clear(): void;
    close(): Promise<void>;
}

export function createSender(deps: SenderDeps): Sender {
    const deliveries = new Map<string, Delivery>();
    const timers = new Set<NodeJS.Timeout>();
    const queue = new PQueue({ concurrency: AT_ONCE });
    let generation = 0;
    const later = (ms: number, run: () => void): void => {
        const born = generation;
        const timer = setTimeout(() => {
            timers.delete(timer);
            if (born === generation) run();
        }, ms);
        timers.add(timer);
    };
    const tried = (webhook: Webhook, delivery: Delivery, how: How): Promise<Attempt> =>
        queue.add(() => attempt(deps, webhook, delivery, how));

    const work = async (webhook: Webhook, delivery: Delivery, sending: Sending, count: number): Promise<Attempt> => {
        delivery.status = 'sending';
        delivery.nextAttemptAt = null;
        const spoil = count === 0 ? (sending.spoil ?? null) : null;
        const born = generation;
        const done = await tried(webhook, delivery, { spoil, trigger: 'scheduled', id: delivery.id });
        if (born !== generation) return done;
        const wait = RETRY_AFTER_MS[count];
        if (done.status === 'success') {
            delivery.status = 'success';
            for (const ms of sending.again ?? []) {
                later(ms, () => void tried(webhook, delivery, { spoil: null, trigger: 'scheduled', id: delivery.id }));
            }
        } else if (wait === undefined) {
            delivery.status = 'failed';
        } else {
            const ms = wait * deps.retryScale();
            delivery.status = 'pending';
            delivery.nextAttemptAt = new Date(deps.now() + ms).toISOString();
            later(ms, () => void work(webhook, delivery, sending, count + 1));
        }
        return done;
    };

    const clear = (): void => {
        generation++;
        for (const timer of timers) clearTimeout(timer);
        timers.clear();
        queue.clear();
        deliveries.clear();
    };
    return {
        deliveries,
        send(webhook, delivery, sending = {}) {
            deliveries.set(delivery.id, delivery);
            if (!sending.after) return work(webhook, delivery, sending, 0);
            const { promise, resolve } = Promise.withResolvers<Attempt | undefined>();
            later(sending.after, () => resolve(work(webhook, delivery, sending, 0)));
            return promise;
        },
        retry: (webhook, delivery) =>
            tried(webhook, delivery, { spoil: null, trigger: 'manual', id: `msg_${randomUUID().replaceAll('-', '')}` }),
        clear,
        async close() {
            clear();
            await queue.onIdle();
        }
    };
}

interface How {
    readonly spoil: Spoil | null;
    readonly trigger: Attempt['triggerType'];
    readonly id: string;
}

async function attempt(deps: SenderDeps, webhook: Webhook, delivery: Delivery, how: How): Promise<Attempt> {
    const startedAt = deps.now();
    const { headers, body } = signedRequest(webhook, how.id, delivery.body, startedAt, how.spoil);
    const answer = await post(deps.fetch, webhook.url, headers, body);
    const done: Attempt = {
        id: `atmpt_${randomUUID().replaceAll('-', '')}`,
        timestamp: new Date(startedAt).toISOString(),
        status: answer.status >= 200 && answer.status < 300 ? 'success' : 'failed',
        responseStatusCode: answer.status,
        responseBody: answer.text.slice(0, KEPT_RESPONSE),
        responseDurationMs: deps.now() - startedAt,
        triggerType: how.trigger,
        url: webhook.url,
        spoiled: how.spoil
    };
    delivery.attempts.push(done);
    if (how.trigger === 'manual' && done.status === 'success') delivery.status = 'success';
    return done;
}

async function post(
    send: typeof fetch,
    url: string,
    headers: Record<string, string>,
    body: Buffer
): Promise<{ status: number; text: string }> {
    try {
        const signal = AbortSignal.timeout(ATTEMPT_TIMEOUT_MS);
        const response = await send(url, {
            method: 'POST',
            headers,
            body: new Uint8Array(body),
            redirect: 'manual',
            signal
        });
        return { status: response.status, text: await response.text() };
    } catch (error) {
        return { status: 0, text: error instanceof Error ? error.message : String(error) };
    }
}
