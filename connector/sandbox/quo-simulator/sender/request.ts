import { randomBytes } from 'node:crypto';
import type { Webhook } from '../world/records.ts';
import type { Spoil } from './delivery.ts';
import { signOpenphone, signStandard } from './sign.ts';

export interface SignedRequest {
    readonly headers: Record<string, string>;
    readonly body: Buffer;
}

const HOUR = 3_600_000;

/** The headers and bytes of one attempt, signed for now: a retry has the same id and a new signature. */
export function signedRequest(
    webhook: Webhook,
    id: string,
    body: Buffer,
    nowMs: number,
    spoil: Spoil | null
): SignedRequest {
    const signedAt = spoil === 'stale' ? nowMs - HOUR : nowMs;
    const keys = spoil === 'signature' ? webhook.keys.map(() => randomBytes(32).toString('base64')) : webhook.keys;
    const headers: Record<string, string> = { 'content-type': 'application/json', 'user-agent': 'Quo-Webhooks/1.0' };
    if (spoil !== 'unsigned') Object.assign(headers, signature(webhook.scheme, keys, id, signedAt, body));
    return { headers, body: spoil === 'body' ? spoiled(body) : body };
}

function signature(
    scheme: Webhook['scheme'],
    keys: readonly string[],
    id: string,
    ms: number,
    body: Buffer
): Record<string, string> {
    if (scheme === 'openphone') return { 'openphone-signature': signOpenphone(keys, ms, body) };
    const seconds = Math.floor(ms / 1_000);
    return {
        'webhook-id': id,
        'webhook-timestamp': String(seconds),
        'webhook-signature': signStandard(keys, id, seconds, body)
    };
}

/** One byte in the middle becomes another. */
function spoiled(body: Buffer): Buffer {
    const copy = Buffer.from(body);
    const middle = Math.floor(copy.length / 2);
    copy[middle] = (copy[middle] ?? 0) ^ 1;
    return copy;
}
