import { finishRemovals } from '../connections/remove-connection.ts';
import { RETENTION_DAYS } from '../connections/connection-settings.ts';
import type { AppContext } from '../context.ts';

/**
 * Lets raw deliveries go when their connection's time for them is over, and finishes removals that were interrupted.
 * Several processes may do it: what one deleted the other does not find.
 */
export async function deleteOldDeliveries({
    store,
    connections,
    log
}: Pick<AppContext, 'store' | 'connections' | 'log'>): Promise<void> {
    for (const { id, settings } of connections.all()) {
        const deleted = await store.upkeep.deleteOldDeliveries(settings.retentionDays ?? RETENTION_DAYS, id);
        if (deleted.deliveries > 0) log.info('old deliveries deleted', { connection: id, ...deleted });
    }
    await finishRemovals(store, log);
}
