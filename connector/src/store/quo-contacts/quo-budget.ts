import { setTimeout as delay } from 'node:timers/promises';
import type { QuoBudget, QuoLane } from '../../contracts/quo/budget.ts';
import type { Database } from '../database/sql.ts';

export interface QuoBudgetOptions {
    /** Requests that Quo answers in one of its seconds. Default: 10, for one key. */
    readonly perSecond?: number;
    /** A second of Quo's, in milliseconds. Default: 1,000. */
    readonly secondMs?: number;
    /** After this, whoever took a place is taken for dead. Default: 20,000, longer than any request. */
    readonly leaseMs?: number;
}

/** Places that are left free for whoever is more urgent. */
const LEFT_FREE: Readonly<Record<QuoLane, number>> = { ringing: 0, 'just-in-time': 1, calls: 1, full: 2 };
/** A place whose request is under way is free sooner than its lease says. */
const LOOK_AGAIN_MS = 100;

/**
 * A place that is free later than any lease says was taken before the database's clock was set back: it counts as free, or
 * Quo's API would stand still for as long as the clock jumped. Whoever took it a moment after we read the clock, and before
 * we came to its row, is no such jump.
 */
const JUMP = `$3 * interval '1 millisecond' + interval '1 second'`;
const FREE = `(free_at <= t.at or free_at > t.at + ${JUMP})`;

/** `waitMs`: until enough places are free, as far as is known. */
const TAKE = `
with t as materialized (select clock_timestamp() as at),
free as (
    select slot from quo_slots, t where key = $1 and ${FREE}
        and (select count(*) from quo_slots, t where key = $1 and ${FREE}) > $2
    order by free_at, slot limit 1 for update of quo_slots skip locked),
taken as (
    update quo_slots s set free_at = t.at + $3 * interval '1 millisecond', turn = s.turn + 1
    from free, t where s.key = $1 and s.slot = free.slot returning s.slot, s.turn)
select (select slot from taken) as slot, (select turn from taken) as turn, (
    select (extract(epoch from greatest(free_at, t.at) - t.at) * 1000)::float8 from quo_slots, t where key = $1
    order by free_at offset $2 limit 1) as "waitMs"`;

/**
 * One budget for one key, whatever the number of processes.
 *
 * Quo counts requests when they arrive, which is some time between their start and their answer. A place is therefore
 * free again a second after the *answer*: of any eleven requests that arrived within a second, the last could not have
 * started. That holds however slow the network, the process or Quo is, so the whole ten can be used.
 *
 * @param key a fingerprint of the API key
 */
export function quoBudget(db: Database, key: string, options: QuoBudgetOptions = {}): QuoBudget {
    const { perSecond = 10, secondMs = 1_000, leaseMs = 20_000 } = options;
    const change = (text: string, values: readonly unknown[]): void => {
        // Untold, the place is free when its lease ends: nobody waits for the database here.
        void db.run(text, [key, secondMs, ...values]).catch(() => undefined);
    };
    return {
        async take(lane, signal) {
            for (;;) {
                signal?.throwIfAborted();
                const seen = await look(db, [key, LEFT_FREE[lane], leaseMs]);
                if (seen === 'unknown') return () => {};
                if (typeof seen?.slot === 'number') return () => change(GIVE_BACK, [seen.slot, seen.turn]);
                if (typeof seen?.waitMs !== 'number') await makePlaces(db, key, perSecond);
                else await delay(Math.max(1, Math.min(seen.waitMs, LOOK_AGAIN_MS)), undefined, { signal });
            }
        },
        spent: () => change(SPENT, [leaseMs])
    };
}

/** Without the database the process keeps to its own limit: a call is not lost for it. */
async function look(db: Database, values: readonly unknown[]): Promise<Seen | undefined | 'unknown'> {
    try {
        return (await db.rows<Seen>(TAKE, values))[0];
    } catch {
        return 'unknown';
    }
}

interface Seen {
    readonly slot: number | null;
    readonly turn: string | null;
    readonly waitMs: number | null;
}

/** Whoever took the place since, because the lease had ended, keeps it. */
const GIVE_BACK = `
update quo_slots set free_at = clock_timestamp() + $2 * interval '1 millisecond'
where key = $1 and slot = $3 and turn = $4`;

const SPENT = `
update quo_slots set free_at = greatest(
    case when free_at <= clock_timestamp() + ${JUMP} then free_at end,
    clock_timestamp() + $2 * interval '1 millisecond')
where key = $1`;

async function makePlaces(db: Database, key: string, count: number): Promise<void> {
    await db.run(
        `insert into quo_slots (key, slot) select $1, n from generate_series(1, $2::int) n
        on conflict (key, slot) do nothing`,
        [key, count]
    );
}
