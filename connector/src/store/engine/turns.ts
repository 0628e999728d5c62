import { randomUUID } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import type { Database } from '../database/sql.ts';

/** Longer than whatever is done in a turn; whoever dies in one keeps the others waiting for so long. */
const LEASE_MS = 60_000;
const FIRST_PAUSE_MS = 10;
const LONGEST_PAUSE_MS = 250;

const TAKE = `
insert into turns as t (name, holder, until) values ($1, $2, now() + $3 * interval '1 millisecond')
on conflict (name) do update set holder = excluded.holder, until = excluded.until where t.until < now()`;

/**
 * Runs `work` while nobody else, in whatever process, runs theirs under this name. Holds no connection meanwhile, and
 * works through a pooler that gives each transaction another one.
 *
 * Whoever takes longer than a minute may be overtaken: what `work` writes has to bear that.
 */
export async function inTurn<T>(db: Database, name: readonly string[], work: () => Promise<T>): Promise<T> {
    const key = JSON.stringify(name);
    const holder = randomUUID();
    for (let pauseMs = FIRST_PAUSE_MS; (await db.run(TAKE, [key, holder, LEASE_MS])) === 0;) {
        await delay(pauseMs * (0.5 + Math.random() / 2));
        pauseMs = Math.min(LONGEST_PAUSE_MS, pauseMs * 2);
    }
    try {
        return await work();
    } finally {
        // A database that cannot be reached now: the turn runs out by itself.
        await db.run('delete from turns where name = $1 and holder = $2', [key, holder]).catch(() => {});
    }
}
