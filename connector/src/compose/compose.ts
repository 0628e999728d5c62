import { createHash, randomBytes } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Config } from '../config/config.ts';
import { connections, DEFAULT, type Connections } from './connections.ts';
import { openConsole } from './console.ts';
import { keepRetention } from '../application/maintenance/delete-old-deliveries.ts';
import { routers } from './routers.ts';
import type { Preferences } from '../domain/preferences/preferences.ts';
import { errorData, type Log } from '../log.ts';
import type { PipelineContext } from '../pipeline/pipeline-context.ts';
import { startSchedule } from '../pipeline/schedule.ts';
import { pgBossEngine } from '../store/engine/engine.ts';
import { openStore, type OpenStore } from '../store/open.ts';
import { recordingLinks } from '../web/recordings/recording-links.ts';
import { listen } from '../web/server.ts';

/** A call is to be in Salesforce two seconds after its end: this, and the time of one request. */
const PASS_EVERY = 1_500;
/** How soon a process hears what was changed in the console of another. */
const LOOK_EVERY = 2_000;

export interface Environment {
    /** From the preferences file; absent: each connection has those that the console stored. */
    readonly preferences?: Preferences | undefined;
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
export async function compose(config: Config, surroundings: Environment): Promise<Connector> {
    const { databaseUrl, dataDir, secretKey } = config;
    const store = await openStore({ databaseUrl, dataDir, secretKey, log: surroundings.log });
    try {
        return await composeOn(store, config, surroundings);
    } catch (error) {
        await store.close();
        throw error;
    }
}

async function composeOn(store: OpenStore, config: Config, { preferences, log, now }: Environment): Promise<Connector> {
    const { port, host } = config;
    let publicUrl = config.publicUrl ?? '';
    const links = recordingLinks(() => publicUrl, await deploymentKey(store, 'recording-links'));
    const open = connections({ config, filePreferences: preferences, store, links, log, now });
    if (config.salesforce !== undefined && config.quo !== undefined) await store.connections.ensure(DEFAULT);
    await open.refresh();
    const gatherMs = config.gatherSeconds * 1_000;
    const works: PipelineContext = {
        store,
        connections: open,
        log,
        now,
        sleep,
        hash,
        gatherMs,
        passEveryMs: PASS_EVERY
    };
    const engine = pgBossEngine({ pool: store.pool, log });
    let nudge: (id: string) => void = () => {};
    const desk = { config, store, connections: open, works, publicUrl: () => publicUrl, log, now };
    const pages = openConsole(desk, await deploymentKey(store, 'form-key'));
    const { admit } = pages;
    const machines = routers({ works, store, connections: open, links, admit, onStored: (id) => nudge(id) });
    const { trustedProxies } = config;
    const web = await listen([...machines, pages.router], { port, host, trustedProxies, log });
    // With PORT=0 the address is known only now; nothing is rendered before.
    publicUrl ||= web.url;
    const schedule = await startSchedule(works, engine).catch(async (error: unknown) => {
        await web.close();
        await engine.stop();
        throw error;
    });
    nudge = (id) => schedule.wake(id);
    const stopLooking = lookForChanges(open, log);
    const stopRetention = keepRetention(store, open, log);
    return {
        url: web.url,
        stop: async () => {
            stopLooking();
            stopRetention();
            await web.close();
            await schedule.stop();
            await engine.stop();
            await store.close();
        }
    };
}

function lookForChanges(open: Connections, log: Log): () => void {
    const look = (): void =>
        void open.refresh().catch((error: unknown) => log.warn('connections not read', errorData(error)));
    const timer = setInterval(look, LOOK_EVERY);
    return () => clearInterval(timer);
}

function hash(text: string): string {
    return createHash('sha256').update(text).digest('hex');
}

/** A key that all processes share, made by the first that needs it. */
function deploymentKey({ vault }: OpenStore, name: string): Promise<string> {
    return vault.exchange('connector', name, async (key) => key ?? randomBytes(32).toString('base64url'));
}
