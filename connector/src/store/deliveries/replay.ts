import type { Read } from '../../contracts/quo/quo.ts';
import type { DeliveryStore } from '../../contracts/store.ts';
import type { Database } from '../database/sql.ts';
import { sealedRows } from '../sealing/sealed.ts';
import { factKey } from './fact-record.ts';

export interface Replayed {
    /** Deliveries read again. */
    readonly deliveries: number;
    /** Facts that were not known before. */
    readonly facts: number;
}

const PAGE = 100;

/**
 * Reads kept deliveries again from their raw bytes, oldest first: after an update that understands more of them. Facts
 * that were known change nothing.
 *
 * @param reading which ones: those once found `unknown` or `ignored`, or all of them
 */
export async function replayDeliveries(
    db: Database,
    deliveries: DeliveryStore,
    connection: string,
    read: Read,
    reading: 'unknown' | 'ignored' | 'all' = 'unknown'
): Promise<Replayed> {
    const ids = await db.rows<{ id: string }>(
        `select id from deliveries where connection = $1 and ($2 = 'all' or reading = $2) order by received_at, id`,
        [connection, reading]
    );
    let facts = 0;
    for (let start = 0; start < ids.length; start += PAGE) {
        const page = await db.rows<{ id: string; body: Buffer }>(
            'select id, body from deliveries where connection = $1 and id = any ($2) order by received_at, id',
            [connection, ids.slice(start, start + PAGE).map(({ id }) => id)]
        );
        const readings = page.flatMap(({ id, body }) => (body.length === 0 ? [] : [{ id, found: read(body) }]));
        const told = readings.flatMap(({ found }) => (found.kind === 'facts' ? found.facts : []));
        facts += (await deliveries.learn(connection, told)).facts;
        await keepReadings(db, connection, readings);
    }
    return { deliveries: ids.length, facts };
}

async function keepReadings(
    db: Database,
    connection: string,
    readings: readonly { readonly id: string; readonly found: ReturnType<Read> }[]
): Promise<void> {
    const rows = readings.map(({ id, found }) => ({
        id,
        reading: found.kind,
        type: found.type,
        why: found.kind === 'facts' ? null : found.why,
        activity_keys: found.kind === 'facts' ? [...new Set(found.facts.map(factKey))] : []
    }));
    await db.run(
        `update deliveries d set reading = r.reading, type = r.type, why = r.why, activity_keys = r.activity_keys
        from jsonb_to_recordset($2::jsonb) as r (id text, reading text, type text, why text, activity_keys text[])
        where d.connection = $1 and d.id = r.id`,
        [connection, sealedRows(rows, { why: 'same' })]
    );
}
