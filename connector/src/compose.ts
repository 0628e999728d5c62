import { createHash, randomBytes } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Config } from './config.ts';
import type { Preferences } from './domain/preferences/preferences.ts';
import { errorData, type Log } from './log.ts';
import { metrics } from './pipeline/metrics.ts';
import { receive } from './pipeline/receive.ts';
import type { Runtime, Runtimes, Works } from './pipeline/runtime.ts';
import { startSchedule } from './pipeline/schedule.ts';
import { read } from './quo/payloads/read.ts';
import { verify } from './quo/signatures/verify.ts';
import { pgBossEngine } from './store/engine.ts';
import { openStore } from './store/open.ts';
import { health } from './web/health.ts';
import { recordingLinks } from './web/recording-links.ts';
import { recordings } from './web/recordings.ts';
import { listen } from './web/server.ts';
import { webhook } from './web/webhook.ts';
import { openConnection } from './compose/connection.ts';

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
    const { databaseUrl, dataDir, secretKey } = config;
    const store = await openStore({ databaseUrl, dataDir, secretKey, log });
    const runtimes = new Map<string, Runtime>();
    const served: Runtimes = { get: (id) => runtimes.get(id), ids: () => [...runtimes.keys()] };
    const hash = (text: string): string => createHash('sha256').update(text).digest('hex');
    const works: Works = { store, runtimes: served, log, now, sleep, hash, gatherMs: config.gatherSeconds * 1_000 };
    const engine = pgBossEngine({ pool: store.pool, log });
    const linkKey = await store.vault.exchange('connector', 'recording-links', async (key) => key ?? newKey());
    let publicUrl = config.publicUrl ?? '';
    const links = recordingLinks(() => publicUrl, linkKey);

    if (config.salesforce !== undefined && config.quo !== undefined) {
        await store.connections.ensure(DEFAULT);
        const { salesforce, quo } = config;
        const parts = { preferences: () => preferences, store, links, log, now };
        runtimes.set(DEFAULT, openConnection(DEFAULT, { salesforce, quo }, parts));
    }
    let nudge: (id: string) => void = () => {};
    const isStoring = async (): Promise<boolean> =>
        store.pool.query('select 1').then(
            () => true,
            () => false
        );
    const parts = {
        verify,
        read,
        deliveries: store.deliveries,
        keysOf: (id: string) => runtimes.get(id)?.webhookKeys(),
        nowMs: () => now().getTime(),
        log,
        onStored: (id: string) => nudge(id)
    };
    const web = await listen(
        [
            health({ isStoring, troubles: () => troubles(works), registry: metrics(works) }),
            webhook({
                receive: (id, headers, body) => receive(parts, id, headers, body),
                isConnection: (id) => runtimes.has(id)
            }),
            recordings({ links, fetchRecording: async () => undefined, log })
        ],
        { port: config.port, host: config.host, log }
    );
    // With PORT=0 the address is known only now; nothing is rendered before.
    publicUrl ||= web.url;
    const schedule = await startSchedule(works, engine);
    nudge = schedule.nudge;
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

function newKey(): string {
    return randomBytes(32).toString('base64url');
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
