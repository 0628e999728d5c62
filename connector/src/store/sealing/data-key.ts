import { randomBytes } from 'node:crypto';
import type { Vault } from '../../contracts/store.ts';
import { sealWith, type Seal } from './seal.ts';

/**
 * The key of words and numbers. It lies in the vault, locked with `SECRET_KEY`: to lock the vault with another key is then
 * to lock everything with it, without touching a row.
 */
export async function openSeal(vault: Vault): Promise<Seal> {
    const key = await vault.exchange('connector', 'data', async (known) => known ?? randomBytes(32).toString('base64'));
    return sealWith(Buffer.from(key, 'base64'));
}
