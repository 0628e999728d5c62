import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import test from 'node:test';
import { pathToFileURL } from 'node:url';
import pg from 'pg';
import { SILENT } from '../../../src/log.ts';
import { migrate } from '../../../src/store/database/migrate.ts';
import { sqlOf } from '../../../src/store/database/sql.ts';
import { oneByOne } from '../../../src/store/database/one-by-one.ts';
import { dropDatabase, emptyDatabase, withStore } from './database.ts';

async function withPools<T>(count: number, run: (pools: readonly pg.Pool[]) => Promise<T>): Promise<T> {
    const connectionString = await emptyDatabase();
    const pools = Array.from({ length: count }, () => new pg.Pool({ connectionString, max: 2 }));
    try {
        return await run(pools);
    } finally {
        await Promise.all(pools.map((pool) => pool.end()));
        await dropDatabase(connectionString);
    }
}

async function withMigrations<T>(files: Readonly<Record<string, string>>, run: (folder: URL) => Promise<T>) {
    const folder = await mkdtemp(join(tmpdir(), 'quo-migrations-'));
    try {
        for (const [name, text] of Object.entries(files)) await writeFile(join(folder, name), text);
        return await run(pathToFileURL(`${folder}/`));
    } finally {
        await rm(folder, { recursive: true });
    }
}

test('processes that migrate at once apply each migration once', () =>
    withPools(4, async (pools) => {
        const applied = (await Promise.all(pools.map((pool) => migrate({ pool, log: SILENT })))).flatMap(
            (one) => one.applied
        );
        assert.equal(new Set(applied).size, applied.length);
        assert.equal(applied.sort()[0], '001_connections.sql');
        assert.deepEqual((await migrate({ pool: pools[0]!, log: SILENT })).applied, []);
    }));

test('whoever waits for another process that starts holds no transaction, says so, and goes on when it is done', () =>
    withPools(2, async ([first, second]) => {
        const said: string[] = [];
        const log = { ...SILENT, warn: (event: string) => void said.push(event) };
        const order: string[] = [];
        const letGo = Promise.withResolvers<void>();
        const isIn = Promise.withResolvers<void>();
        const holding = oneByOne({ pool: first!, log }, async () => {
            isIn.resolve();
            await letGo.promise;
            order.push('first');
        });
        await isIn.promise;
        let pauses = 0;
        const pause = async (): Promise<void> => {
            pauses += 1;
            const { rows } = await first!.query<{ open: number }>(
                `select count(*)::int as open from pg_stat_activity
                where datname = current_database() and backend_type = 'client backend' and pid <> pg_backend_pid() and xact_start is not null`
            );
            assert.deepEqual(rows, [{ open: 1 }]);
            if (pauses === 100) letGo.resolve();
            if (pauses === 100) await holding;
        };
        await oneByOne({ pool: second!, log, pause }, async () => void order.push('second'));
        assert.deepEqual(order, ['first', 'second']);
        assert.equal(pauses, 100);
        assert.deepEqual(said, ['store.waits-for-another-start', 'store.waits-for-another-start']);
    }));

test('a migration that fails leaves nothing of itself, and the ones before it stay', () =>
    withPools(1, ([pool]) =>
        withMigrations(
            { '001_good.sql': 'create table good ();', '002_bad.sql': 'create table half (); select 1 / 0;' },
            async (folder) => {
                await assert.rejects(migrate({ pool: pool!, log: SILENT }, folder), /002_bad\.sql/);
                const { rows } = await pool!.query(
                    `select to_regclass('good') is not null as good, to_regclass('half') is not null as half`
                );
                assert.deepEqual(rows, [{ good: true, half: false }]);
            }
        )
    ));

test('only numbered files are migrations, and they are applied in order', () =>
    withPools(1, ([pool]) =>
        withMigrations(
            {
                '020_second.sql': 'alter table a add b int;',
                '003_first.sql': 'create table a ();',
                'notes.sql': 'oops'
            },
            async (folder) => {
                assert.deepEqual((await migrate({ pool: pool!, log: SILENT }, folder)).applied, [
                    '003_first.sql',
                    '020_second.sql'
                ]);
            }
        )
    ));

