import { randomBytes } from 'node:crypto';
import type { Config } from '../../config/config.ts';
import type { Vault } from '../../contracts/store.ts';
import { CodedError } from '../../errors/errors.ts';
import { replaceDeploymentKey } from '../deployment-keys.ts';

export interface KeyStore {
    readonly vault: Vault;
    /** Locks every secret with another key (base64), all or none. @returns how many secrets */
    rotateSecretKey(to: string): Promise<number>;
}

/**
 * `rotate-key`: locks every stored secret with another key. `rotate-key recordings`: ends every link to a recording that
 * was ever written; records get new ones when they are rendered again.
 *
 * @returns a sentence for the terminal
 * @throws {CodedError} `STORE-SECRET-KEY` when the key to lock with was not given and cannot be kept
 */
export async function rotateKeys(
    store: KeyStore,
    { secretKey, newSecretKey }: Pick<Config, 'secretKey' | 'newSecretKey'>,
    which: 'secrets' | 'recordings'
): Promise<string> {
    if (which === 'recordings') {
        await replaceDeploymentKey(store.vault, 'recording-links');
        return 'Every link to a recording has ended. Start the connector again, then apply the preferences to the last days.';
    }
    // A key that is given from outside must be known outside before anything is locked with it.
    if (secretKey !== undefined && newSecretKey === undefined)
        throw new CodedError('STORE-SECRET-KEY', 'NEW_SECRET_KEY is not set');
    const secrets = await store.rotateSecretKey(newSecretKey ?? randomBytes(32).toString('base64'));
    const next = secretKey === undefined ? '' : ' Set SECRET_KEY to it and start every process again.';
    return `${secrets} secrets are locked with the new key.${next}`;
}
