import { instantText } from '../database/instant.ts';
import type { ActivityFilter, ActivityRow, History } from '../../contracts/monitoring.ts';
import { contentsOf } from '../activities/contents.ts';
import { findable } from '../sealing/sealed.ts';
import type { Database } from '../database/sql.ts';

const ACTIVITY = `
select activity_key as "activityKey", kind, title, inbox, numbers, match_status as "matchStatus", match, outcome,
    ${instantText('started_at')} as "startedAt", ${instantText('first_fact_at')} as "firstFactAt", ${instantText('written_at')} as "writtenAt",
    parked_at is not null as parked, due_at is not null and parked_at is null as due, attempts, error,
    case when dismissed_at is not null then dismissed_note end as "dismissedNote"
from activities`;

/** As the index `records_kept` has it. */
const IS_KEPT = `(kept -> 'fields' <> '[]' or kept -> 'parts' <> '{}' or by_hand ?| array['whoId', 'whatId', 'ownerId'])`;

export async function countKept(db: Database, connection: string): Promise<number> {
    const [found] = await db.rows<{ count: number }>(
        `select count(distinct activity_key)::int as count from records where connection = $1 and ${IS_KEPT}`,
        [connection]
    );
    return found?.count ?? 0;
}

/** The newest first. */
export async function recentActivities(
    db: Database,
    connection: string,
    { limit = 50, status, inbox, number, kind, kept }: ActivityFilter
): Promise<readonly ActivityRow[]> {
    return db.rows<ActivityRow>(
        `${ACTIVITY} where connection = $1 and ($3::text is null or match_status = $3) and ($4::text is null or inbox = $4)
            and ($5::text[] is null or numbers && $5) and ($6::text is null or kind = $6)
            and ($7::bool is null or activity_key in (select r.activity_key from records r where r.connection = $1 and ${IS_KEPT}))
        order by coalesce(started_at, first_fact_at) desc, activity_key limit $2`,
        [
            connection,
            limit,
            status ?? null,
            inbox ?? null,
            number === undefined ? null : findable([number]),
            kind ?? null,
            kept ?? null
        ]
    );
}

/** @returns undefined when there is no such activity in this connection */
export async function historyOf(db: Database, connection: string, activityKey: string): Promise<History | undefined> {
    const [activity] = await db.rows<ActivityRow>(`${ACTIVITY} where connection = $1 and activity_key = $2`, [
        connection,
        activityKey
    ]);
    if (!activity) return undefined;
    const deliveries = await db.rows<History['deliveries'][number]>(
        `select id, type, scheme, event_id as "eventId", ${instantText('received_at')} as "receivedAt"
        from deliveries where connection = $1 and activity_keys @> array[$2::text] order by received_at, id`,
        [connection, activityKey]
    );
    const writes = await db.rows<History['writes'][number]>(
        `select ${instantText('at')} as at, answer, object, key, salesforce_id as "salesforceId", changed, error
        from writes where connection = $1 and activity_key = $2 order by seq`,
        [connection, activityKey]
    );
    const contents = await contentsOf(db, connection, [activityKey]);
    return { activity, deliveries, writes, ...(contents.get(activityKey) ?? { facts: [], records: [] }) };
}
