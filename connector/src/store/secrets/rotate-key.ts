import { CodedError } from '../../errors/errors.ts';
import { parseSecretKey } from './encrypt.ts';
import { confirmNextKey, keyInFolder, nextKeyInFolder, saveNextKey } from './secret-key.ts';
import type { Database } from '../database/sql.ts';
import { checkKey, rotateSecretKey } from './vault.ts';

/** Where the key of an open store comes from, and what it is now. */
export interface KeyRing {
    readonly key: Buffer;
    /** Set when the key is kept in the data folder rather than given. */
    readonly folder?: string;
}

/**
 * The key that opens the vault.
 *
 * A rotation of a kept key writes the new key down first, locks everything anew, and then makes it the key; one that was
 * interrupted between the last two is finished here.
 *
 * @throws {CodedError} STORE-SECRET-KEY, STORE-OTHER-KEY
 */
export async function openKeyRing(
    db: Database,
    given: string | undefined,
    folder: string | undefined
): Promise<KeyRing> {
    if (given !== undefined) {
        const key = parseSecretKey(given);
        await checkKey(db, key);
        return { key };
    }
    if (folder === undefined) throw new CodedError('STORE-SECRET-KEY', 'not set, and DATABASE_URL is');
    const key = await keyInFolder(folder);
    try {
        await checkKey(db, key);
        return { key, folder };
    } catch (error) {
        const next = await nextKeyInFolder(folder);
        if (!next) throw error;
        await checkKey(db, next);
        await confirmNextKey(folder);
        return { key: next, folder };
    }
}

/**
 * Locks every secret with another key. Other processes that run on this store read no secret until they are started
 * again with it.
 *
 * @returns how many secrets were locked anew
 */
export async function rotateKey(db: Database, ring: KeyRing, to: Buffer): Promise<number> {
    if (ring.folder !== undefined) await saveNextKey(ring.folder, to);
    const secrets = await rotateSecretKey(db, ring.key, to);
    if (ring.folder !== undefined) await confirmNextKey(ring.folder);
    return secrets;
}
