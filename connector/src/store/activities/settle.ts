import type { ActivityView, Erased, NotedRecord, Settlement } from '../../contracts/store.ts';
import { forgetNumbersAgain } from '../erasure/forget.ts';
import { erasedAmong, type Pseudonym } from '../erasure/forgotten.ts';
import { readableTime } from '../database/readable-time.ts';
import { overtakenAmong, rewrite } from './fence.ts';
import { keepRecords } from './records.ts';
import type { Database, Sql } from '../database/sql.ts';
import { sealedRows } from '../sealing/sealed.ts';

/**
 * Locks in the order of the activity keys, as the insertion does. A settlement of what somebody else claimed since (the lease
 * ran out, another took over) is ignored. Facts that came meanwhile (`a.version > d.version`) keep the activity due.
 *
 * done: clean, or due in `due_in`. wait: due in `due_in`, no attempt. retry: due in `due_in`, else 1 s, 2 s, 4 s … an hour or
 * `at_most`, with a quarter of jitter. parked: due after as long as it has been parked, from an hour up to a day, unless a
 * fact or a person revives it before. A fault that passes, met by such a try, leaves it parked with its reason.
 */
const STAYS_PARKED = `(a.parked_at is not null and a.version = d.version and not d.written and d.outcome in ('retry', 'wait'))`;
const PARKED_TRY = `now() + least(greatest(now() - coalesce(a.parked_at, now()), interval '1 hour'), interval '1 day')`;
const SETTLE = `
with d as (
    select * from jsonb_to_recordset($2::jsonb) as d (
        activity_key text, version bigint, claim bigint, outcome text, due_in float8, at_most float8, error jsonb, written boolean, ask_in float8,
        has_view boolean, kind text, inbox text, numbers text[], match_status text, who_id text, related text[],
        title text, ended_as text, started_at timestamptz, match jsonb, extent jsonb, new_facts text[])),
l as (
    select a.activity_key from activities a join d using (activity_key)
    where a.connection = $1 and d.version >= a.written_version and (d.claim is null or d.claim = a.claims)
    order by a.activity_key for update of a)
update activities a set
    lease_until = null,
    error = case when ${STAYS_PARKED} then a.error else d.error end,
    written_version = case when d.outcome = 'done' then d.version else a.written_version end,
    new_facts = case when d.outcome <> 'done' or d.extent is null then a.new_facts
        when a.version = d.version then '{}'
        when d.new_facts is not null and a.new_facts is not null
            then array(select unnest(a.new_facts) except select unnest(d.new_facts)) end,
    extent = case when d.outcome = 'done' then coalesce(d.extent, a.extent) else a.extent end,
    written_at = case when d.written then now() else a.written_at end,
    backing_off = d.outcome = 'retry' and not ${STAYS_PARKED},
    attempts = case d.outcome when 'done' then 0 when 'retry' then a.attempts + 1 else a.attempts end,
    parked_at = case when d.outcome = 'parked' and a.version = d.version then coalesce(a.parked_at, now())
        when ${STAYS_PARKED} then a.parked_at end,
    pending_since = case when d.outcome <> 'done' then a.pending_since when a.version > d.version then a.last_fact_at end,
    forced_version = case when d.outcome in ('done', 'parked') and a.forced_version <= d.version then null else a.forced_version end,
    due_at = case
        when ${STAYS_PARKED} then ${PARKED_TRY}
        when d.outcome = 'retry' then now() + coalesce(
            d.due_in * interval '1 millisecond',
            least(coalesce(d.at_most * interval '1 millisecond', interval '1 hour'),
                interval '1 second' * power(2, least(a.attempts, 12))) * (0.75 + random() * 0.5))
        when a.version > d.version then now()
        when d.outcome = 'wait' then now() + coalesce(d.due_in, 1000) * interval '1 millisecond'
        when d.outcome = 'done' then now() + d.due_in * interval '1 millisecond'
        when d.outcome = 'parked' then ${PARKED_TRY}
    end,
    ask_at = case
        when d.ask_in is not null then least(a.ask_at, now() + d.ask_in * interval '1 millisecond')
        when d.outcome in ('done', 'wait') then null
        else a.ask_at
    end,
    dismissed_at = case when d.outcome = 'done' then null else a.dismissed_at end,
    kind = case when d.has_view then d.kind else a.kind end,
    inbox = case when d.has_view then d.inbox else a.inbox end,
    numbers = case when d.has_view then d.numbers else a.numbers end,
    match_status = case when d.has_view then d.match_status else a.match_status end,
    who_id = case when d.has_view then d.who_id else a.who_id end,
    related = case when d.has_view then d.related else a.related end,
    title = case when d.has_view then d.title else a.title end,
    outcome = case when d.has_view then d.ended_as else a.outcome end,
    started_at = case when d.has_view then d.started_at else a.started_at end,
    match = case when d.has_view then d.match else a.match end
from d join l using (activity_key) where a.connection = $1 and a.activity_key = d.activity_key`;

