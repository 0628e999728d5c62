import { createHash, randomBytes } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Router } from 'express';
import type { Config } from './config.ts';
import { openConnection } from './compose/connection.ts';
import type { Preferences } from './domain/preferences/preferences.ts';
import { errorData, type Log } from './log.ts';
import { metrics } from './pipeline/metrics.ts';
import { receive, type Receiving } from './pipeline/receive.ts';
import type { Runtime, Works } from './pipeline/runtime.ts';
import { startSchedule } from './pipeline/schedule.ts';
import { read } from './quo/payloads/read.ts';
import { verify } from './quo/signatures/verify.ts';
import { pgBossEngine } from './store/engine.ts';
import { openStore, type OpenStore } from './store/open.ts';
import { health } from './web/health.ts';
import { recordingLinks, type RecordingLinks } from './web/recording-links.ts';
import { recordings } from './web/recordings.ts';
import { listen } from './web/server.ts';
import { webhook } from './web/webhook.ts';

/** A call is to be in Salesforce two seconds after its end: this, and the time of one request. */
const PASS_EVERY = 1_500;
/** The only connection that the environment can name. */
const DEFAULT = 'default';

export interface Surroundings {
    readonly preferences: Preferences;
    readonly log: Log;
    readonly now: () => Date;
}

/** A connector at work. */
export interface Connector {
    /** Where it listens. */
    readonly url: string;
    /** Takes no more deliveries, lets what runs finish, leaves the store. */
    stop(): Promise<void>;
}

/** Puts the parts together: the only place that knows every edge. */
export async function compose(config: Config, { preferences, log, now }: Surroundings): Promise<Connector> {
    const { databaseUrl, dataDir, secretKey, port, host } = config;
    const store = await openStore({ databaseUrl, dataDir, secretKey, log });
    const runtimes = new Map<string, Runtime>();
    const served = { get: (id: string) => runtimes.get(id), ids: () => [...runtimes.keys()] };
    const gatherMs = config.gatherSeconds * 1_000;
    const passEveryMs = PASS_EVERY;
    const works: Works = { store, runtimes: served, log, now, sleep, hash, gatherMs, passEveryMs };
    const engine = pgBossEngine({ pool: store.pool, log });
    let publicUrl = config.publicUrl ?? '';
    const links = recordingLinks(() => publicUrl, await linkKey(store));
    if (config.salesforce !== undefined && config.quo !== undefined) {
        await store.connections.ensure(DEFAULT);
        const { salesforce, quo } = config;
        const parts = { preferences: () => preferences, store, links, log, now };
        runtimes.set(DEFAULT, openConnection(DEFAULT, { salesforce, quo }, parts));
    }
    let nudge: (id: string) => void = () => {};
    const web = await listen(
        routers(works, store, links, (id) => nudge(id)),
        { port, host, log }
    );
    // With PORT=0 the address is known only now; nothing is rendered before.
    publicUrl ||= web.url;
    const schedule = await startSchedule(works, engine);
    nudge = (id) => schedule.nudge(id);
    return {
        url: web.url,
        stop: async () => {
            await web.close();
            await schedule.stop();
            await engine.stop();
            await store.close();
        }
    };
}

function routers(works: Works, store: OpenStore, links: RecordingLinks, onStored: (id: string) => void): Router[] {
    const { runtimes, log, now } = works;
    const receiving: Receiving = {
        verify,
        read,
        deliveries: store.deliveries,
        keysOf: (id) => runtimes.get(id)?.webhookKeys(),
        nowMs: () => now().getTime(),
        log,
        onStored
    };
    const isStoring = (): Promise<boolean> =>
        store.pool.query('select 1').then(
            () => true,
            () => false
        );
    return [
        health({ isStoring, troubles: () => troubles(works), registry: metrics(works) }),
        webhook({
            receive: (id, headers, body) => receive(receiving, id, headers, body),
            isConnection: (id) => runtimes.get(id) !== undefined
        }),
        recordings({ links, fetchRecording: async () => undefined, log })
    ];
}

function hash(text: string): string {
    return createHash('sha256').update(text).digest('hex');
}

function linkKey({ vault }: OpenStore): Promise<string> {
    return vault.exchange('connector', 'recording-links', async (key) => key ?? randomBytes(32).toString('base64url'));
}

/** What keeps a connection from its whole work, by its code. */
async function troubles({ store, log }: Works): Promise<readonly string[]> {
    try {
        const connections = await store.connections.list();
        return connections.flatMap(({ id, pausedBecause }) =>
            pausedBecause === undefined ? [] : [`${id}: ${pausedBecause.code}`]
        );
    } catch (error) {
        log.warn('store not read', errorData(error));
        return ['store-unreachable'];
    }
}
