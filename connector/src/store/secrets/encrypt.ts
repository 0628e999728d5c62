import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto';
import { CodedError } from '../../errors/errors.ts';

/** A secret's place: it opens in this place only, so that rows cannot be exchanged. */
export interface Place {
    readonly connection: string;
    readonly name: string;
}

const KEY_BYTES = 32;
const IV_BYTES = 12;
const TAG_BYTES = 16;

/**
 * @param file where the text was read, for the error
 * @throws {CodedError} STORE-SECRET-KEY when the text is not 32 bytes in base64
 */
export function parseSecretKey(text: string, file?: string): Buffer {
    const key = Buffer.from(text.trim(), 'base64');
    const where = file === undefined ? '' : ` in ${file}`;
    if (key.length !== KEY_BYTES) throw new CodedError('STORE-SECRET-KEY', `${key.length} bytes instead of 32${where}`);
    return key;
}

/** AES-256-GCM: one byte that tells the key, 12 of nonce, 16 of tag, then the secret. */
export function encrypt(key: Buffer, place: Place, secret: string): Buffer {
    const iv = randomBytes(IV_BYTES);
    const cipher = createCipheriv('aes-256-gcm', key, iv).setAAD(associated(place));
    const body = Buffer.concat([cipher.update(secret, 'utf8'), cipher.final()]);
    return Buffer.concat([Buffer.of(keyId(key)), iv, cipher.getAuthTag(), body]);
}

/**
 * @throws {CodedError} STORE-OTHER-KEY when another key sealed it, STORE-SECRET-DAMAGED when it was changed or moved
 */
export function decrypt(key: Buffer, place: Place, sealed: Buffer): string {
    if (sealed[0] !== keyId(key)) throw new CodedError('STORE-OTHER-KEY');
    const iv = sealed.subarray(1, 1 + IV_BYTES);
    const tag = sealed.subarray(1 + IV_BYTES, 1 + IV_BYTES + TAG_BYTES);
    try {
        const decipher = createDecipheriv('aes-256-gcm', key, iv, { authTagLength: TAG_BYTES })
            .setAAD(associated(place))
            .setAuthTag(tag);
        const body = sealed.subarray(1 + IV_BYTES + TAG_BYTES);
        return Buffer.concat([decipher.update(body), decipher.final()]).toString('utf8');
    } catch (error) {
        throw new CodedError('STORE-SECRET-DAMAGED', place.name, { cause: error });
    }
}

function associated({ connection, name }: Place): Buffer {
    return Buffer.from(JSON.stringify([connection, name]), 'utf8');
}

/** Tells two keys apart in 255 cases of 256; in the other, the tag does. */
function keyId(key: Buffer): number {
    return createHash('sha256').update('key id').update(key).digest()[0] ?? 0;
}
