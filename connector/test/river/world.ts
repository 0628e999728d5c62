import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { closedAtEnd } from './closed-at-end.ts';
import { startOrg, type OrgOptions } from 'salesforce-simulator/org.ts';
import { ownPackage } from 'salesforce-simulator/test/own-package.ts';
import { startQuo } from 'quo-simulator/quo.ts';
import { publishedOnly } from '../edges/quo/published.ts';
import { privateStore } from '../edges/store/database.ts';
import { startConnector, type ConnectorProcess } from './connector-process.ts';

const SEED = new URL('../../sandbox/day/org.json', import.meta.url);
const FAMILIES = ['2026-03-30', 'v4', 'v3', 'v2'] as const;

/** Everything here takes seconds on a quiet machine; on a loaded one, a wait that goes on is no failure. */
export const PATIENCE_MS = 150_000;
const ANSWER_MS = 60_000;

export type Row = Readonly<Record<string, unknown>>;

/** A simulated org, a simulated Quo, and connectors as processes of their own on a store of their own. */
export interface World {
    /** Salesforce ids by the names of the day's people. */
    readonly ids: Readonly<Record<string, string>>;
    readonly quoUrl: string;
    readonly orgUrl: string;
    /** Where a private database is. */
    readonly dataDir: string;
    /** How many connectors there are. */
    readonly connectors: number;
    /** The n-th connector as it runs now. */
    connector(n?: number): ConnectorProcess;
    /** Ends a connector (`kill`: without goodbye) and starts it again at the same address, `meanwhile` in between. */
    restart(how: 'stop' | 'kill', n?: number, meanwhile?: () => Promise<void>): Promise<void>;
    control<T>(path: string, body?: unknown): Promise<T>;
    readonly records: (type: string) => Promise<readonly Row[]>;
    apiCalls(): Promise<number>;
    /** Waits until nothing is due or waiting in any connector. */
    settled(patienceMs?: number): Promise<void>;
    /** Rows of the store, for what no outside view shows; opened, unless the database is the connector’s own. */
    query<T extends object>(sql: string): Promise<readonly T[]>;
    close(): Promise<void>;
}

export interface WorldOptions {
    readonly connectors?: number;
    readonly preferences?: Row | ((records: (type: string) => Promise<readonly Row[]>) => Promise<Row>);
    readonly env?: Readonly<Record<string, string>>;
    /** The connector brings its own database, as on a fresh machine. Default: the one that the tests share. */
    readonly isPrivate?: boolean;
    /** Where that one is. Default: in a folder of its own. */
    readonly dataDir?: string;
    /** How the org differs from an ordinary one. */
    readonly org?: OrgOptions;
}

