import { instantText } from '../database/instant.ts';

/** What was forgotten has no activity: it is not listed again. */
export const KEEP_LISTED = `
insert into quo_listed (connection, list, id, activity_key, inbox, began_at)
select distinct on (l.list, l.id) $1, l.list, l.id, l."activityKey", l.inbox, l.began
from jsonb_to_recordset($2::jsonb) as l (list text, id text, "activityKey" text, inbox text, began timestamptz)
where exists (select from activities a where a.connection = $1 and a.activity_key = l."activityKey")
order by 2, 3
on conflict do nothing`;

const BEGAN = `(case when r.fields ->> 'Quo_Started_At__c' ~ '^\\d{4}-' then r.fields ->> 'Quo_Started_At__c' end)::timestamptz`;

/** A day begins where the zone has it begin. */
const SPAN = `l.began_at >= (($2::date - $3::int + 1)::timestamp at time zone $4)
    and l.began_at < (($2::date + 1)::timestamp at time zone $4)`;

/**
 * Each call or text with the Task that tells it: a call's own, a text's that of its window, which began within the hour
 * before it. A Task without a known beginning was written by an earlier version; it counts for what its activity has.
 */
const ITEMS = `
select l.list, l.id, l.activity_key, l.inbox, l.began_at, a.title,
    case
        when r.is_there then 'written'
        when r.is_deleted then 'deleted'
        when r.is_gone then 'gone'
        when a.dismissed_at is not null then 'ignored'
        when a.parked_at is not null then 'parked'
        when a.due_at is not null or a.pending_since is not null then 'waiting'
        else 'not-logged'
    end as state,
    case when not coalesce(r.is_there, false) and a.parked_at is not null then a.error ->> 'code' end as code
from quo_listed l
join activities a on a.connection = l.connection and a.activity_key = l.activity_key
left join lateral (
    select coalesce(r.by_hand ->> 'deleted' = 'true', false) as is_deleted,
        r.gone_at > coalesce(r.written_at, '-infinity') as is_gone,
        r.salesforce_id is not null and r.by_hand ->> 'deleted' is distinct from 'true'
            and (r.gone_at is null or r.gone_at <= r.written_at) as is_there
    from records r
    where r.connection = l.connection and r.activity_key = l.activity_key and r.object = 'Task'
        and (l.list = 'calls' or ${BEGAN} is null
            or ${BEGAN} <= l.began_at + interval '1 second' and ${BEGAN} > l.began_at - interval '3601 seconds')
    order by ${BEGAN} desc nulls last, r.key limit 1) r on true
where l.connection = $1 and ${SPAN}`;

export const COUNT_STATES = `
with items as (${ITEMS})
select (began_at at time zone $4)::date::text as day, inbox, list, state, code, count(*)::int as count
from items group by 1, 2, 3, 4, 5 order by 1 desc, 2 nulls last, 3, 4, 5`;

export const MISSING = `
with items as (${ITEMS})
select list, id, activity_key as "activityKey", title, inbox, ${instantText('began_at')} as began, state, code
from items where state <> 'written' order by began_at desc, id limit $5`;

/** Tasks of a span: of its calls, and of conversations that went on in it or after it. */
const TASKS = (from: string, to: string): string => `
select r.key, r.salesforce_id as id from activities a
join records r on r.connection = a.connection and r.activity_key = a.activity_key
where a.connection = $1 and r.object = 'Task' and r.salesforce_id is not null
    and r.by_hand ->> 'deleted' is distinct from 'true'
    and (a.kind = 'call' and a.started_at >= ${from} - interval '1 day' and a.started_at < ${to} + interval '1 day'
        or a.kind = 'messages' and a.last_fact_at >= ${from})
    and ${BEGAN} >= ${from} and ${BEGAN} < ${to}`;

export const TASKS_OF = `${TASKS('$2::timestamptz', '$3::timestamptz')} order by r.key`;

export const TASKS_BY_DAY = `
with days as (
    select d::date as day, d::date::timestamp at time zone $4 as from_at, (d::date + 1)::timestamp at time zone $4 as to_at
    from generate_series(($2::date - $3::int + 1)::timestamp, $2::date::timestamp, interval '1 day') d)
select day::text, ${instantText('from_at')} as "from", ${instantText('to_at')} as "to",
    (select count(*)::int from (${TASKS('from_at', 'to_at')}) t) as ours
from days order by day desc`;
