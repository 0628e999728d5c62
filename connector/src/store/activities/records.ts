import type { Settlement } from '../../contracts/store.ts';
import type { Sql } from '../database/sql.ts';
import { recordKey } from './record-key.ts';
import { sealedRows } from '../sealing/sealed.ts';

const GIVEN = `
with given as (
    select * from jsonb_to_recordset($2::jsonb) as g (
        activity_key text, object text, key text, salesforce_id text, fingerprint text, fields jsonb, error jsonb,
        prints jsonb, kept jsonb, overtaken jsonb,
        by_hand jsonb, written boolean, gone boolean))`;

/** What changed is told by comparing with what we had written, so it comes before the records are kept. */
const HISTORY = `${GIVEN}
insert into writes (connection, activity_key, answer, object, key, salesforce_id, changed, error)
select $1, g.activity_key,
    case when g.gone then 'removed' when g.error is not null then 'refused' else 'written' end,
    g.object, g.key, coalesce(g.salesforce_id, r.salesforce_id),
    case when g.written then array(
        select name from jsonb_each(g.prints) as p (name, value)
        where r.prints -> name is distinct from value order by name) else '{}' end,
    g.error
from given g left join records r on r.connection = $1 and r.object = g.object and r.key = g.key
where g.gone or g.written or g.error is not null`;

const FAILURES = `
insert into writes (connection, activity_key, answer, error)
select $1, activity_key, 'failed', error from jsonb_to_recordset($2::jsonb) as f (activity_key text, error jsonb)`;

const REMOVE = `${GIVEN}
delete from records r using given g where g.gone and r.connection = $1 and r.object = g.object and r.key = g.key`;

/** A refusal says nothing of the record's content: what we last wrote stays known. */
const KEEP = `${GIVEN}
insert into records as r (
    connection, object, key, activity_key, salesforce_id, fingerprint, fields, prints, kept, overtaken, error, by_hand,
    written_at)
select $1, object, key, activity_key, salesforce_id, fingerprint, fields, prints, kept, overtaken, error, by_hand, case when written then now() end
from given where gone is not true order by object, key
on conflict (connection, object, key) do update set
    activity_key = excluded.activity_key,
    salesforce_id = coalesce(excluded.salesforce_id, r.salesforce_id),
    fingerprint = coalesce(excluded.fingerprint, r.fingerprint),
    fields = coalesce(excluded.fields, r.fields),
    prints = coalesce(excluded.prints, r.prints),
    kept = coalesce(excluded.kept, r.kept),
    attempted = case when excluded.written_at is null then r.attempted end,
    overtaken = case when excluded.written_at is null or r.overtaken is distinct from excluded.overtaken then r.overtaken end,
    error = excluded.error,
    by_hand = coalesce(r.by_hand, excluded.by_hand),
    written_at = coalesce(excluded.written_at, r.written_at)`;

const RECLAIMED = `
with given as (select * from jsonb_to_recordset($2::jsonb) as g (object text, key text, reclaimed jsonb))
update records r set reclaimed = nullif(
    array(select unnest(r.reclaimed) except select jsonb_array_elements_text(g.reclaimed)), '{}')
from given g where r.connection = $1 and r.object = g.object and r.key = g.key and r.reclaimed is not null`;

const SEALED = {
    fingerprint: 'same',
    fields: 'same',
    prints: 'same',
    kept: 'same',
    overtaken: 'same',
    error: 'same',
    by_hand: 'same'
} as const;

/** Keeps what the settlements say of records, and adds it to the activities' histories. */
export async function keepRecords(sql: Sql, connection: string, settlements: readonly Settlement[]): Promise<void> {
    const failures = settlements.filter(({ error, records }) => error && !records?.some((record) => record.error));
    if (failures.length > 0) {
        await sql.run(FAILURES, [
            connection,
            sealedRows(
                failures.map(({ activityKey, error }) => ({ activity_key: activityKey, error })),
                { error: 'same' }
            )
        ]);
    }
    const records = settlements.flatMap((settlement) =>
        (settlement.records ?? []).map(({ salesforceId, byHand, key, ...record }) => ({
            ...record,
            key: recordKey(record.object, key),
            salesforce_id: salesforceId,
            by_hand: byHand,
            activity_key: settlement.activityKey
        }))
    );
    if (records.length === 0) return;
    const rows = sealedRows(records, SEALED);
    await sql.run(HISTORY, [connection, rows]);
    await sql.run(REMOVE, [connection, rows]);
    await sql.run(KEEP, [connection, rows]);
    const reclaimed = records.filter((record) => record.reclaimed !== undefined);
    if (reclaimed.length > 0) await sql.run(RECLAIMED, [connection, sealedRows(reclaimed, SEALED)]);
}
