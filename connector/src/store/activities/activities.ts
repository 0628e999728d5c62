import type { ActivityCounts, ActivityStore } from '../../contracts/store.ts';
import { claimEnrichment, connectionsWithEnrichment, completeEnrichment } from './enrichment-queue.ts';
import { keepByHand, tasksAbout, tasksByKey } from './manual-overrides.ts';
import { lookUpAgain } from './look-up-again.ts';
import { claim } from './claim.ts';
import { resume } from './resume.ts';
import { eraseActivities } from '../erasure/forget.ts';
import { makeDue, retry } from './schedule.ts';
import { erasedAmong, type Pseudonym } from '../erasure/forgotten.ts';
import type { Leases } from '../engine/leases.ts';
import { reclaim } from './reclaim.ts';
import { noteWrites, overtakenAmong, rewrite } from './fence.ts';
import { sentWrites } from './sent.ts';
import { settle } from './settle.ts';
import type { Database } from '../database/sql.ts';
import { sealedValue } from '../sealing/sealed.ts';

/** Asking twice is harmless, so what a dead process had taken is asked again soon. */
const ASK_LEASE_MS = 30_000;

const DUE_CONNECTIONS = `
select id from connections c
where (paused_until is null or paused_until < now()) and exists (
    select 1 from activities a
    where a.connection = c.id and a.due_at <= now() and (a.lease_until is null or a.lease_until < now()))
order by id`;

/** @param leaseMs how long a claimed activity is nobody else's, from the last renewal in `leases` */
export function activityStore(db: Database, leaseMs: number, leases: Leases, mark: Pseudonym): ActivityStore {
    return {
        dueConnections: async () => (await db.rows<{ id: string }>(DUE_CONNECTIONS)).map(({ id }) => id),
        ...held(db, leaseMs, leases, mark),
        async erase(connection, activityKeys) {
            await db.transaction((sql) => eraseActivities(sql, connection, activityKeys));
            leases.release(
                connection,
                activityKeys.map((activityKey) => ({ activityKey }))
            );
        },
        erased: (connection, activityKeys) => erasedAmong(db, mark, connection, activityKeys),
        makeDue: (connection, which, options) => makeDue(db, connection, which, options?.force ?? false),
        retry: (connection, activityKeys) => retry(db, connection, activityKeys),
        connectionsWithAsks: () => connectionsWithEnrichment(db),
        claimAsks: (connection, limit) => claimEnrichment(db, connection, limit, ASK_LEASE_MS),
        settleAsk: (connection, activityKey, againInMs) => completeEnrichment(db, connection, activityKey, againInMs),
        ...pauses(db),
        tasksByKey: (connection, keys) => tasksByKey(db, connection, keys),
        tasksAbout: (connection, about) => tasksAbout(db, connection, about),
        keepByHand: (connection, decisions) => keepByHand(db, connection, decisions),
        lookUpAgain: (connection, written) => lookUpAgain(db, connection, written),
        reclaim: (connection, which) => reclaim(db, connection, which),
        counts: (connection) => countActivities(db, connection)
    };
}

/** What a process does with what it holds. */
function held(
    db: Database,
    leaseMs: number,
    leases: Leases,
    mark: Pseudonym
): Pick<ActivityStore, 'claim' | 'noteWrites' | 'settle'> {
    const sent = sentWrites();
    /** What was sent and could not be put back: where somebody took it over meanwhile, it is written again. */
    const putRight = async (connection: string): Promise<void> => {
        const left = sent.abandoned(connection);
        if (left.length === 0) return;
        await db.transaction(async (sql) =>
            rewrite(sql, connection, await overtakenAmong(sql, connection, left), sent.of(connection, left))
        );
        sent.forget(connection, left);
    };
    return {
        async claim(connection, limit, ridersAfterMs) {
            await putRight(connection);
            const claimed = await claim(db, mark, connection, limit, leaseMs, ridersAfterMs);
            leases.hold(connection, claimed);
            return claimed;
        },
        async noteWrites(connection, claims, records) {
            const overtaken = await noteWrites(db, connection, claims, records, leaseMs);
            const mine = claims.filter(({ activityKey }) => !overtaken.has(activityKey));
            sent.keep(connection, mine, records);
            return overtaken;
        },
        async settle(connection, settlements) {
            try {
                const gone = await settle(db, mark, connection, settlements, sent.of(connection, settlements));
                sent.forget(connection, settlements);
                return gone;
            } catch (error) {
                sent.abandon(connection, settlements);
                throw error;
            } finally {
                // Even when it failed: nobody works on it any more, so that it must become due again.
                leases.release(connection, settlements);
            }
        }
    };
}

function pauses(db: Database): Pick<ActivityStore, 'pause' | 'resume'> {
    return {
        async pause(connection, forMs, why) {
            await db.run(
                `update connections set paused_until = now() + $2 * interval '1 millisecond', paused_because = $3
                where id = $1`,
                [connection, forMs, sealedValue(why)]
            );
        },
        async resume(connection) {
            await db.transaction((sql) => resume(sql, connection));
        }
    };
}

interface Group {
    kind: string;
    match: string;
    total: number;
    due: number;
    waiting: number;
    parked: number;
    oldest: number | null;
    written: Date | null;
}

/** Activities that were never rendered have no match yet and are counted under none. */
async function countActivities(db: Database, connection: string): Promise<ActivityCounts> {
    const groups = await db.rows<Group>(
        `select kind, coalesce(match_status, '') as match, count(*)::int as total,
            (count(*) filter (where due_at <= now() and parked_at is null))::int as due,
            (count(*) filter (where due_at > now() and parked_at is null))::int as waiting,
            (count(*) filter (where parked_at is not null))::int as parked,
            (extract(epoch from now() - min(due_at) filter (where due_at <= now() and parked_at is null)) * 1000)::float8 as oldest,
            max(written_at) as written
        from activities where connection = $1 group by 1, 2`,
        [connection]
    );
    const sum = (of: (group: Group) => number) => groups.reduce((total, group) => total + of(group), 0);
    const by = (key: 'kind' | 'match') =>
        Object.fromEntries(
            [...Map.groupBy(groups, (group) => group[key])]
                .filter(([name]) => name !== '')
                .map(([name, some]) => [name, some.reduce((total, group) => total + group.total, 0)])
        );
    const written = groups.flatMap((group) => (group.written === null ? [] : [group.written.toISOString()]));
    const lastWrittenAt = written.toSorted().at(-1);
    const oldest = groups.flatMap((group) => (group.oldest === null ? [] : [group.oldest]));
    return {
        total: sum(({ total }) => total),
        byKind: by('kind'),
        byMatch: by('match'),
        due: sum(({ due }) => due),
        waiting: sum(({ waiting }) => waiting),
        parked: sum(({ parked }) => parked),
        ...(oldest.length > 0 && { oldestDueMs: Math.max(...oldest) }),
        ...(lastWrittenAt !== undefined && { lastWrittenAt })
    };
}
