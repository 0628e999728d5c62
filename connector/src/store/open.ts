import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { sentence, type ErrorNote } from '../errors/errors.ts';
import { errorData, type Log } from '../log.ts';
import type { AppStore } from '../contracts/app-store.ts';
import { activityStore } from './activities/activities.ts';
import { allowanceStore } from './api-usage.ts';
import { auditLog } from './console/audit.ts';
import { connectionStore } from './connections.ts';
import { deliveryStore } from './deliveries/deliveries.ts';
import { gapStore } from './deliveries/gaps.ts';
import { directoryStore } from './directory/directory.ts';
import { readinessOf, type Readiness } from './database/trouble.ts';
import type { Delivery } from '../contracts/store.ts';
import { startEmbedded } from './embedded/start.ts';
import { pseudonymWith, type Pseudonym } from './erasure/forgotten.ts';
import { leasesOf, type Leases } from './engine/leases.ts';
import { clearStaleLeases } from './engine/clear-stale-leases.ts';
import { limitsOn } from './console/limits.ts';
import { listeningStore } from './console/listening.ts';
import { keyValueStore } from './key-value.ts';
import { migrate } from './database/migrate.ts';
import { progressStore } from './console/progress.ts';
import { waitForDatabase } from './database/wait-for-database.ts';
import { parseSecretKey } from './secrets/encrypt.ts';
import { openKeyRing, rotateKey } from './secrets/rotate-key.ts';
import { sessionStore, type Sessions } from './console/sessions.ts';
import { databaseOf, type Database } from './database/sql.ts';
import { scheduleStore } from './engine/schedule.ts';
import { maintenanceOf, type Maintenance } from './engine/maintenance.ts';
import { openSeal } from './sealing/data-key.ts';
import { openSweep, type Sweep } from './sealing/sweep.ts';
import { vaultOf } from './secrets/vault.ts';
import { quoContactStore } from './quo-contacts/quo-contacts.ts';
import { monitoringOf, type Monitoring } from './monitoring/monitoring.ts';

export interface StoreOptions {
    /** Any PostgreSQL 14 or later; absent: a private one in `dataDir`. */
    readonly databaseUrl?: string | undefined;
    readonly dataDir: string;
    /** 32 bytes in base64; may be absent for the private database, which keeps one in `dataDir`. */
    readonly secretKey?: string | undefined;
    readonly log: Log;
    /** How long after its last sign of life what a process had claimed is another's. Default: 15,000. */
    readonly leaseMs?: number;
}

export interface OpenStore extends AppStore {
    readonly watch: Monitoring;
    readonly upkeep: Maintenance;
    readonly sessions: Sessions;
    readonly sweep: Sweep;
    /** Locks every secret with another key (base64), all or none; see `rotate-key.ts`. @returns how many secrets */
    rotateSecretKey(to: string): Promise<number>;
    /** Why nothing can be stored now, within three seconds; `undefined` while it can. */
    trouble(): Promise<string | undefined>;
    /** Names of migrations that a later version of the connector applied since the start; `undefined`: none. */
    later(): Promise<string | undefined>;
    readonly pool: pg.Pool;
    readonly db: Database;
    /** Where the private database is; absent with `databaseUrl`. */
    readonly dataDir?: string;
    /** Why it is not in the folder that was asked for: to be said to whoever started it. */
    readonly moved?: ErrorNote;
}

interface Opened {
    readonly connection: pg.PoolConfig;
    readonly dataDir?: string;
    readonly moved?: ErrorNote;
    stop(): Promise<void>;
}

/** As long as the engine waits for a dead process's job, so that the work is free when somebody comes for it. */
const LEASE_MS = 15_000;
const CONNECTIONS = 16;
/** For storing deliveries and for saying whether that can be done: whatever else is asked of the database, Quo is answered. */
const FOR_RECEIVING = 2;

/**
 * Opens the store: starts or adopts the private database when there is no other, migrates, checks the key.
 *
 * @throws {CodedError} one of STORE-…
 */
