import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { startQuo } from 'quo-simulator/quo.ts';
import { startOrg } from 'salesforce-simulator/org.ts';
import { ownPackage } from 'salesforce-simulator/test/own-package.ts';
import { startEmbedded } from '../../../connector/src/store/embedded/start.ts';
import { startConnector, type ConnectorProcess } from '../../../connector/test/river/connector-process.ts';
import type { Holding } from './figures.ts';

const SEED = new URL('../../../connector/sandbox/day/org.json', import.meta.url);
const FAMILIES = ['2026-03-30', 'v4', 'v3', 'v2'] as const;
/** Each seed has a day of its own. */
const FIRST_DAY_MS = Date.parse('2026-01-05T13:00:00.000Z');
const DAY_MS = 24 * 3_600_000;
/** A signal is heard when the loop comes round. */
const COLLECTED_MS = 500;
const PATIENCE_MS = 300_000;

/** A simulated org, a simulated Quo, and one connector as a process of its own, with its own database. */
export interface Soak {
    /** Puts about so many calls and texts on their way, other ones for each `seed`, within `ms`. */
    play(seed: number, activities: number, ms: number): Promise<void>;
    look(): Promise<Holding>;
    collect(): Promise<void>;
    /** Waits until nothing is due any more, as long as that may take. */
    settled(): Promise<{ readonly records: number; readonly due: number; readonly parked: number }>;
    close(): Promise<void>;
}

export async function openSoak(): Promise<Soak> {
    const folder = await mkdtemp(join(tmpdir(), 'quo-soak-'));
    await chmod(folder, 0o755);
    const [org, quo] = await Promise.all([startOrg(ownPackage()), startQuo({ retryScale: 0.002 })]);
    await post(`${org.url}/_control/seed`, JSON.parse(readFileSync(SEED, 'utf8')));
    const keys = FAMILIES.map(
        (family) => (family === '2026-03-30' ? 'whsec_' : '') + randomBytes(32).toString('base64')
    );
    const dataDir = join(folder, 'data');
    const connector = await startConnector({
        NODE_OPTIONS: `--import=${new URL('collect-on-signal.ts', import.meta.url).href}`,
        PORT: '0',
        PUBLIC_URL: 'https://quo.example.com',
        DATA_DIR: dataDir,
        SALESFORCE_LOGIN_URL: org.url,
        SALESFORCE_CLIENT_ID: 'sandbox',
        SALESFORCE_CLIENT_SECRET: 'sandbox',
        QUO_API_URL: quo.url,
        QUO_API_KEY: 'sandbox-key',
        QUO_WEBHOOK_KEYS: keys.join(',')
    });
    const url = `${connector.url}/webhooks/quo/default`;
    for (const [n, apiVersion] of FAMILIES.entries())
        await post(`${quo.url}/_control/webhooks`, { url, apiVersion, key: keys[n] });
    const database = await startEmbedded(dataDir);
    const pool = new pg.Pool({ max: 1, ...database.connection, application_name: 'soak' });
    return {
        play: (seed, activities, ms) => play(quo.url, seed, activities, ms),
        look: () => look(connector, pool),
        collect: async () => {
            process.kill(connector.pid, 'SIGUSR2');
            await sleep(COLLECTED_MS);
        },
        settled: () => settled(connector, org.url),
        close: async () => {
            await pool.end();
            await connector.stop();
            await database.stop();
            await Promise.all([org.close(), quo.close()]);
            await rm(folder, { recursive: true, force: true });
        }
    };
}

async function play(quoUrl: string, seed: number, activities: number, ms: number): Promise<void> {
    // The one before may have its last steps to tell.
    while (seed > 0 && (await get<{ state: string }>(`${quoUrl}/_control/play`)).state === 'playing') await sleep(100);
    await post(`${quoUrl}/_control/play`, {
        day: { activities },
        seed: seed + 1,
        from: new Date(FIRST_DAY_MS + seed * DAY_MS).toISOString(),
        repeat: 0.1,
        shuffle: 1_000,
        seconds: ms / 1_000
    });
}

async function look(connector: ConnectorProcess, pool: pg.Pool): Promise<Holding> {
    const metrics = await metricsOf(connector);
    const { rows } = await pool.query<{ count: number }>(
        `select count(*)::int as count from pg_stat_activity where application_name like 'quo%'`
    );
    return {
        rss: metrics('process_resident_memory_bytes'),
        heap: metrics('nodejs_heap_size_used_bytes'),
        descriptors: metrics('process_open_fds'),
        connections: rows[0]?.count ?? NaN
    };
}

async function settled(connector: ConnectorProcess, orgUrl: string) {
    const state = (metrics: Metrics, name: string): number =>
        metrics(`quo_activities{connection="default",state="${name}"}`);
    const dueIn = (metrics: Metrics): number => state(metrics, 'due') + state(metrics, 'waiting');
    let metrics = await metricsOf(connector);
    for (const end = Date.now() + PATIENCE_MS; dueIn(metrics) > 0 && Date.now() < end;) {
        await sleep(1_000);
        metrics = await metricsOf(connector);
    }
    const { records } = await get<{ records: readonly unknown[] }>(`${orgUrl}/_control/records?type=Task`);
    return { records: records.length, due: dueIn(metrics), parked: state(metrics, 'parked') };
}

type Metrics = (name: string) => number;

/** @returns reads one; 0 where it is not told */
async function metricsOf({ url }: ConnectorProcess): Promise<Metrics> {
    const text = await (await fetch(`${url}/metrics`)).text();
    const told = new Map(
        text.split('\n').map((line) => [line.slice(0, line.lastIndexOf(' ')), Number(line.split(' ').at(-1))])
    );
    return (name) => told.get(name) ?? 0;
}

async function post(url: string, body: unknown): Promise<void> {
    const headers = { 'content-type': 'application/json' };
    const response = await fetch(url, { method: 'POST', headers, body: JSON.stringify(body) });
    if (!response.ok) throw new Error(`${url} answered ${response.status}: ${await response.text()}`);
}

async function get<T>(url: string): Promise<T> {
    return (await (await fetch(url)).json()) as T;
}
