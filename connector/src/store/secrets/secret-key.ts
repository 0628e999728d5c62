import { randomBytes, randomUUID } from 'node:crypto';
import { link, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { inFolder } from '../embedded/folder.ts';
import { parseSecretKey } from './encrypt.ts';
import { codeOf } from '../database/sql.ts';

const FILE = 'secret.key';
const NEXT = 'secret.key.next';

/**
 * The key of the embedded store, beside it in a file that only its user reads. Made at the first start; two first starts
 * at once agree on one.
 *
 * @throws {CodedError} STORE-SECRET-KEY when the file holds something else, STORE-FOLDER when it cannot be read or made
 */
export function keyInFolder(dataDir: string): Promise<Buffer> {
    return inFolder(() => findOrMake(dataDir));
}

async function findOrMake(dataDir: string): Promise<Buffer> {
    const path = join(dataDir, FILE);
    const known = await readIfThere(path);
    if (known !== undefined) return parseSecretKey(known, path);
    const beside = `${path}.${randomUUID()}`;
    await writeFile(beside, newSecretKey(), { mode: 0o600, flush: true });
    try {
        await link(beside, path);
    } catch (error) {
        if (codeOf(error) !== 'EEXIST') throw error;
    } finally {
        await rm(beside);
    }
    return parseSecretKey(await readFile(path, 'utf8'), path);
}

/** 32 random bytes in base64. */
export function newSecretKey(): string {
    return `${randomBytes(32).toString('base64')}\n`;
}

/** Writes down the key that is to follow, before anything is locked with it. */
export async function saveNextKey(dataDir: string, key: Buffer): Promise<void> {
    const path = join(dataDir, NEXT);
    const beside = `${path}.${randomUUID()}`;
    await writeFile(beside, `${key.toString('base64')}\n`, { mode: 0o600, flush: true });
    await rename(beside, path);
}

export async function nextKeyInFolder(dataDir: string): Promise<Buffer | undefined> {
    const text = await readIfThere(join(dataDir, NEXT));
    return text === undefined ? undefined : parseSecretKey(text);
}

/** The key that was to follow is the key. */
export async function confirmNextKey(dataDir: string): Promise<void> {
    await rename(join(dataDir, NEXT), join(dataDir, FILE));
}

async function readIfThere(path: string): Promise<string | undefined> {
    try {
        return await readFile(path, 'utf8');
    } catch (error) {
        if (codeOf(error) === 'ENOENT') return undefined;
        throw error;
    }
}