export async function openStore(options: StoreOptions): Promise<OpenStore> {
    const opened = options.databaseUrl === undefined ? await openPrivate(options) : openByUrl(options.databaseUrl);
    const pools = {
        pool: poolOf(CONNECTIONS, opened, options.log),
        receiving: poolOf(FOR_RECEIVING, opened, options.log)
    };
    try {
        return await openOn(pools, opened, options);
    } catch (error) {
        await endAll(pools);
        await opened.stop();
        throw error;
    }
}

interface Pools {
    readonly pool: pg.Pool;
    readonly receiving: pg.Pool;
}

function poolOf(max: number, { connection }: Opened, log: Log): pg.Pool {
    const pool = new pg.Pool({ max, application_name: 'quo', ...connection });
    // A connection that dies while idle is replaced at the next query; unheard, the event would end the process.
    pool.on('error', (error) => log.warn('store.connection-lost', errorData(error)));
    return pool;
}

async function endAll({ pool, receiving }: Pools): Promise<void> {
    await Promise.all([pool.end(), receiving.end()]);
}

async function openOn(pools: Pools, opened: Opened, options: StoreOptions): Promise<OpenStore> {
    const { pool } = pools;
    await waitForDatabase(pool);
    const { applied, later } = await migrate({ pool, log: options.log });
    if (applied.length > 0) options.log.info('store.migrated', { applied });
    const unsealed = databaseOf(pool);
    let ring = await openKeyRing(unsealed, options.secretKey, opened.dataDir);
    const vault = vaultOf(unsealed, () => ring.key);
    const seal = await openSeal(vault);
    const db = databaseOf(pool, seal);
    const mark = pseudonymWith(await vault.exchange('connector', 'forgotten', async (key) => key ?? newKey()));
    const sweep = await openSweep(unsealed, seal, mark);
    const leaseMs = options.leaseMs ?? LEASE_MS;
    const leases = leasesOf(db, leaseMs);
    const readiness = readinessOf(pools.receiving);
    let closing: Promise<void> | undefined;
    const close = async (): Promise<void> => {
        leases.end();
        await endAll(pools);
        await opened.stop();
    };
    return {
        ...storesOf(db, leaseMs, leases, mark, databaseOf(pools.receiving, seal), readiness),
        vault,
        sweep,
        limits: limitsOn(pool),
        async rotateSecretKey(to) {
            const key = parseSecretKey(to);
            const secrets = await rotateKey(db, ring, key);
            ring = { ...ring, key };
            return secrets;
        },
        trouble: () => readiness.trouble(),
        later: () => later(db),
        pool,
        db,
        ...(opened.dataDir !== undefined && { dataDir: opened.dataDir }),
        ...(opened.moved && { moved: opened.moved }),
        close: () => (closing ??= close())
    };
}

function newKey(): string {
    return randomBytes(32).toString('base64url');
}

function storesOf(
    db: Database,
    leaseMs: number,
    leases: Leases,
    mark: Pseudonym,
    receiving: Database,
    readiness: Readiness
) {
    const received = deliveryStore(db, mark, receiving);
    const deliveries = { ...received, accept: (one: Delivery) => readiness.storing(received.accept(one)) };
    return {
        connections: connectionStore(db),
        deliveries,
        gaps: gapStore(db),
        activities: activityStore(db, leaseMs, leases, mark),
        directory: directoryStore(db),
        allowance: allowanceStore(db),
        memory: keyValueStore(db),
        progress: progressStore(db),
        schedule: scheduleStore(db),
        watch: monitoringOf(db),
        upkeep: maintenanceOf(db, deliveries, mark),
        audit: auditLog(db),
        sessions: sessionStore(db),
        quoContacts: quoContactStore(db),
        listening: listeningStore(db)
    };
}

async function openPrivate({ dataDir: asked, log }: StoreOptions): Promise<Opened> {
    const embedded = await startEmbedded(asked, { log, whenAlone: clearStaleLeases });
    const { dataDir, adopted, moved } = embedded;
    if (moved) log.warn('store.data-dir-moved', { asked, dataDir, code: moved.code, says: sentence(moved) });
    log.info('store.server', { dataDir, adopted });
    return embedded;
}

function openByUrl(connectionString: string): Opened {
    return { connection: { connectionString }, stop: async () => {} };
}
