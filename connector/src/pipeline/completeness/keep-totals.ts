import { KEYS } from '../../contracts/key-value.ts';
import { completenessTotals } from '../../domain/completeness/totals.ts';
import { localTime } from '../../domain/records/local-time.ts';
import { errorData } from '../../log.ts';
import type { Connection, PipelineContext } from '../pipeline-context.ts';

const DAYS = 7;

/** Keeps where the calls and texts of the last days are, for monitoring; what cannot be counted holds up nothing. */
export async function keepTotals({ store, log, now }: PipelineContext, connection: Connection): Promise<void> {
    const { id } = connection;
    const { timeZone, inboxes } = connection.preferences();
    const last = localTime(now().toISOString(), timeZone).date;
    try {
        const counts = await store.completeness.counts(id, { last, count: DAYS, timeZone });
        await store.memory.set(id, KEYS.completeness, completenessTotals(counts, inboxes));
    } catch (error) {
        log.warn('completeness not counted', { connection: id, ...errorData(error) });
    }
}
