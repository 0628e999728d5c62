import type { Fact } from '../../domain/facts.ts';
import type { Delivery, DeliveryStore, Learnt } from '../../contracts/store.ts';
import { factKey } from './fact-record.ts';
import { IS_FORGOTTEN, toldRows, type Pseudonym } from '../erasure/forgotten.ts';
import { groupCommit } from './group-commit.ts';
import type { Database } from '../database/sql.ts';
import { sealedRows } from '../sealing/sealed.ts';

/** Bursts about one call come within milliseconds; they fold together when its row is due a moment later. */
const DEBOUNCE = "interval '250 milliseconds'";
/** Of one commit: a hundred ordinary deliveries are 200 kB, a few of the largest (1 MiB) share one. */
const LIMITS = { items: 200, bytes: 4 * 1024 * 1024 };
/** PostgreSQL takes any such list for a hundred rows long: with thousands it compares each with each, which takes minutes. */
const LEARN_AT_ONCE = 500;

/** Beyond so many that wait to be written, the whole conversation is read. */
const NEW_FACTS = 200;

/**
 * Inserts the facts of `told`, and makes the activities of the new ones due. Rows are taken in the order of their keys
 * everywhere, so that two processes never wait for each other. An activity in back-off keeps its time; a parked one is
 * revived.
 */
const KEEP_FACTS = `
fresh as (
    insert into facts (connection, activity_key, id, kind, body, numbers, delivery)
    select distinct on (connection, activity_key, id) connection, activity_key, id, kind, body, numbers, delivery
    from told where not exists (
        select from facts old where old.connection = told.connection and old.activity_key = told.activity_key
            and old.id = told.old_id)
    order by connection, activity_key, id
    on conflict do nothing
    returning connection, activity_key, id),
made_due as (
    insert into activities as a (connection, activity_key, kind, version, pending_since, due_at, new_facts)
    select f.connection, f.activity_key, min(t.activity), count(distinct f.id), now(), now() + ${DEBOUNCE},
        case when min(t.activity) = 'messages' then array_agg(distinct f.id) end
    from fresh f join told t using (connection, activity_key, id)
    where t.activity <> 'none'
    group by f.connection, f.activity_key order by 1, 2
    on conflict (connection, activity_key) do update set
        version = a.version + excluded.version,
        new_facts = case when cardinality(a.new_facts) + excluded.version <= ${NEW_FACTS}
            then a.new_facts || excluded.new_facts end,
        last_fact_at = now(),
        pending_since = coalesce(a.pending_since, now()),
        due_at = case when a.backing_off then a.due_at else least(a.due_at, excluded.due_at) end,
        attempts = case when a.parked_at is null then a.attempts else 0 end,
        error = case when a.parked_at is null then a.error end,
        parked_at = null
    returning 1)`;

/** A delivery about something forgotten keeps its id alone, so that it is known when it comes again. */
const ACCEPT = `
with given as (
    select * from jsonb_to_recordset($1::jsonb) as d (
        connection text, id text, scheme text, headers jsonb, body text, reading text, type text, event_id text,
        why text, activity_keys text[])),
t as (
    select * from jsonb_to_recordset($2::jsonb) as t (
        connection text, delivery text, activity_key text, id text, old_id text, activity text, kind text, body jsonb,
        numbers text[], marks text[], began timestamptz)),
unwanted as (
    select distinct t.connection, t.delivery, t.activity_key
    from t join forgotten g on g.connection = t.connection and ${IS_FORGOTTEN}),
kept as (
    insert into deliveries (connection, id, scheme, headers, body, reading, type, event_id, why, activity_keys)
    select connection, id, scheme, case when u then '{}' else headers end,
        case when u then '' else decode(body, 'base64') end, case when u then 'ignored' else reading end, type,
        event_id, case when u then 'forgotten' else why end, case when u then '{}' else activity_keys end
    from (
        select d.*, exists (select from unwanted u where u.connection = d.connection and u.delivery = d.id) as u
        from given d) d
    order by connection, id
    on conflict do nothing
    returning connection, id, why),
told as (
    select t.* from t
    join kept on kept.connection = t.connection and kept.id = t.delivery
    where not exists (
        select from unwanted u
        where u.connection = t.connection and u.delivery = t.delivery and u.activity_key = t.activity_key)),
${KEEP_FACTS}
select connection, id from kept where why is distinct from 'forgotten'`;

