import { setTimeout as delay } from 'node:timers/promises';
import pg from 'pg';
import { CodedError } from '../../errors/errors.ts';
import { errorData, type Log } from '../../log.ts';
import { PRESENT } from '../engine/locks.ts';
import { codeOf, sqlOf, type Sql } from '../database/sql.ts';
import { connectionOf, logOf, prepareCluster, type Cluster } from './cluster.ts';
import { launch, shutDown } from './server.ts';

/** This process's place among the server's clients; whoever leaves last stops the server. */
export interface Presence {
    /** The server was running already. */
    readonly adopted: boolean;
    leave(): Promise<void>;
}

/** A server that gives no sign of life for so long will not come. Recovery after a crash gives signs. */
const PATIENCE_MS = 30_000;
const POLL_MS = 40;
const RELAUNCH_MS = 2_000;
const LONGEST_PAUSE_MS = 30_000;
const STARTING_UP = '57P03';

/**
 * Starts the server, or adopts it when it runs, and keeps it: when it dies, it is started again.
 *
 * Everybody present holds a shared lock for as long as they live. Whoever can take it alone is alone: at arrival, what
 * dead processes left behind is cleared (`whenAlone`); at leaving, the server is stopped. A newcomer waits for the lock
 * meanwhile, loses its connection with the server, and starts it anew.
 */
export async function arrive(
    cluster: Cluster,
    log: Log,
    whenAlone: (sql: Sql) => Promise<void> = async () => {}
): Promise<Presence> {
    const left = new AbortController();
    const { client: first, adopted } = await enter(cluster, whenAlone);
    let client = first;
    let comingBack: Promise<void> | undefined;

    function watch(): void {
        client.on('error', () => {});
        client.once('end', () => {
            if (!left.signal.aborted) comingBack = comeBack();
        });
    }
    async function comeBack(): Promise<void> {
        log.warn('store.server-lost');
        for (let pause = 100; !left.signal.aborted; pause = Math.min(pause * 2, LONGEST_PAUSE_MS)) {
            try {
                client = (await enter(cluster, async () => {})).client;
                watch();
                log.info('store.server-back');
                return;
            } catch (error) {
                log.error('store.server-down', errorData(error));
                await delay(pause, undefined, { signal: left.signal }).catch(() => {});
            }
        }
    }
    watch();

    return {
        adopted,
        async leave() {
            if (left.signal.aborted) return;
            left.abort();
            await comingBack;
            if (await isLast(client)) await shutDown(cluster);
            await client.end().catch(() => {});
        }
    };
}

async function isLast(client: pg.Client): Promise<boolean> {
    try {
        await client.query('select pg_advisory_unlock_shared($1)', [PRESENT]);
        const { rows } = await client.query<{ last: boolean }>('select pg_try_advisory_lock($1) as last', [PRESENT]);
        return rows[0]?.last === true;
    } catch {
        // The server is gone already.
        return false;
    }
}

async function enter(cluster: Cluster, whenAlone: (sql: Sql) => Promise<void>) {
    let adopted = true;
    let launchedAt = -Infinity;
    let aliveAt = performance.now();
    while (performance.now() - aliveAt < PATIENCE_MS) {
        const found = await connect(cluster);
        if (found instanceof pg.Client) {
            if (await takePlace(found, whenAlone)) return { client: found, adopted };
        } else if (found === 'starting') {
            aliveAt = performance.now();
        } else if (performance.now() - launchedAt > RELAUNCH_MS) {
            await prepareCluster(cluster);
            await launch(cluster);
            launchedAt = performance.now();
            adopted = false;
        }
        await delay(POLL_MS);
    }
    throw new CodedError('STORE-NOT-STARTED', logOf(cluster));
}

async function connect(cluster: Cluster): Promise<pg.Client | 'starting' | 'down'> {
    const connection = await connectionOf(cluster);
    if (!connection) return 'down';
    const client = new pg.Client({ ...connection, application_name: 'quo presence', connectionTimeoutMillis: 5_000 });
    client.on('error', () => {});
    try {
        await client.connect();
        return client;
    } catch (error) {
        await client.end().catch(() => {});
        return codeOf(error) === STARTING_UP ? 'starting' : 'down';
    }
}

/** @returns false when the server was stopped under us */
async function takePlace(client: pg.Client, whenAlone: (sql: Sql) => Promise<void>): Promise<boolean> {
    let alone = false;
    try {
        const { rows } = await client.query<{ alone: boolean }>('select pg_try_advisory_lock($1) as alone', [PRESENT]);
        alone = rows[0]?.alone === true;
    } catch {
        return false;
    }
    try {
        if (alone) await whenAlone(sqlOf(client));
        await client.query('select pg_advisory_lock_shared($1)', [PRESENT]);
        if (alone) await client.query('select pg_advisory_unlock($1)', [PRESENT]);
        return true;
    } catch (error) {
        await client.end().catch(() => {});
        if (alone) throw error;
        return false;
    }
}
