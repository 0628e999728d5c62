import { errorData, type Log } from '../../log.ts';
import { RETENTION_DAYS } from '../connections/connection-settings.ts';
import type { OpenStore } from '../../store/open.ts';
import { finishRemovals } from '../connections/remove-connection.ts';
import type { Connections } from '../../compose/connections.ts';

const HOUR = 3_600_000;
const EVERY = 6 * HOUR;

/**
 * Lets raw deliveries go when their connection's time for them is over, a few times a day. Several processes may do it:
 * what one deleted the other does not find.
 *
 * @returns stops it
 */
export function keepRetention(store: OpenStore, connections: Connections, log: Log): () => void {
    const run = async (): Promise<void> => {
        for (const { id, settings } of connections.all()) {
            const deleted = await store.upkeep.deleteOldDeliveries(settings.retentionDays ?? RETENTION_DAYS, id);
            if (deleted.deliveries > 0) log.info('old deliveries deleted', { connection: id, ...deleted });
        }
        await finishRemovals(store, log);
    };
    const safely = (): void => void run().catch((error: unknown) => log.warn('retention failed', errorData(error)));
    const timer = setInterval(safely, EVERY);
    timer.unref();
    safely();
    return () => clearInterval(timer);
}
