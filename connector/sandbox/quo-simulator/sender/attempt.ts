import { randomUUID } from 'node:crypto';
import type { Webhook } from '../world/records.ts';
import type { Attempt, Delivery, Spoil } from './delivery.ts';
import { signedRequest } from './request.ts';

const ATTEMPT_TIMEOUT_MS = 10_000; // as third parties quote Quo's documentation
const KEPT_RESPONSE = 2_000;

export interface How {
    readonly spoil: Spoil | null;
    readonly trigger: Attempt['triggerType'];
    /** The `webhook-id` to send: the delivery's own, except for a manual retry. */
    readonly id: string;
}

/** Posts a delivery once and logs it. Any 2xx is accepted; no answer within ten seconds is status 0. */
export async function attempt(
    deps: { readonly now: () => number; readonly fetch: typeof fetch },
    webhook: Webhook,
    delivery: Delivery,
    how: How
): Promise<Attempt> {
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
        const bytes = new Uint8Array(body);
        const response = await send(url, { method: 'POST', headers, body: bytes, redirect: 'manual', signal });
        return { status: response.status, text: await response.text() };
    } catch (error) {
        return { status: 0, text: error instanceof Error ? error.message : String(error) };
    }
}
