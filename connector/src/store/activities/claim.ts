import type { Fact } from '../../domain/facts.ts';
import type { Claimed, KnownRecord } from '../../contracts/store.ts';
import { withoutForgotten } from '../erasure/forgotten-late.ts';
import type { Pseudonym } from '../erasure/forgotten.ts';
import type { Database } from '../database/sql.ts';

interface ClaimedRow {
    activityKey: string;
    version: number;
    claim: number;
    attempts: number;
    pendingForMs: number;
    quietForMs: number;
    writtenForMs: number | null;
    forced: boolean;
    asks: number;
    anythingForgotten: boolean;
}

const SINCE = (column: string) => `(extract(epoch from now() - ${column}) * 1000)::float8`;

const CLAIM = `
with due as (
    select activity_key from activities
    where connection = $1 and due_at <= now() and (lease_until is null or lease_until < now())
        and not exists (select 1 from connections where id = $1 and paused_until > now())
    order by due_at limit $2 for update skip locked),
riders as (
    select activity_key from activities
    where connection = $1 and $4::float8 is not null and exists (select 1 from due) and due_at > now()
        and activity_key like 'conversation\\_%' and pending_since is not null and not backing_off
        and parked_at is null
        and (written_at is null or written_at <= now() - $4 * interval '1 millisecond')
        and (lease_until is null or lease_until < now())
    order by due_at limit $2 for update skip locked)
update activities a set lease_until = now() + $3 * interval '1 millisecond', claims = a.claims + 1
from (select activity_key from due union all select activity_key from riders) taken
where a.connection = $1 and a.activity_key = taken.activity_key
returning a.activity_key as "activityKey", a.version::float8 as version, a.claims::float8 as claim, a.attempts, a.asks, a.forced_version is not null as forced,
    coalesce(${SINCE('a.pending_since')}, 0) as "pendingForMs", ${SINCE('a.last_fact_at')} as "quietForMs",
    ${SINCE('a.written_at')} as "writtenForMs",
    exists (select from forgotten g where g.connection = $1) as "anythingForgotten"`;

const CONTENTS = `
select s.activity_key as "activityKey",
    (select coalesce(jsonb_agg(f.body order by f.seq), '[]') from facts f
        where f.connection = $1 and f.activity_key = s.activity_key) as facts,
    (select coalesce(jsonb_agg(jsonb_strip_nulls(jsonb_build_object(
            'object', r.object, 'key', r.key, 'salesforceId', r.salesforce_id, 'fingerprint', r.fingerprint,
            'error', r.error)) || case when r.fields is null then '{}' else jsonb_build_object('fields', r.fields) end
            || case when r.attempted is null then '{}' else jsonb_build_object('attempted', r.attempted) end
            || case when r.overtaken is null then '{}' else jsonb_build_object('overtaken', r.overtaken) end
            || case when r.kept is null then '{}' else jsonb_build_object('kept', r.kept) end
            || case when r.reclaimed is null then '{}' else jsonb_build_object('reclaimed', r.reclaimed) end
            || case when r.by_hand is null then '{}' else jsonb_build_object('byHand', r.by_hand) end
            order by r.object, r.key), '[]') from records r
        where r.connection = $1 and r.activity_key = s.activity_key) as records,
    (select coalesce(bool_or(f.delivery is null) and bool_and(f.delivery is null or f.kind <> 'ended'), false) from facts f
        where f.connection = $1 and f.activity_key = s.activity_key and f.kind in ('ended', 'message'))
        or exists (select from activities a
            where a.connection = $1 and a.activity_key = s.activity_key and a.looked_up) as "isLookedUp"
from unnest($2::text[]) as s (activity_key)`;

export interface Contents {
    readonly facts: readonly Fact[];
    readonly records: readonly KnownRecord[];
    readonly isLookedUp: boolean;
}

/**
 * Takes what is due for this process, and what may ride on its request, in two statements, and never in one: the locking
 * re-reads the newest state of a row (version 4), while a subquery of the same statement still sees its older snapshot (3
 * facts). The activity would be settled at version 4 and its last fact never reach Salesforce. A later snapshot has at least
 * the facts of the version.
 */
export async function claim(
    db: Database,
    mark: Pseudonym,
    connection: string,
    limit: number,
    leaseMs: number,
    ridersAfterMs?: number
): Promise<readonly Claimed[]> {
    const rows = await db.rows<ClaimedRow>(CLAIM, [connection, limit, leaseMs, ridersAfterMs ?? null]);
    if (rows.length === 0) return [];
    const activityKeys = rows.map(({ activityKey }) => activityKey);
    const contents = await contentsOf(db, connection, activityKeys);
    const claimed = rows.map(
        ({ writtenForMs, activityKey, version, claim, attempts, pendingForMs, quietForMs, forced, asks }) => ({
            ...{ activityKey, version, claim, attempts, pendingForMs, quietForMs, forced, asks },
            ...(writtenForMs === null ? {} : { writtenForMs }),
            everWritten: writtenForMs !== null,
            ...(contents.get(activityKey) ?? { facts: [], records: [], isLookedUp: false })
        })
    );
    return rows[0]?.anythingForgotten === true ? withoutForgotten(db, mark, connection, claimed) : claimed;
}

/** The facts and records of these activities, by one query. */
export async function contentsOf(
    db: Database,
    connection: string,
    activityKeys: readonly string[]
): Promise<ReadonlyMap<string, Contents>> {
    const rows = await db.rows<Contents & { activityKey: string }>(CONTENTS, [connection, activityKeys]);
    return new Map(rows.map(({ activityKey, ...contents }) => [activityKey, contents]));
}
