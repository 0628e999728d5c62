import { KEYS } from '../../contracts/key-value.ts';
import type { AppStore } from '../../contracts/app-store.ts';
import { readSettings } from './connection-settings.ts';

type Kept = Pick<AppStore, 'connections' | 'memory'>;

/** The org that a connection's people, matches and records are of; `undefined` until one answered. */
export async function knownOrg({ connections, memory }: Kept, connection: string): Promise<string | undefined> {
    const row = await connections.get(connection);
    const { salesforce } = readSettings(row?.settings ?? {});
    return salesforce?.organizationId ?? (await memory.get(connection, KEYS.organization))?.value;
}

/** The first org that answers for a connection is the one that belongs to it; it is never replaced. */
export async function keepOrg(store: Kept, connection: string, organizationId: string): Promise<void> {
    if ((await knownOrg(store, connection)) === undefined)
        await store.memory.set(connection, KEYS.organization, organizationId);
}