const SEALED = { error: 'same', numbers: 'same', title: 'same', match: 'same', extent: 'same' } as const;

/**
 * Puts claimed activities back, with what was written of them, in one transaction.
 *
 * @param sent what was noted of them before it was sent
 * @returns those that were forgotten meanwhile: nothing is kept of them, and what was written just now has to go
 */
export async function settle(
    db: Database,
    mark: Pseudonym,
    connection: string,
    settlements: readonly Settlement[],
    sent: readonly NotedRecord[] = []
): Promise<readonly Erased[]> {
    if (settlements.length === 0) return [];
    const rows = sealedRows(settlements.map(settlementRow), SEALED);
    return db.transaction(async (sql) => {
        const settled = await sql.run(SETTLE, [connection, rows]);
        const isWhole = settled === settlements.length;
        const gone = isWhole ? [] : await goneOf(sql, mark, connection, settlements);
        const overtaken = isWhole ? [] : await overtakenAmong(sql, connection, settlements);
        await rewrite(sql, connection, overtaken, sent);
        const forgotten = new Set(gone.map(({ activityKey }) => activityKey));
        const notOurs = new Set([...forgotten, ...overtaken]);
        const late = settlements.filter(({ activityKey }) => forgotten.has(activityKey));
        await forgetNumbersAgain(
            sql,
            mark,
            connection,
            late.flatMap(({ view }) => view?.numbers ?? [])
        );
        await keepRecords(
            sql,
            connection,
            settlements.filter(({ activityKey }) => !notOurs.has(activityKey))
        );
        return gone;
    });
}

/** Activities are deleted by forgetting alone; the lock keeps it from happening between this look and the commit. */
async function goneOf(
    sql: Sql,
    mark: Pseudonym,
    connection: string,
    settlements: readonly Settlement[]
): Promise<readonly Erased[]> {
    const activityKeys = settlements.map(({ activityKey }) => activityKey);
    const found = await sql.rows<{ activityKey: string }>(
        'select activity_key as "activityKey" from activities where connection = $1 and activity_key = any ($2) order by activity_key for update',
        [connection, activityKeys]
    );
    const here = new Set(found.map(({ activityKey }) => activityKey));
    const gone = activityKeys.filter((activityKey) => !here.has(activityKey));
    if (gone.length === 0) return [];
    const erased = await erasedAmong(sql, mark, connection, gone);
    return gone.map(
        (activityKey) =>
            erased.find((one) => one.activityKey === activityKey) ?? { activityKey, records: false, leads: false }
    );
}

function settlementRow({
    activityKey,
    version,
    claim,
    outcome,
    dueInMs,
    atMostMs,
    error,
    view,
    records = [],
    askInMs,
    extent,
    newFacts
}: Settlement) {
    return {
        activity_key: activityKey,
        version,
        claim,
        outcome,
        due_in: dueInMs,
        at_most: atMostMs,
        error,
        written: records.some(({ written }) => written === true),
        ask_in: askInMs,
        extent,
        new_facts: newFacts,
        has_view: view !== undefined,
        ...(view && viewRow(view))
    };
}

function viewRow({ kind, inboxId, numbers, matchStatus, match, title, outcome, startedAt }: ActivityView) {
    const { whoId, alsoWhoIds = [], accountId, relatedId } = match;
    return {
        kind,
        inbox: inboxId,
        numbers,
        match_status: matchStatus,
        who_id: whoId,
        related: [whoId, ...alsoWhoIds, accountId, relatedId].filter((id) => id !== undefined),
        title,
        ended_as: outcome,
        started_at: readableTime(startedAt),
        match
    };
}
