import { readFileSync } from 'node:fs';
import type { TestContext } from 'node:test';
import { readConfig } from '../../src/config/config.ts';
import { compose, type Connector } from '../../src/compose/compose.ts';
import { SILENT } from '../../src/log.ts';
import { startOrg } from 'salesforce-simulator/org.ts';
import { ownPackage } from 'salesforce-simulator/test/own-package.ts';
import { startQuo } from 'quo-simulator/quo.ts';
import { ADMIN_TOKEN } from '../pages/admin-token.ts';
import { publishedOnly } from '../edges/quo/published.ts';
import { privateStore, type PrivateStore } from '../edges/store/database.ts';

const SEED = new URL('../../sandbox/day/org.json', import.meta.url);

export { ADMIN_TOKEN };

/** A simulated org, a simulated Quo and a connector that nobody has connected yet, in this process. */
export interface Stand {
    readonly connector: Connector;
    readonly orgUrl: string;
    readonly quoUrl: string;
    readonly database: PrivateStore;
    readonly env: Readonly<Record<string, string>>;
    /** Salesforce ids by the names of the day's people; `integration` is the user that the guide sets up. */
    readonly ids: Readonly<Record<string, string>>;
    /** A second process on the same store. */
    another(): Promise<Connector>;
    org<T>(path: string, body?: unknown): Promise<T>;
    quo<T>(path: string, body?: unknown, method?: string): Promise<T>;
}

export type Env = Readonly<Record<string, string>>;

/** @param more further variables; a function of where the org and Quo are */
export async function openStand(
    t: TestContext,
    more: Env | ((orgUrl: string, quoUrl: string) => Env) = {}
): Promise<Stand> {
    const published = publishedOnly();
    const own = ownPackage();
    const [org, quo, database] = await Promise.all([
        startOrg(own),
        startQuo({ retryScale: 0.05, onRequest: published.onRequest }),
        privateStore()
    ]);
    await database.store.pool.query('delete from connections');
    const env = {
        PORT: '0',
        DATABASE_URL: database.databaseUrl,
        SECRET_KEY: database.secretKey,
        ADMIN_TOKEN,
        QUO_API_URL: quo.url,
        SALESFORCE_APP_CLIENT_ID: 'sandbox',
        SALESFORCE_APP_CLIENT_SECRET: 'sandbox',
        GATHER_SECONDS: '1',
        ...(typeof more === 'function' ? more(org.url, quo.url) : more)
    };
    const start = async (): Promise<Connector> => {
        const connector = await compose(readConfig(env), { log: SILENT, now: () => new Date() });
        t.after(() => connector.stop());
        return connector;
    };
    t.after(async () => {
        await org.close();
        await quo.close();
        published.verdict();
    });
    const post = postTo(`${org.url}/_control`);
    const ids = {
        ...(await post<Record<string, string>>('/seed', JSON.parse(readFileSync(SEED, 'utf8')))),
        integration: (await post<{ id: string }>('/users', { username: own.runAs.username })).id
    };
    const connector = await start();
    return {
        connector,
        orgUrl: org.url,
        quoUrl: quo.url,
        database,
        env,
        ids,
        another: start,
        org: post,
        quo: postTo(`${quo.url}/_control`)
    };
}

function postTo(base: string) {
    return async <T>(path: string, body?: unknown, method?: string): Promise<T> => {
        const json = body === undefined ? {} : { body: JSON.stringify(body) };
        const headers = { 'content-type': 'application/json' };
        const response = await fetch(base + path, {
            method: method ?? (body === undefined ? 'GET' : 'POST'),
            headers,
            ...json
        });
        if (!response.ok) throw new Error(`${path} answered ${response.status}: ${await response.text()}`);
        const text = await response.text();
        return (text === '' ? undefined : JSON.parse(text)) as T;
    };
}
