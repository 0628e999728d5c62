import type { Store } from '../../contracts/store.ts';

/** What keeps connections from their whole work, each with its code: `default: SF-LIMIT`. */
export async function troubles({ connections, gaps }: Pick<Store, 'connections' | 'gaps'>): Promise<readonly string[]> {
    const [rows, open] = await Promise.all([connections.list(), gaps.count()]);
    const paused = rows.flatMap(({ id, pausedBecause }) =>
        pausedBecause === undefined ? [] : [`${id}: ${pausedBecause.code}`]
    );
    return [...paused, ...open.map(({ connection, code }) => `${connection}: ${code}`)];
}
