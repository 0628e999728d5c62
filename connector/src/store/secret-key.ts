import { randomBytes, randomUUID } from 'node:crypto';
import { chmod, link, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseSecretKey } from './seal.ts';
import { codeOf } from './sql.ts';

const FILE = 'secret.key';

/**
 * The key of the embedded store, beside it in a file that only its user reads. Made at the first start; two first starts
 * at once agree on one.
 *
 * @throws {CodedError} STORE-SECRET-KEY when the file holds something else
 */
export async function keyInFolder(dataDir: string): Promise<Buffer> {
    const path = join(dataDir, FILE);
    const known = await readIfThere(path);
    if (known !== undefined) return parseSecretKey(known);
    const beside = `${path}.${randomUUID()}`;
    await writeFile(beside, newSecretKey(), { mode: 0o600, flush: true });
    try {
        await link(beside, path);
    } catch (error) {
        if (codeOf(error) !== 'EEXIST') throw error;
    } finally {
        await rm(beside);
    }
    return parseSecretKey(await readFile(path, 'utf8'));
}

/** 32 random bytes in base64. */
export function newSecretKey(): string {
    return `${randomBytes(32).toString('base64')}\n`;
}

/** Replaces the key's file whole; for the rotation of the embedded store's key. */
export async function saveKeyInFolder(dataDir: string, key: Buffer): Promise<void> {
    const path = join(dataDir, FILE);
    const beside = `${path}.${randomUUID()}`;
    await writeFile(beside, `${key.toString('base64')}\n`, { mode: 0o600, flush: true });
    await chmod(beside, 0o600);
    await rename(beside, path);
}

async function readIfThere(path: string): Promise<string | undefined> {
    try {
        return await readFile(path, 'utf8');
    } catch (error) {
        if (codeOf(error) === 'ENOENT') return undefined;
        throw error;
    }
}