const LEARN = `
with told as (
    select $1::text as connection, null::text as delivery, t.*
    from jsonb_to_recordset($2::jsonb) as t (
        activity_key text, id text, old_id text, activity text, kind text, body jsonb, numbers text[], marks text[],
        began timestamptz)
    where not exists (select from forgotten g where g.connection = $1 and ${IS_FORGOTTEN})),
${KEEP_FACTS}
select count(distinct (activity_key, id))::int as facts,
    (count(distinct (t.activity_key, t.body ->> 'messageId')) filter (where t.activity <> 'none' and not exists (
        select from facts k where k.connection = $1 and k.activity_key = t.activity_key
        and (t.activity = 'call' or k.kind = 'message' and k.body ->> 'messageId' = t.body ->> 'messageId'))))::int as missed
from fresh f join told t using (connection, activity_key, id)`;

/** @param receiving connections that are kept for what comes in */
export function deliveryStore(db: Database, mark: Pseudonym, receiving: Database): DeliveryStore {
    return {
        accept: groupCommit(
            (batch: readonly Delivery[]) => keep(receiving, mark, batch),
            (delivery) => delivery.body.byteLength,
            LIMITS
        ),
        async learn(connection, facts) {
            const rows = toldRows(mark, connection, facts);
            const learnt = { facts: 0, missed: 0 };
            for (let start = 0; start < rows.length; start += LEARN_AT_ONCE) {
                const some = sealedRows(rows.slice(start, start + LEARN_AT_ONCE), { body: 'fresh' });
                const [row] = await db.rows<Learnt>(LEARN, [connection, some]);
                learnt.facts += row?.facts ?? 0;
                learnt.missed += row?.missed ?? 0;
            }
            return learnt;
        },
        async counts(connection) {
            const [row] = await db.rows<{ received: number; facts: number; ignored: number; unknown: number }>(
                `select count(*)::int as received,
                    (select count(*)::int from facts where connection = $1) as facts,
                    (count(*) filter (where reading = 'ignored'))::int as ignored,
                    (count(*) filter (where reading = 'unknown'))::int as unknown
                from deliveries where connection = $1`,
                [connection]
            );
            return row ?? { received: 0, facts: 0, ignored: 0, unknown: 0 };
        }
    };
}

async function keep(
    db: Database,
    mark: Pseudonym,
    batch: readonly Delivery[]
): Promise<readonly ('stored' | 'known')[]> {
    const told = batch.flatMap(({ connection, id, reading }) =>
        toldRows(mark, connection, factsOf(reading)).map((row) => ({ connection, delivery: id, ...row }))
    );
    const kept = await db.rows<{ connection: string; id: string }>(ACCEPT, [
        sealedRows(batch.map(deliveryRow), { headers: 'fresh', body: 'fresh', why: 'same' }),
        sealedRows(told, { body: 'fresh' })
    ]);
    const fresh = new Set(kept.map(({ connection, id }) => JSON.stringify([connection, id])));
    // The same delivery twice in one commit: the first of the two was stored, the second was known.
    return batch.map(({ connection, id }) => (fresh.delete(JSON.stringify([connection, id])) ? 'stored' : 'known'));
}

function deliveryRow(delivery: Delivery) {
    const { reading } = delivery;
    return {
        connection: delivery.connection,
        id: delivery.id,
        scheme: delivery.scheme,
        headers: delivery.headers,
        body: delivery.body,
        reading: reading.kind,
        type: reading.type,
        event_id: reading.eventId,
        why: reading.kind === 'facts' ? undefined : reading.why,
        activity_keys: [...new Set(factsOf(reading).map(factKey))]
    };
}

function factsOf(reading: Delivery['reading']): readonly Fact[] {
    return reading.kind === 'facts' ? reading.facts : [];
}