export async function openWorld({
    connectors = 1,
    preferences = {},
    env = {},
    isPrivate = false,
    dataDir: givenDataDir,
    org: orgOptions = {}
}: WorldOptions = {}): Promise<World> {
    const folder = await mkdtemp(join(tmpdir(), 'quo-river-'));
    await chmod(folder, 0o755);
    const dataDir = givenDataDir ?? join(folder, 'data');
    const published = publishedOnly();
    const [org, quo, database] = await Promise.all([
        startOrg({ ...ownPackage(), ...orgOptions }),
        startQuo({ retryScale: 0.002, onRequest: published.onRequest }),
        privateStore()
    ]);
    const keys = FAMILIES.map(
        (family) => (family === '2026-03-30' ? 'whsec_' : '') + randomBytes(32).toString('base64')
    );
    const envOf = (port: string): Record<string, string> => ({
        PORT: port,
        PUBLIC_URL: 'https://quo.example.com',
        ...(isPrivate ? { DATA_DIR: dataDir } : { DATABASE_URL: database.databaseUrl, SECRET_KEY: database.secretKey }),
        SALESFORCE_LOGIN_URL: org.url,
        SALESFORCE_CLIENT_ID: 'sandbox',
        SALESFORCE_CLIENT_SECRET: 'sandbox',
        QUO_API_URL: quo.url,
        QUO_API_KEY: 'sandbox-key',
        QUO_WEBHOOK_KEYS: keys.join(','),
        PREFERENCES_FILE: join(folder, 'preferences.json'),
        GATHER_SECONDS: '2',
        ...env
    });
    const running: ConnectorProcess[] = [];
    const close = closedAtEnd(async () => {
        await Promise.all(running.map((one) => one.stop()));
        await Promise.all([org.close(), quo.close()]);
        await rm(folder, { recursive: true, force: true });
        published.verdict();
    });
    const records: World['records'] = async (type) =>
        (await get<{ records: readonly Row[] }>(`${org.url}/_control/records?type=${type}`)).records;
    let ids: Readonly<Record<string, string>>;
    try {
        ids = await post(`${org.url}/_control/seed`, JSON.parse(readFileSync(SEED, 'utf8')));
        const chosen = typeof preferences === 'function' ? await preferences(records) : preferences;
        await writeFile(join(folder, 'preferences.json'), JSON.stringify(chosen));
        // Each takes a port of its own choice, and has it again when it comes back.
        while (running.length < connectors) running.push(await startConnector(envOf('0')));
        // Quo tells one address; with several connectors a balancer would spread them, here each family has its own.
        for (const [n, apiVersion] of FAMILIES.entries()) {
            const url = `${running[n % connectors]?.url}/webhooks/quo/default`;
            await post(`${quo.url}/_control/webhooks`, { url, apiVersion, key: keys[n] });
        }
    } catch (error) {
        await close();
        throw error;
    }
    const connector = (n = 0): ConnectorProcess => {
        const found = running[n];
        if (found === undefined) throw new Error(`no connector ${n}`);
        return found;
    };
    return {
        ids,
        quoUrl: quo.url,
        orgUrl: org.url,
        dataDir,
        connectors,
        connector,
        restart: async (how, n = 0, meanwhile = async () => {}) => {
            await connector(n)[how]();
            await meanwhile();
            running[n] = await startConnector(envOf(new URL(connector(n).url).port));
        },
        control: (path, body) =>
            body === undefined ? get(`${quo.url}/_control/${path}`) : post(`${quo.url}/_control/${path}`, body),
        records,
        apiCalls: async () => (await get<{ used: number }>(`${org.url}/_control/api-usage`)).used,
        settled: (patienceMs = PATIENCE_MS) => settled(() => running, patienceMs),
        query: async <T extends object>(sql: string) =>
            isPrivate ? queryPrivate<T>(dataDir, sql) : database.store.db.rows<T>(sql),
        close
    };
}

/**
 * No connection is used again: whoever was busy for longer than a server keeps one (5 s) would send on it just when it ends,
 * and whoever was killed has left theirs behind.
 */
const ONCE = { connection: 'close' } as const;

async function post<T>(url: string, body: unknown): Promise<T> {
    const headers = { 'content-type': 'application/json', ...ONCE };
    const signal = AbortSignal.timeout(ANSWER_MS);
    const response = await fetch(url, { method: 'POST', headers, body: JSON.stringify(body), signal });
    if (!response.ok) throw new Error(`${url} answered ${response.status}: ${await response.text()}`);
    return (response.status === 204 ? undefined : await response.json()) as T;
}

async function get<T>(url: string): Promise<T> {
    return (await (await fetch(url, { headers: ONCE, signal: AbortSignal.timeout(ANSWER_MS) })).json()) as T;
}

/** As somebody with a client would, who comes and goes. */
async function queryPrivate<T extends object>(dataDir: string, sql: string): Promise<readonly T[]> {
    const client = new pg.Client({ host: join(dataDir, 'postgres', 's'), user: 'quo', database: 'postgres' });
    await client.connect();
    try {
        return (await client.query<T>(sql)).rows;
    } finally {
        await client.end();
    }
}

async function settled(running: () => readonly ConnectorProcess[], patienceMs: number): Promise<void> {
    const until = Date.now() + patienceMs;
    for (;;) {
        const left = await Promise.all(running().map(({ url }) => leftAt(url)));
        if (left.every((count) => count === 0)) return;
        if (Date.now() > until) throw new Error(`Still on their way after ${patienceMs} ms: ${left.join(', ')}`);
        await sleep(200);
    }
}

async function leftAt(url: string): Promise<number> {
    const text = await (
        await fetch(`${url}/metrics`, { headers: ONCE, signal: AbortSignal.timeout(ANSWER_MS) })
    ).text();
    const states = text.matchAll(/^quo_activities\{connection="default",state="(?:due|waiting)"\} (\d+)/gm);
    return [...states].reduce((sum, [, count]) => sum + Number(count), 0);
}
