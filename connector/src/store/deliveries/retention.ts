import type { DeletedDeliveries } from '../../contracts/app-store.ts';
import type { Database } from '../database/sql.ts';

/** Rows of one statement: a moment's work, so that receiving never waits behind it. */
const BATCH = 2_000;

/** Activities that still have something to write need nothing but their facts; their raw deliveries wait with them. */
const DELETE_DELIVERIES = `
delete from deliveries d using (
    select connection, id from deliveries o
    where received_at < now() - $1 * interval '1 day' and ($2::text is null or connection = $2) and not exists (
        select 1 from activities a
        where a.connection = o.connection and a.activity_key = any (o.activity_keys)
            and (a.pending_since is not null or a.parked_at is not null))
    limit ${BATCH}) old
where d.connection = old.connection and d.id = old.id`;

const DELETE_WRITES = `
delete from writes w using (
    select connection, activity_key, seq from writes
    where at < now() - $1 * interval '1 day' and ($2::text is null or connection = $2) limit ${BATCH}) old
where w.connection = old.connection and w.activity_key = old.activity_key and w.seq = old.seq`;

/**
 * Deletes raw deliveries, and the histories of writes, that are older than so many days. Facts stay: an activity is what
 * its facts add up to, and a fact that comes later still finds the others. What is not written yet keeps its deliveries.
 *
 * @param connection of this connection only; absent: of all
 */
export async function deleteOldDeliveries(db: Database, days: number, connection?: string): Promise<DeletedDeliveries> {
    const which = [days, connection ?? null];
    const deliveries = await untilNone(() => db.run(DELETE_DELIVERIES, which));
    const writes = await untilNone(() => db.run(DELETE_WRITES, which));
    await db.run(`delete from api_usage where hour < now() - interval '3 days'`);
    await db.run('delete from sessions where expires_at <= now()');
    await db.run('delete from attempts where expire < extract(epoch from now()) * 1000');
    return { deliveries, writes };
}

async function untilNone(deleteSome: () => Promise<number>): Promise<number> {
    for (let total = 0; ;) {
        const deleted = await deleteSome();
        total += deleted;
        if (deleted < BATCH) return total;
    }
}
