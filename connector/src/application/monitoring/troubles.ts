import type { ConnectionStore } from '../../contracts/store.ts';

/** What keeps connections from their whole work, each with its code: `default: SF-LIMIT`. */
export async function troubles(connections: ConnectionStore): Promise<readonly string[]> {
    const rows = await connections.list();
    return rows.flatMap(({ id, pausedBecause }) =>
        pausedBecause === undefined ? [] : [`${id}: ${pausedBecause.code}`]
    );
}
