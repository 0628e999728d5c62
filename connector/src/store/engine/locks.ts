import type { Sql } from '../database/sql.ts';

/** Waits until no other transaction, in whatever process, holds the lock of this name; released by the transaction's end. */
export async function lockFor(sql: Sql, ...name: readonly string[]): Promise<void> {
    await sql.rows('select pg_advisory_xact_lock(hashtextextended($1, 0))', [JSON.stringify(name)]);
}

/**
 * Locks of the whole database: numbers of our own, far from the hashes' usual company. 7,106,001 is not to be used again:
 * it was held by sessions, and may be left behind on a pooler's.
 */
export const PRESENT = 7_106_002;
export const RESHAPING = 7_106_003;
