import type { EnrichmentRequest } from '../../contracts/store.ts';
import { contentsOf } from './contents.ts';
import type { Database } from '../database/sql.ts';

/** Counted when taken, so that a question that kills its process is not asked for ever. */
const CLAIM_ASKS = `
with due as (
    select activity_key from activities where connection = $1 and ask_at <= now()
    order by ask_at limit $2 for update skip locked)
update activities a set asks = a.asks + 1, ask_at = now() + $3 * interval '1 millisecond'
from due where a.connection = $1 and a.activity_key = due.activity_key
returning a.activity_key as "activityKey", a.asks - 1 as asks`;

export async function connectionsWithEnrichment(db: Database): Promise<readonly string[]> {
    const rows = await db.rows<{ id: string }>(
        `select id from connections c where exists (
            select 1 from activities a where a.connection = c.id and a.ask_at <= now()) order by id`
    );
    return rows.map(({ id }) => id);
}

/** `asks` of each: how often it was asked about before. What is taken is due again after `leaseMs`, unless settled. */
export async function claimEnrichment(
    db: Database,
    connection: string,
    limit: number,
    leaseMs: number
): Promise<readonly EnrichmentRequest[]> {
    const rows = await db.rows<{ activityKey: string; asks: number }>(CLAIM_ASKS, [connection, limit, leaseMs]);
    if (rows.length === 0) return [];
    const contents = await contentsOf(
        db,
        connection,
        rows.map(({ activityKey }) => activityKey)
    );
    return rows.map((row) => ({
        ...row,
        facts: contents.get(row.activityKey)?.facts ?? [],
        isLookedUp: contents.get(row.activityKey)?.isLookedUp ?? false
    }));
}

export async function completeEnrichment(
    db: Database,
    connection: string,
    activityKey: string,
    againInMs: number | undefined
): Promise<void> {
    await db.run(
        `update activities set ask_at = now() + $3 * interval '1 millisecond' where connection = $1 and activity_key = $2`,
        [connection, activityKey, againInMs ?? null]
    );
}
