import type { Fact } from '../../domain/facts.ts';
import type { Match, MatchStatus } from '../../domain/people/match.ts';
import type { ErrorNote } from '../../errors.ts';
import type { KnownRecord } from '../../pipeline/ports/store.ts';
import { contentsOf } from '../claim.ts';
import type { Database } from '../sql.ts';

/** One line of the list of activities. */
export interface ActivityRow {
    readonly subject: string;
    readonly kind: 'call' | 'messages';
    readonly title: string | null;
    readonly inbox: string | null;
    readonly numbers: readonly string[];
    readonly matchStatus: MatchStatus | null;
    readonly match: Match | null;
    readonly outcome: string | null;
    readonly startedAt: string | null;
    readonly firstFactAt: string;
    readonly writtenAt: string | null;
    readonly parked: boolean;
    readonly due: boolean;
    readonly attempts: number;
    readonly error: ErrorNote | null;
    readonly dismissedNote: string | null;
}

export interface HistoryDelivery {
    readonly id: string;
    readonly type: string;
    readonly scheme: string;
    readonly eventId: string | null;
    readonly receivedAt: string;
}

export interface HistoryWrite {
    readonly at: string;
    readonly answer: 'written' | 'refused' | 'removed' | 'failed';
    readonly object: string | null;
    readonly key: string | null;
    readonly salesforceId: string | null;
    /** Names of the fields that differed from what was written before. */
    readonly changed: readonly string[];
    readonly error: ErrorNote | null;
}

/** Everything that is known of one activity, oldest first. */
export interface History {
    readonly activity: ActivityRow;
    readonly deliveries: readonly HistoryDelivery[];
    readonly facts: readonly Fact[];
    readonly records: readonly KnownRecord[];
    readonly writes: readonly HistoryWrite[];
}

const ISO = (column: string) => `to_char(${column} at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

const ACTIVITY = `
select subject, kind, title, inbox, numbers, match_status as "matchStatus", match, outcome,
    ${ISO('started_at')} as "startedAt", ${ISO('first_fact_at')} as "firstFactAt", ${ISO('written_at')} as "writtenAt",
    parked_at is not null as parked, due_at is not null as due, attempts, error,
    case when dismissed_at is not null then dismissed_note end as "dismissedNote"
from activities`;

export interface ActivityFilter {
    readonly limit?: number;
    readonly status?: MatchStatus;
    readonly inbox?: string;
    readonly number?: string;
    readonly kind?: 'call' | 'messages';
}

/** The newest first. */
export async function recentActivities(
    db: Database,
    connection: string,
    { limit = 50, status, inbox, number, kind }: ActivityFilter
): Promise<readonly ActivityRow[]> {
    return db.rows<ActivityRow>(
        `${ACTIVITY} where connection = $1 and ($3::text is null or match_status = $3) and ($4::text is null or inbox = $4)
            and ($5::text is null or numbers @> array[$5]) and ($6::text is null or kind = $6)
        order by coalesce(started_at, first_fact_at) desc, subject limit $2`,
        [connection, limit, status ?? null, inbox ?? null, number ?? null, kind ?? null]
    );
}

/** @returns undefined when there is no such activity in this connection */
export async function historyOf(db: Database, connection: string, subject: string): Promise<History | undefined> {
    const [activity] = await db.rows<ActivityRow>(`${ACTIVITY} where connection = $1 and subject = $2`, [
        connection,
        subject
    ]);
    if (!activity) return undefined;
    const deliveries = await db.rows<HistoryDelivery>(
        `select id, type, scheme, event_id as "eventId", ${ISO('received_at')} as "receivedAt"
        from deliveries where connection = $1 and subjects @> array[$2::text] order by received_at, id`,
        [connection, subject]
    );
    const writes = await db.rows<HistoryWrite>(
        `select ${ISO('at')} as at, answer, object, key, salesforce_id as "salesforceId", changed, error
        from writes where connection = $1 and subject = $2 order by seq`,
        [connection, subject]
    );
    const contents = await contentsOf(db, connection, [subject]);
    return { activity, deliveries, writes, ...(contents.get(subject) ?? { facts: [], records: [] }) };
}
