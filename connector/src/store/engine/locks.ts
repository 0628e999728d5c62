import type { Sql } from '../database/sql.ts';

/** Waits until no other transaction, in whatever process, holds the lock of this name; released by the transaction's end. */
export async function lockFor(sql: Sql, ...name: readonly string[]): Promise<void> {
    await sql.rows('select pg_advisory_xact_lock(hashtextextended($1, 0))', [JSON.stringify(name)]);
}

/** Session locks of the whole database: numbers of our own, far from the hashes' usual company. */
export const MIGRATING = 7_106_001;
export const PRESENT = 7_106_002;
