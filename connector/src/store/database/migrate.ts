import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import type pg from 'pg';
import { CodedError } from '../../errors/errors.ts';
import { MIGRATING } from '../engine/locks.ts';

const FOLDER = new URL('./migrations/', import.meta.url);

/**
 * Applies the numbered migrations that this database has not seen, each in a transaction of its own. Processes that
 * start together wait for each other.
 *
 * @returns the names applied now, in order
 * @throws {CodedError} STORE-MIGRATION-ALTERED, before anything is applied
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
    const applied = await appliedBefore(client);
    const migrations = await readMigrations(folder);
    await compare(client, migrations, applied);
    const fresh = migrations.filter(({ name }) => !applied.has(name));
    for (const { name, text, checksum } of fresh) {
        await client.query('begin');
        try {
            await client.query(text);
            await client.query('insert into migrations (name, checksum) values ($1, $2)', [name, checksum]);
            await client.query('commit');
        } catch (error) {
            await client.query('rollback');
            throw new Error(`Migration ${name} failed.`, { cause: error });
        }
    }
    return fresh.map(({ name }) => name);
}

/** The checksum of each that was applied; `null` when that was before checksums were kept. */
async function appliedBefore(client: pg.PoolClient): Promise<ReadonlyMap<string, string | null>> {
    await client.query(
        'create table if not exists migrations (name text primary key, applied_at timestamptz not null default now())'
    );
    await client.query('alter table migrations add column if not exists checksum text');
    const { rows } = await client.query<{ name: string; checksum: string | null }>(
        'select name, checksum from migrations'
    );
    return new Map(rows.map(({ name, checksum }) => [name, checksum]));
}

interface Migration {
    readonly name: string;
    readonly text: string;
    readonly checksum: string;
}

async function readMigrations(folder: URL): Promise<readonly Migration[]> {
    const names = (await readdir(folder)).filter((name) => /^\d{3}_[a-z0-9_]+\.sql$/.test(name)).sort();
    return Promise.all(
        names.map(async (name) => {
            const text = await readFile(new URL(name, folder), 'utf8');
            // Git gives Windows other line ends.
            const checksum = createHash('sha256').update(text.replaceAll('\r\n', '\n')).digest('hex');
            return { name, text, checksum };
        })
    );
}

/** An applied migration is never run again: altered, it would say what the database is not. */
async function compare(
    client: pg.PoolClient,
    migrations: readonly Migration[],
    applied: ReadonlyMap<string, string | null>
): Promise<void> {
    const altered = migrations.filter(({ name, checksum }) => (applied.get(name) ?? checksum) !== checksum);
    if (altered.length > 0) throw new CodedError('STORE-MIGRATION-ALTERED', altered.map(({ name }) => name).join(', '));
    for (const { name, checksum } of migrations.filter(({ name }) => applied.get(name) === null))
        await client.query('update migrations set checksum = $2 where name = $1', [name, checksum]);
}
