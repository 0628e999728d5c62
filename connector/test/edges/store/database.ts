import { randomBytes, randomUUID } from 'node:crypto';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import { after } from 'node:test';
import { setTimeout as delay } from 'node:timers/promises';
import pg from 'pg';
import { SILENT } from '../../../src/log.ts';
import { startEmbedded, type Embedded } from '../../../src/store/embedded/start.ts';
import { openStore, type OpenStore, type StoreOptions } from '../../../src/store/open.ts';
import { sqlOf, type Sql } from '../../../src/store/database/sql.ts';

/**
 * A real private PostgreSQL for tests, shared by the test files that run at the same time: the first one starts it, the
 * last one stops it. Every store has a database of its own in it.
 *
 * `TEST_DATABASE_URL`: a server to use instead, to see that everything runs on another version; its user may create
 * databases.
 */
const GIVEN = process.env['TEST_DATABASE_URL'];
const FOLDER = join(tmpdir(), `quo-tests-${userInfo().uid}`);
const PREFIX = 'test_';

let server: Promise<Embedded> | undefined;
/** Databases that a test has left as empty as a new one: making one costs ten times as much. */
const emptied: string[] = [];
/** Of a database that was just migrated. */
let newShape: readonly string[] | undefined;
const undone: (() => Promise<void>)[] = [];

after(async () => {
    for (const undo of undone.splice(0).reverse()) await undo();
    for (const databaseUrl of emptied.splice(0)) await dropDatabase(databaseUrl);
    await (await server)?.stop();
});

/** A store that lives as long as its test file, or until it is closed. */
export interface PrivateStore {
    readonly store: OpenStore;
    /** Opens further stores on the same database, as another process would. */
    readonly databaseUrl: string;
    readonly secretKey: string;
    readonly another: (options?: Partial<StoreOptions>) => Promise<OpenStore>;
    /** Closes every store of this database and empties or drops it. Done by itself at the end of the test file. */
    readonly drop: () => Promise<void>;
}

/** Opens a store on an empty database, with one connection called `default`. */
export async function privateStore(options: Partial<StoreOptions> = {}): Promise<PrivateStore> {
    const databaseUrl = emptied.pop() ?? (await emptyDatabase());
    const secretKey = options.secretKey ?? randomBytes(32).toString('base64');
    const stores: OpenStore[] = [];
    const another = async (more: Partial<StoreOptions> = {}) => {
        const store = await openStore({
            dataDir: '/nowhere',
            log: SILENT,
            databaseUrl,
            secretKey,
            ...options,
            ...more
        });
        stores.push(store);
        return store;
    };
    let dropped = false;
    const drop = async () => {
        if (dropped) return;
        dropped = true;
        for (const store of stores.splice(0)) await store.close();
        if (await empty(databaseUrl)) emptied.push(databaseUrl);
        else await dropDatabase(databaseUrl);
    };
    const store = await another();
    newShape ??= await shapeOf(store.pool);
    await store.connections.ensure('default');
    undone.push(drop);
    return { store, databaseUrl, secretKey, another, drop };
}

/** Runs with a store on an empty database, and drops it. */
export async function withStore<T>(
    run: (store: OpenStore, rest: PrivateStore) => Promise<T>,
    options: Partial<StoreOptions> = {}
): Promise<T> {
    const own = await privateStore(options);
    try {
        return await run(own.store, own);
    } finally {
        await own.drop();
    }
}

/** The address of a database without tables; the caller drops it. */
export async function emptyDatabase(): Promise<string> {
    const name = `${PREFIX}${randomUUID().replaceAll('-', '')}`;
    await asAdmin((sql) => sql.run(`create database ${name}`));
    if (GIVEN !== undefined) return Object.assign(new URL(GIVEN), { pathname: `/${name}` }).href;
    const { connection } = await sharedServer();
    return `postgres://${connection.user}@localhost/${name}?host=${encodeURIComponent(connection.host ?? '')}`;
}

/** Tables, functions, triggers and schemas: what a test must not have added for its database to be used again. */
async function shapeOf(client: pg.Pool | pg.Client): Promise<readonly string[]> {
    const { rows } = await client.query<{ name: string }>(
        `select tablename as name from pg_tables where schemaname = 'public'
        union all select 'function ' || proname from pg_proc where pronamespace = 'public'::regnamespace
        union all select 'trigger ' || tgname from pg_trigger where not tgisinternal
        union all select 'schema ' || nspname from pg_namespace
        order by 1`
    );
    return rows.map(({ name }) => name);
}

/** @returns false when a test changed more than rows */
async function empty(connectionString: string): Promise<boolean> {
    const client = new pg.Client({ connectionString });
    await client.connect();
    try {
        const shape = await shapeOf(client);
        if (shape.join() !== newShape?.join()) return false;
        const tables = shape.filter((name) => /^[a-z_]+$/.test(name) && name !== 'migrations');
        await client.query(tables.map((table) => `delete from ${table};`).join(''));
        return true;
    } finally {
        await client.end();
    }
}

export async function dropDatabase(databaseUrl: string): Promise<void> {
    const name = new URL(databaseUrl).pathname.slice(1);
    await asAdmin(async (sql) => {
        await lastGoodbyes(sql, name);
        await sql.run(`drop database if exists ${name} with (force)`);
    });
}

/** A pool has ended a moment before the server knows; whoever is thrown out then would hear of it as a failure. */
async function lastGoodbyes(sql: Sql, name: string): Promise<void> {
    for (let looks = 0; looks < 100; looks += 1) {
        const present = await sql.rows('select 1 from pg_stat_activity where datname = $1', [name]);
        if (present.length === 0) return;
        await delay(20);
    }
}

function sharedServer(): Promise<Embedded> {
    server ??= startEmbedded(FOLDER, {
        whenAlone: async (sql) => {
            const left = await sql.rows<{ datname: string }>(
                `select datname from pg_database where datname like '${PREFIX}%'`
            );
            for (const { datname } of left) await sql.run(`drop database ${datname} with (force)`);
        }
    });
    return server;
}

async function asAdmin<T>(work: (sql: Sql) => Promise<T>): Promise<T> {
    const client = new pg.Client(GIVEN ?? (await sharedServer()).connection);
    await client.connect();
    try {
        return await work(sqlOf(client));
    } finally {
        await client.end();
    }
}
