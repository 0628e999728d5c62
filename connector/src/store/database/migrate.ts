import { readdir, readFile } from 'node:fs/promises';
import type pg from 'pg';
import { MIGRATING } from '../engine/locks.ts';

const FOLDER = new URL('./migrations/', import.meta.url);

/**
 * Applies the numbered migrations that this database has not seen, each in a transaction of its own. Processes that
 * start together wait for each other.
 *
 * @returns the names applied now, in order
 */
export function migrate(pool: pg.Pool, folder: URL = FOLDER): Promise<readonly string[]> {
    return oneByOne(pool, (client) => applyNew(client, folder));
}

/** Runs what changes the database's shape, while every other process that would wait to do so. */
export async function oneByOne<T>(pool: pg.Pool, work: (client: pg.PoolClient) => Promise<T>): Promise<T> {
    const client = await pool.connect();
    try {
        await client.query('select pg_advisory_lock($1)', [MIGRATING]);
        try {
            return await work(client);
        } finally {
            await client.query('select pg_advisory_unlock($1)', [MIGRATING]);
        }
    } finally {
        client.release();
    }
}

async function applyNew(client: pg.PoolClient, folder: URL): Promise<readonly string[]> {
    await client.query(
        'create table if not exists migrations (name text primary key, applied_at timestamptz not null default now())'
    );
    const { rows } = await client.query<{ name: string }>('select name from migrations');
    const seen = new Set(rows.map(({ name }) => name));
    const files = (await readdir(folder)).filter((name) => /^\d{3}_[a-z0-9_]+\.sql$/.test(name)).sort();
    const fresh = files.filter((name) => !seen.has(name));
    for (const name of fresh) {
        const text = await readFile(new URL(name, folder), 'utf8');
        await client.query('begin');
        try {
            await client.query(text);
            await client.query('insert into migrations (name) values ($1)', [name]);
            await client.query('commit');
        } catch (error) {
            await client.query('rollback');
            throw new Error(`Migration ${name} failed.`, { cause: error });
        }
    }
    return fresh;
}
