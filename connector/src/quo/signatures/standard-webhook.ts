import { isUtf8 } from 'node:buffer';
import { createHmac } from 'node:crypto';
import { Webhook } from 'standardwebhooks';
import type { Verdict } from '../../contracts/quo/quo.ts';
import { equalSignatures } from './equal-signatures.ts';
import { isFresh } from './tolerance.ts';
import type { SignatureHeaders } from './verify.ts';

/** Printable ASCII: Node joins a header that was sent twice with `, `, and no delivery id holds a space. */
const DELIVERY_ID = /^[\x21-\x7e]{1,255}$/;
const UNIX_SECONDS = /^\d{9,11}$/;
const ENTRY = /^(\w+),([A-Za-z0-9+/_-]+={0,2})$/;

/**
 * Checks a Standard Webhooks delivery: `webhook-id.webhook-timestamp.body`, HMAC-SHA256, any of several keys, any of
 * several `v1` entries (both happen while a key is rotated).
 */
export function verifyStandardWebhook(
    headers: SignatureHeaders,
    body: Uint8Array,
    keys: readonly string[],
    nowMs: number
): Verdict {
    const id = headers['webhook-id'];
    const timestamp = headers['webhook-timestamp'];
    const entries = (headers['webhook-signature'] ?? '').split(' ').map((entry) => ENTRY.exec(entry));
    if (id === undefined || timestamp === undefined || entries.includes(null)) return { ok: false, why: 'malformed' };
    if (!DELIVERY_ID.test(id) || !UNIX_SECONDS.test(timestamp)) return { ok: false, why: 'malformed' };
    if (!isFresh(Number(timestamp) * 1_000, nowMs)) return { ok: false, why: 'stale' };
    const given = entries.flatMap((entry) => (entry?.[1] === 'v1' && entry[2] !== undefined ? [entry[2]] : []));
    const fits = keys.some((key) => {
        const expected = sign(key, id, timestamp, body);
        return expected !== undefined && given.some((signature) => equalSignatures(signature, expected));
    });
    return fits ? { ok: true, scheme: 'standard-webhooks', id } : { ok: false, why: 'wrong' };
}

/**
 * The library signs text and its `verify` reads the machine's clock, so we take its signature and compare ourselves.
 *
 * @returns undefined when the key cannot be used
 */
function sign(key: string, id: string, timestamp: string, body: Uint8Array): string | undefined {
    try {
        const webhook = new Webhook(key);
        // Bytes that are not UTF-8 would be replaced on the way through text, and another body would get this signature.
        if (!isUtf8(body)) return signBytes(key, `${id}.${timestamp}.`, body);
        const text = Buffer.from(body.buffer, body.byteOffset, body.byteLength).toString('utf8');
        return webhook.sign(id, new Date(Number(timestamp) * 1_000), text).slice('v1,'.length);
    } catch {
        return undefined;
    }
}

function signBytes(key: string, prefix: string, body: Uint8Array): string {
    const bytes = Buffer.from(key.slice('whsec_'.length), 'base64');
    return createHmac('sha256', bytes).update(prefix).update(body).digest('base64');
}
