import type { Held, NotedRecord } from '../../contracts/store.ts';
import { jsonbText } from '../database/jsonb-text.ts';
import type { Database, Sql } from '../database/sql.ts';
import { sealedRows } from '../sealing/sealed.ts';
import { recordKey } from './record-key.ts';
import { makeDue } from './schedule.ts';

/** Who holds an activity by its newest claim keeps it, also when the lease ran out and nobody came. */
const STILL_HELD = `
with h as (select * from jsonb_to_recordset($2::jsonb) as h (activity_key text, claim bigint)),
l as (
    select a.activity_key from activities a join h using (activity_key)
    where a.connection = $1 and a.claims = h.claim order by a.activity_key for update of a)
update activities a set lease_until = now() + $3 * interval '1 millisecond'
from l where a.connection = $1 and a.activity_key = l.activity_key
returning a.activity_key as "activityKey"`;

/**
 * `attempted`: what is about to be sent. `overtaken`: what a worker that was overtaken sent, beside what whoever took over
 * writes; their own attempt, and its answer, are theirs to keep.
 */
const NOTE = (column: 'attempted' | 'overtaken') => `
insert into records (connection, object, key, activity_key, ${column})
select $1, object, key, activity_key, attempted
from jsonb_to_recordset($2::jsonb) as g (object text, key text, activity_key text, attempted jsonb)
order by object, key
on conflict (connection, object, key) do update set ${column} = excluded.${column}`;

/**
 * Keeps what a write may make and change, before it leaves, of what this process still holds.
 *
 * @returns keys of the activities that it holds no more
 */
export async function noteWrites(
    db: Database,
    connection: string,
    held: readonly Held[],
    records: readonly NotedRecord[],
    leaseMs: number
): Promise<ReadonlySet<string>> {
    if (held.length === 0) return new Set();
    return db.transaction(async (sql) => {
        const claims = held.map(({ activityKey, claim }) => ({ activity_key: activityKey, claim }));
        const rows = await sql.rows<{ activityKey: string }>(STILL_HELD, [connection, jsonbText(claims), leaseMs]);
        const mine = new Set(rows.map(({ activityKey }) => activityKey));
        await note(
            sql,
            'attempted',
            connection,
            records.filter(({ activityKey }) => mine.has(activityKey))
        );
        return new Set(held.map(({ activityKey }) => activityKey).filter((key) => !mine.has(key)));
    });
}

/** Which of these activities somebody else claimed since; one that is gone was forgotten. */
export async function overtakenAmong(
    sql: Sql,
    connection: string,
    held: readonly { readonly activityKey: string; readonly claim?: number | undefined }[]
): Promise<readonly string[]> {
    const claims = held.map(({ activityKey, claim }) => ({ activity_key: activityKey, claim }));
    const rows = await sql.rows<{ activityKey: string }>(
        `select activity_key as "activityKey" from activities
            join jsonb_to_recordset($2::jsonb) as h (activity_key text, claim bigint) using (activity_key)
        where connection = $1 and claims <> h.claim`,
        [connection, jsonbText(claims)]
    );
    return rows.map(({ activityKey }) => activityKey);
}

/**
 * What an overtaken worker sent may have come after what the other one wrote: it is looked at and written again, as it
 * should be.
 */
export async function rewrite(
    sql: Sql,
    connection: string,
    activityKeys: readonly string[],
    sent: readonly NotedRecord[]
): Promise<void> {
    const late = sent.filter(({ activityKey }) => activityKeys.includes(activityKey));
    if (late.length === 0) return;
    await note(sql, 'overtaken', connection, late);
    await makeDue(sql, connection, { activityKeys: [...new Set(late.map(({ activityKey }) => activityKey))] }, true);
}

async function note(
    sql: Sql,
    column: 'attempted' | 'overtaken',
    connection: string,
    records: readonly NotedRecord[]
): Promise<void> {
    if (records.length === 0) return;
    const rows = records.map(({ activityKey, key, ...record }) => ({
        ...record,
        key: recordKey(record.object, key),
        activity_key: activityKey
    }));
    await sql.run(NOTE(column), [connection, sealedRows(rows, { attempted: 'same' })]);
}
