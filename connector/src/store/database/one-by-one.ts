import { setTimeout as delay } from 'node:timers/promises';
import type pg from 'pg';
import type { Log } from '../../log.ts';
import { RESHAPING } from '../engine/locks.ts';
import { databaseOf, type Sql } from './sql.ts';

const FIRST_PAUSE_MS = 10;
const LONGEST_PAUSE_MS = 200;
/** Some ten seconds: one migration may well take longer, but not without a word. */
const TOLD_EVERY = 50;

export interface OneByOne {
    readonly pool: pg.Pool;
    readonly log: Log;
    /** Between two tries to be the one; `tried` counts from 1. */
    readonly pause?: (tried: number) => Promise<unknown>;
}

/**
 * Runs what changes the database's shape, in one transaction, while every other process that would waits to do so.
 *
 * The lock is the transaction's, because a pooler in transaction mode gives the next statement another session, where a
 * lock of the session could be neither released nor kept from somebody else. Whoever waits holds no transaction, and so
 * takes no connection of such a pooler from whoever works.
 */
export async function oneByOne<T>(
    { pool, log, pause = longerAndLonger }: OneByOne,
    work: (sql: Sql) => Promise<T>
): Promise<T> {
    const database = databaseOf(pool);
    for (let tried = 1; ; tried += 1) {
        const done = await database.transaction(
            async (sql) => ((await isOurs(sql)) ? { result: await work(sql) } : undefined),
            { repeat: false }
        );
        if (done) return done.result;
        if (tried % TOLD_EVERY === 0) log.warn('store.waits-for-another-start', { tried });
        await pause(tried);
    }
}

function longerAndLonger(tried: number): Promise<unknown> {
    return delay(Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * tried));
}

async function isOurs(sql: Sql): Promise<boolean> {
    const [lock] = await sql.rows<{ ours: boolean }>('select pg_try_advisory_xact_lock($1) as ours', [RESHAPING]);
    return lock?.ours === true;
}
