import type { Extent } from '../../domain/conversations/extent.ts';
import type { Claimed } from '../../contracts/store.ts';
import { isAnyForgotten, withoutForgotten } from '../erasure/forgotten-late.ts';
import type { Pseudonym } from '../erasure/forgotten.ts';
import type { Database } from '../database/sql.ts';
import { contentsOf, endingsOf, type ClaimedContents } from './contents.ts';

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
    newFacts: readonly string[] | null;
    extent: Extent | null;
}

const SINCE = (column: string) => `(extract(epoch from now() - ${column}) * 1000)::float8`;

/** Each fact and each wish to render again counts one version. */
const ONLY_TEXTS_CAME = `a.forced_version is null and a.version - a.written_version = cardinality(a.new_facts)
        and cardinality(a.new_facts) > 0`;

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
    exists (select from forgotten g where g.connection = $1) as "anythingForgotten",
    a.new_facts as "newFacts", case when ${ONLY_TEXTS_CAME} then a.extent end as extent`;

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
    const contents = await claimedContents(db, connection, rows);
    const claimed = rows.map((row) => claimedFrom(row, contents));
    if (rows[0]?.anythingForgotten !== true) return claimed;
    if (claimed.some(({ ending }) => ending !== undefined) && (await isAnyForgotten(db, mark, connection, claimed))) {
        const whole = await claimedContents(db, connection, rows.map(asWhole));
        const all = rows.map((row) => claimedFrom(row, whole));
        return withoutForgotten(db, mark, connection, all);
    }
    return withoutForgotten(db, mark, connection, claimed);
}

/** What is forgotten of a conversation is looked for in all of it. */
function asWhole(row: ClaimedRow): ClaimedRow {
    return { ...row, extent: null };
}

function claimedFrom(row: ClaimedRow, contents: ReadonlyMap<string, ClaimedContents>): Claimed {
    const { activityKey, version, claim, attempts, pendingForMs, quietForMs, forced, asks, writtenForMs, newFacts } =
        row;
    return {
        ...{ activityKey, version, claim, attempts, pendingForMs, quietForMs, forced, asks },
        ...(writtenForMs === null ? {} : { writtenForMs }),
        ...(newFacts === null ? {} : { newFacts }),
        everWritten: writtenForMs !== null,
        ...(contents.get(activityKey) ?? { facts: [], records: [], isLookedUp: false })
    };
}

/** The end of a conversation where that is enough, else all of an activity. */
async function claimedContents(
    db: Database,
    connection: string,
    rows: readonly ClaimedRow[]
): Promise<ReadonlyMap<string, ClaimedContents>> {
    const endings = await endingsOf(db, connection, rows);
    const whole = rows.flatMap(({ activityKey }) => (endings.has(activityKey) ? [] : activityKey));
    return new Map<string, ClaimedContents>([...endings, ...(await contentsOf(db, connection, whole))]);
}
