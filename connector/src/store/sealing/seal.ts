import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto';
import { CodedError } from '../../errors/errors.ts';

const KEY_BYTES = 32;
const IV_BYTES = 12;
const TAG_BYTES = 16;
/** Of bytes that are sealed; no JSON begins so. */
const MAGIC = Buffer.from('\u0001qs1');

/**
 * Locks words and numbers before they reach the database (AES-256-GCM), and opens them.
 *
 * `fresh`: with a random nonce, so that equal texts look different. Otherwise the nonce is a keyed hash (HMAC-SHA-256) of the
 * text itself: equal texts look equal, so that the database can find a number and compare a value without knowing it.
 */
export interface Seal {
    /** Rows of before are still in the database as they were: see `sweep.ts`. */
    isSweeping: boolean;
    /** Tells the key from any other, and nothing of it. */
    readonly keyName: string;
    text(text: string, how?: 'fresh' | 'same'): string;
    /** What is no sealed text is given back as it is. @throws {CodedError} STORE-SECRET-DAMAGED */
    open(text: string): string;
    bytes(bytes: Uint8Array): Buffer;
    /** As `open`. */
    openBytes(bytes: Buffer): Buffer;
    /** A hash that only this store can make: what a value was is not found by trying. */
    hash(text: string): string;
}

/** @param dataKey 32 bytes; every use has a key of its own derived from them (HKDF, RFC 5869) */
export function sealWith(dataKey: Buffer): Seal {
    const keys = {
        fresh: derived(dataKey, 'fresh'),
        same: derived(dataKey, 'same'),
        nonce: derived(dataKey, 'nonce'),
        hash: derived(dataKey, 'hash')
    };
    // Nobody outside can write a text that is taken for a sealed one.
    const name = hmac(keys.hash, 'name').toString('base64url').slice(0, 8);
    const prefixes = { fresh: `~f${name}`, same: `~s${name}` };
    const lock = (key: Buffer, iv: Buffer, plain: Uint8Array): Buffer => {
        const cipher = createCipheriv('aes-256-gcm', key, iv);
        const body = cipher.update(plain);
        cipher.final();
        return Buffer.concat([iv, cipher.getAuthTag(), body]);
    };
    return {
        isSweeping: false,
        keyName: name,
        text(text, how) {
            // PostgreSQL never took NUL (see jsonb-text.ts), and nobody expects it back.
            const plain = Buffer.from(text.replaceAll('\0', '\ufffd'), 'utf8');
            if (how === 'fresh')
                return prefixes.fresh + lock(keys.fresh, randomBytes(IV_BYTES), plain).toString('base64url');
            const iv = hmac(keys.nonce, plain).subarray(0, IV_BYTES);
            return prefixes.same + lock(keys.same, iv, plain).toString('base64url');
        },
        open(text) {
            if (text.charCodeAt(0) !== 126) return text;
            const how = text.startsWith(prefixes.fresh) ? 'fresh' : text.startsWith(prefixes.same) ? 'same' : undefined;
            if (how === undefined) return text;
            return unlock(keys[how], Buffer.from(text.slice(prefixes[how].length), 'base64url')).toString('utf8');
        },
        bytes: (bytes) => Buffer.concat([MAGIC, lock(keys.fresh, randomBytes(IV_BYTES), bytes)]),
        openBytes: (bytes) =>
            bytes.subarray(0, MAGIC.length).equals(MAGIC) ? unlock(keys.fresh, bytes.subarray(MAGIC.length)) : bytes,
        hash: (text) => hmac(keys.hash, text).toString('base64url').slice(0, 24)
    };
}

function unlock(key: Buffer, sealed: Buffer): Buffer {
    try {
        const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(0, IV_BYTES), {
            authTagLength: TAG_BYTES
        }).setAuthTag(sealed.subarray(IV_BYTES, IV_BYTES + TAG_BYTES));
        return Buffer.concat([decipher.update(sealed.subarray(IV_BYTES + TAG_BYTES)), decipher.final()]);
    } catch (error) {
        throw new CodedError('STORE-SECRET-DAMAGED', 'data', { cause: error });
    }
}

function derived(dataKey: Buffer, what: string): Buffer {
    return Buffer.from(hkdfSync('sha256', dataKey, Buffer.alloc(0), `quo data ${what}`, KEY_BYTES));
}

function hmac(key: Buffer, what: string | Uint8Array): Buffer {
    return createHmac('sha256', key).update(what).digest();
}
