import { rotateKeys } from '../application/maintenance/rotate-keys.ts';
import type { Config } from '../config/config.ts';
import type { Log } from '../log.ts';
import { openStore } from '../store/open.ts';

/** `rotate-key`, on the store that the environment names. @returns a sentence for the terminal */
export async function rotate(config: Config, which: 'secrets' | 'recordings', log: Log): Promise<string> {
    const { databaseUrl, dataDir, secretKey } = config;
    const store = await openStore({ databaseUrl, dataDir, secretKey, log });
    try {
        return await rotateKeys(store, config, which);
    } finally {
        await store.close();
    }
}
