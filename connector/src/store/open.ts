import pg from 'pg';
import { CodedError } from '../errors.ts';
import type { Log } from '../log.ts';
import type { Store } from '../pipeline/ports/store.ts';
import { activityStore } from './activities.ts';
import { allowanceStore } from './allowance.ts';
import { connectionStore } from './connections.ts';
import { deliveryStore } from './deliveries.ts';
import { directoryStore } from './directory.ts';
import { startEmbedded } from './embedded/start.ts';
import { clearLeftovers } from './leftovers.ts';
import { memoryStore } from './memory.ts';
import { migrate } from './migrate.ts';
import { reachable } from './reachable.ts';
import { parseSecretKey } from './seal.ts';
import { keyInFolder } from './secret-key.ts';
import { databaseOf, type Database } from './sql.ts';
import { checkKey, vaultOf } from './vault.ts';

export interface StoreOptions {
    /** Any PostgreSQL 14 or later; absent: a private one in `dataDir`. */
    readonly databaseUrl?: string;
    readonly dataDir: string;
    /** 32 bytes in base64; may be absent for the private database, which keeps one in `dataDir`. */
    readonly secretKey?: string;
    readonly log: Log;
    /** How long a claimed activity is nobody else's: longer than the longest request to Salesforce. */
    readonly leaseMs?: number;
}

export interface OpenStore extends Store {
    readonly pool: pg.Pool;
    readonly db: Database;
    /** Where the private database is; absent with `databaseUrl`. */
    readonly dataDir?: string;
}

interface Opened {
    readonly connection: pg.PoolConfig;
    readonly dataDir?: string;
    stop(): Promise<void>;
}

const LEASE_MS = 120_000;
const CONNECTIONS = 16;

/**
 * Opens the store: starts or adopts the private database when there is no other, migrates, checks the key.
 *
 * @throws {CodedError} one of STORE-…
 */
export async function openStore(options: StoreOptions): Promise<OpenStore> {
    const opened = options.databaseUrl === undefined ? await openPrivate(options) : openByUrl(options.databaseUrl);
    const pool = new pg.Pool({ max: CONNECTIONS, application_name: 'quo', ...opened.connection });
    // A connection that dies while idle is replaced at the next query; unheard, the event would end the process.
    pool.on('error', (error) => options.log.warn('store.connection-lost', { message: error.message }));
    try {
        return await openOn(pool, opened, options);
    } catch (error) {
        await pool.end();
        await opened.stop();
        throw error;
    }
}

async function openOn(pool: pg.Pool, opened: Opened, options: StoreOptions): Promise<OpenStore> {
    await reachable(pool);
    const applied = await migrate(pool);
    if (applied.length > 0) options.log.info('store.migrated', { applied });
    const db = databaseOf(pool);
    const key = await keyFor(opened, options);
    await checkKey(db, key);
    let closing: Promise<void> | undefined;
    return {
        connections: connectionStore(db),
        deliveries: deliveryStore(db),
        activities: activityStore(db, options.leaseMs ?? LEASE_MS),
        directory: directoryStore(db),
        allowance: allowanceStore(db),
        memory: memoryStore(db),
        vault: vaultOf(db, key),
        pool,
        db,
        ...(opened.dataDir !== undefined && { dataDir: opened.dataDir }),
        close: () => (closing ??= pool.end().then(() => opened.stop()))
    };
}

async function openPrivate({ dataDir: asked, log }: StoreOptions): Promise<Opened> {
    const embedded = await startEmbedded(asked, { log, whenAlone: clearLeftovers });
    const { dataDir, adopted, moved } = embedded;
    if (moved) log.warn('store.data-dir-moved', { dataDir, code: moved.code });
    log.info('store.server', { dataDir, adopted });
    return embedded;
}

function openByUrl(connectionString: string): Opened {
    return { connection: { connectionString }, stop: async () => {} };
}

async function keyFor({ dataDir }: Opened, { secretKey }: StoreOptions): Promise<Buffer> {
    if (secretKey !== undefined) return parseSecretKey(secretKey);
    if (dataDir === undefined) throw new CodedError('STORE-SECRET-KEY', 'not set, and DATABASE_URL is');
    return keyInFolder(dataDir);
}
