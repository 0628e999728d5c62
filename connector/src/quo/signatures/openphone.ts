import { createHash, createHmac } from 'node:crypto';
import type { Verdict } from '../../contracts/quo/quo.ts';
import { equalSignatures } from './equal-signatures.ts';
import { isFresh } from './tolerance.ts';
import type { SignatureHeaders } from './verify.ts';

/** `hmac;1;1639710054089;<base64>`. The documented timestamp has 13 digits; its unit is never stated. */
const PART = /^hmac;1;(\d{9,14});([A-Za-z0-9+/]+={0,2})$/;
const SECONDS_HAVE_AT_MOST = 11;
const BASE64 = /^[A-Za-z0-9+/]+={0,2}$/;

/**
 * Checks the older scheme: `timestamp.body` over the raw bytes, HMAC-SHA256 with the key's bytes. The header may hold
 * several signatures, separated by commas; parts of other schemes or versions are passed over.
 *
 * @returns the body's hash as id: this scheme has no delivery id
 */
export function verifyOpenphone(
    headers: SignatureHeaders,
    body: Uint8Array,
    keys: readonly string[],
    nowMs: number
): Verdict {
    const parts = (headers['openphone-signature'] ?? '').split(',').flatMap((part) => {
        const [, timestamp, signature] = PART.exec(part.trim()) ?? [];
        return timestamp === undefined || signature === undefined ? [] : [{ timestamp, signature }];
    });
    if (parts.length === 0) return { ok: false, why: 'malformed' };
    const fresh = parts.filter((part) => isFresh(milliseconds(part.timestamp), nowMs));
    if (fresh.length === 0) return { ok: false, why: 'stale' };
    const keyBytes = keys.filter((key) => BASE64.test(key)).map((key) => Buffer.from(key, 'base64'));
    const fits = fresh.some(({ timestamp, signature }) =>
        keyBytes.some(
            (key) =>
                key.length > 0 &&
                equalSignatures(
                    signature,
                    createHmac('sha256', key).update(`${timestamp}.`).update(body).digest('base64')
                )
        )
    );
    if (!fits) return { ok: false, why: 'wrong' };
    return { ok: true, scheme: 'openphone', id: `sha256:${createHash('sha256').update(body).digest('hex')}` };
}

function milliseconds(timestamp: string): number {
    return timestamp.length <= SECONDS_HAVE_AT_MOST ? Number(timestamp) * 1_000 : Number(timestamp);
}
