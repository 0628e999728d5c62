import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { CodedError } from '../../errors/errors.ts';
import { oneByOne, type OneByOne } from './one-by-one.ts';
import type { Sql } from './sql.ts';

const FOLDER = new URL('./migrations/', import.meta.url);

/** What a database was migrated to, seen by a version of the connector. */
export interface Migrated {
    /** The names applied now by this process, in order. */
    readonly applied: readonly string[];
    /** Migrations of a later version, named one by one, that another process applied since; `undefined`: none. */
    readonly later: (sql: Sql) => Promise<string | undefined>;
}

/**
 * Applies the numbered migrations that this database has not seen, each in a transaction of its own. Processes that
 * start together wait for each other, and may each apply some.
 *
 * @throws {CodedError} STORE-MIGRATION-ALTERED, STORE-LATER, before anything is applied
 */
export async function migrate(turn: OneByOne, folder: URL = FOLDER): Promise<Migrated> {
    // Read once: the files may be replaced by those of the next version while this one runs.
    const migrations = await readMigrations(folder);
    const applied = await oneByOne(turn, async (sql) => {
        const before = await appliedBefore(sql);
        await compare(sql, migrations, before);
        return before;
    });
    const fresh: string[] = [];
    for (const migration of migrations)
        if (!applied.has(migration.name) && (await oneByOne(turn, (sql) => apply(sql, migration))))
            fresh.push(migration.name);
    return { applied: fresh, later: async (sql) => laterThan(migrations, await namesApplied(sql)) };
}

async function namesApplied(sql: Sql): Promise<readonly string[]> {
    return (await sql.rows<{ name: string }>('select name from migrations')).map(({ name }) => name);
}

function laterThan(migrations: readonly Migration[], applied: Iterable<string>): string | undefined {
    const known = new Set(migrations.map(({ name }) => name));
    const later = [...applied].filter((name) => !known.has(name)).sort();
    return later.length === 0 ? undefined : later.join(', ');
}

/** @returns false when another process applied it meanwhile */
async function apply(sql: Sql, { name, text, checksum }: Migration): Promise<boolean> {
    const seen = await sql.rows<{ checksum: string }>('select checksum from migrations where name = $1', [name]);
    if (seen[0] && seen[0].checksum !== checksum) throw new CodedError('STORE-MIGRATION-ALTERED', name);
    if (seen[0]) return false;
    try {
        await sql.run(text);
    } catch (error) {
        throw new Error(`Migration ${name} failed.`, { cause: error });
    }
    await sql.run('insert into migrations (name, checksum) values ($1, $2)', [name, checksum]);
    return true;
}

/** The checksum of each that was applied; `null` when that was before checksums were kept. */
async function appliedBefore(sql: Sql): Promise<ReadonlyMap<string, string | null>> {
    await sql.run(
        'create table if not exists migrations (name text primary key, applied_at timestamptz not null default now())'
    );
    await sql.run('alter table migrations add column if not exists checksum text');
    const rows = await sql.rows<{ name: string; checksum: string | null }>('select name, checksum from migrations');
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
    sql: Sql,
    migrations: readonly Migration[],
    applied: ReadonlyMap<string, string | null>
): Promise<void> {
    const altered = migrations.filter(({ name, checksum }) => (applied.get(name) ?? checksum) !== checksum);
    const later = laterThan(migrations, applied.keys());
    if (later !== undefined) throw new CodedError('STORE-LATER', later);
    if (altered.length > 0) throw new CodedError('STORE-MIGRATION-ALTERED', altered.map(({ name }) => name).join(', '));
    for (const { name, checksum } of migrations.filter(({ name }) => applied.get(name) === null))
        await sql.run('update migrations set checksum = $2 where name = $1', [name, checksum]);
}