const FIRST = { '001_first.sql': 'create table a ();\n' };

test('a migration that was altered after it was applied stops the start, and changes nothing', () =>
    withPools(1, async ([pool]) => {
        await withMigrations(FIRST, (folder) => migrate({ pool: pool!, log: SILENT }, folder));
        const altered = { '001_first.sql': 'create table a (b int);\n', '002_second.sql': 'create table c ();' };
        await withMigrations(altered, (folder) =>
            assert.rejects(migrate({ pool: pool!, log: SILENT }, folder), {
                code: 'STORE-MIGRATION-ALTERED',
                seen: '001_first.sql'
            })
        );
        const { rows } = await pool!.query('select name from migrations');
        assert.deepEqual(rows, [{ name: '001_first.sql' }]);
    }));

test('a database that was migrated before there were checksums is taken as it is, then held to it', () =>
    withPools(1, async ([pool]) => {
        await pool!.query(
            'create table migrations (name text primary key, applied_at timestamptz not null default now())'
        );
        await pool!.query(`insert into migrations (name) values ('001_first.sql')`);
        await withMigrations(FIRST, async (folder) =>
            assert.deepEqual((await migrate({ pool: pool!, log: SILENT }, folder)).applied, [])
        );
        await withMigrations({ '001_first.sql': 'oops' }, (folder) =>
            assert.rejects(migrate({ pool: pool!, log: SILENT }, folder), { code: 'STORE-MIGRATION-ALTERED' })
        );
    }));

test('line ends as Windows checks them out alter no migration', () =>
    withPools(1, async ([pool]) => {
        await withMigrations(FIRST, (folder) => migrate({ pool: pool!, log: SILENT }, folder));
        const windows = { '001_first.sql': 'create table a ();\r\n' };
        await withMigrations(windows, async (folder) =>
            assert.deepEqual((await migrate({ pool: pool!, log: SILENT }, folder)).applied, [])
        );
    }));

test('an earlier version hears that a later one changed the database, though its files were replaced, and starts no more', () =>
    withPools(2, async ([pool, another]) => {
        const later = { ...FIRST, '002_later.sql': 'create table c ();' };
        await withMigrations(FIRST, async (folder) => {
            const earlier = await migrate({ pool: pool!, log: SILENT }, folder);
            assert.equal(await earlier.later(sqlOf(pool!)), undefined);
            for (const [name, text] of Object.entries(later)) await writeFile(new URL(name, folder), text);
            const { applied, later: laterStill } = await migrate({ pool: another!, log: SILENT }, folder);
            assert.deepEqual(applied, ['002_later.sql']);
            assert.equal(await earlier.later(sqlOf(pool!)), '002_later.sql');
            assert.equal(await laterStill(sqlOf(another!)), undefined);
        });
        await withMigrations({ ...FIRST, '003_ours.sql': 'create table d ();' }, (folder) =>
            assert.rejects(migrate({ pool: pool!, log: SILENT }, folder), {
                code: 'STORE-LATER',
                seen: '002_later.sql'
            })
        );
        const { rows } = await pool!.query(`select to_regclass('d') is not null as applied`);
        assert.deepEqual(rows, [{ applied: false }]);
    }));

test('every row carries its connection, but for what connections share: a Quo key, turns, the disk, how far they are sealed', () =>
    withStore(async (store) => {
        const { rows } = await store.pool.query<{ table: string }>(
            `select table_name as table from information_schema.tables t
            where table_schema = 'public' and table_name not in ('migrations', 'connections', 'quo_slots', 'turns', 'store_probe', 'sealing') and not exists (
                select 1 from information_schema.columns c
                where c.table_schema = 'public' and c.table_name = t.table_name and c.column_name = 'connection')`
        );
        assert.deepEqual(rows, []);
    }));
