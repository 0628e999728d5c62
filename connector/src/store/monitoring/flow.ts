import type { FlowRow, WaitingRow } from '../../contracts/monitoring.ts';
import type { Database } from '../database/sql.ts';

/** Received → matched → written, by inbox and hour of the call (or of its first fact, while its time is not known). */
export async function flow(db: Database, connection: string, hours: number): Promise<readonly FlowRow[]> {
    const rows = await db.rows<Omit<FlowRow, 'hour'> & { hour: Date }>(
        `select date_trunc('hour', coalesce(started_at, first_fact_at)) as hour, inbox, count(*)::int as received,
            (count(*) filter (where match_status = 'matched'))::int as matched,
            (count(*) filter (where written_at is not null))::int as written,
            (count(*) filter (where parked_at is not null))::int as parked
        from activities
        where connection = $1 and coalesce(started_at, first_fact_at) >= date_trunc('hour', now() - $2 * interval '1 hour')
        group by 1, 2 order by 1, 2`,
        [connection, hours]
    );
    return rows.map((row) => ({ ...row, hour: row.hour.toISOString() }));
}

/** The longest waiting first. */
export async function oldestWaiting(db: Database, connection: string, limit: number): Promise<readonly WaitingRow[]> {
    return db.rows<WaitingRow>(
        `select activity_key as "activityKey", title, inbox, attempts, error,
            (extract(epoch from now() - coalesce(pending_since, due_at)) * 1000)::float8 as "waitingForMs",
            (extract(epoch from due_at - now()) * 1000)::float8 as "dueInMs"
        from activities where connection = $1 and due_at is not null and pending_since is not null
            and parked_at is null
        order by pending_since, activity_key limit $2`,
        [connection, limit]
    );
}
