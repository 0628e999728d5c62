import { createHash, randomBytes } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Router } from 'express';
import { DEFAULT_CONNECTION } from '../application/connections/connection-runtime.ts';
import { openConnections, type ConnectionsDeps } from '../application/connections/open-connections.ts';
import { resumeAll } from '../application/connections/resume.ts';
import { verifyEnvironment } from '../application/connections/verify-environment.ts';
import { verifyWorkspace } from '../application/connections/verify-workspace.ts';
import type { AppContext } from '../application/context.ts';
import { deploymentKey } from '../application/deployment-keys.ts';
import { listenersOfOrgs, type ListenersOfOrgs } from '../application/rights/listeners.ts';
import { rightsInOrgs } from '../application/rights/user-rights.ts';
import { requestWaits } from '../application/monitoring/request-waits.ts';
import { deleteOldTranscripts } from '../application/maintenance/delete-old-transcripts.ts';
import { deleteOldDeliveries } from '../application/maintenance/delete-old-deliveries.ts';
import type { Config } from '../config/config.ts';
import type { Preferences } from '../domain/preferences/preferences.ts';
import { CodedError } from '../errors/errors.ts';
import type { Log } from '../log.ts';
import type { PipelineContext } from '../pipeline/pipeline-context.ts';
import { startSchedule } from '../pipeline/schedule.ts';
import { pgBossEngine } from '../store/engine/engine.ts';
import { openStore, type OpenStore } from '../store/open.ts';
import { addressMark } from '../web/recordings/address-mark.ts';
import { health } from '../web/health.ts';
import { listen, type WebServer } from '../web/server.ts';
import { thisMachineOnly } from '../web/this-machine-only.ts';
import { openConsole } from './console.ts';
import { openEdges } from './edges.ts';
import { openLinks } from './links.ts';
import { repeat } from './repeat.ts';
import { operationsRouter, routers, type RouterDeps } from './routers.ts';

/** A call is to be in Salesforce two seconds after its end: this, and the time of one request. */
const PASS_EVERY = 1_500;
/** How soon a process stops that was overtaken: an upgrade was started while it runs. */
const LATER_EVERY = 2_000;
/** How soon a process hears what was changed in the console of another. */
const REFRESH_EVERY = 2_000;
/** A connection that was just made is asked within so long who listens; after that once an hour. */
const LISTENERS_EVERY = 60_000;
const DELETE_EVERY = 6 * 3_600_000;

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
    /** Where monitoring asks, when that is an address of its own. */
    readonly opsUrl?: string;
    /** Resolves when a later version changed the database: this one, which knows less of it, is to be stopped. */
    readonly overtaken: Promise<CodedError>;
    /** Takes no more deliveries, lets what runs finish, leaves the store. */
    stop(): Promise<void>;
}

/** Puts the parts together: the only place that knows every edge. */
export async function compose(config: Config, environment: Environment): Promise<Connector> {
    const { databaseUrl, dataDir, secretKey } = config;
    const store = await openStore({ databaseUrl, dataDir, secretKey, log: environment.log });
    try {
        return await composeOn(store, config, environment);
    } catch (error) {
        await store.close();
        throw error;
    }
}

async function composeOn(store: OpenStore, config: Config, environment: Environment): Promise<Connector> {
    const { log } = environment;
    let publicUrl = config.publicUrl ?? '';
    const linkKey = await deploymentKey(store.vault, 'recording-links');
    const { links, attachmentLinks, recordingUrl, attachmentUrl } = openLinks(() => publicUrl, linkKey);
    const waits = requestWaits();
    const context = await contextOf(store, config, environment, {
        ...{ recordingUrl, attachmentUrl, onQuoRequest: waits.observe },
        publicUrl: () => publicUrl
    });
    const { pipeline, connections } = context;
    const engine = pgBossEngine({ pool: store.pool, log });
    // Deliveries may arrive before the schedule runs; they are found by its first look.
    let wake: (connection: string) => void = () => {};
    const listeners = listenersOfOrgs(context);
    const { router, verdict } = openConsole(context, listeners, await deploymentKey(store.vault, 'form-key'));
    const deps = {
        ...{ pipeline, store, connections, links, attachmentLinks, verdict, waits },
        addressMark: addressMark(linkKey),
        onStored: (id: string) => wake(id)
    };
    const web = await listenTwice(config, deps, router);
    // With PORT=0 the address is known only now; nothing is rendered before.
    publicUrl ||= web.url;
    const schedule = await startSchedule(pipeline, engine).catch(async (error: unknown) => {
        await web.close();
        await engine.stop();
        throw error;
    });
    wake = (id) => schedule.wake(id);
    const { promise: overtaken, resolve: overtake } = Promise.withResolvers<CodedError>();
    const stopRepeating = repeatAll({ ...context, store }, listeners, overtake);
    return {
        url: web.url,
        overtaken,
        ...(web.opsUrl !== undefined && { opsUrl: web.opsUrl }),
        stop: async () => {
            stopRepeating();
            await web.close();
            await schedule.stop();
            await engine.stop();
            await store.close();
        }
    };
}

/** Where people, Quo and players come, and where monitoring does: on an address of its own, or from this machine. */
async function listenTwice(
    config: Config,
    deps: RouterDeps,
    console: Router
): Promise<WebServer & { readonly opsUrl?: string }> {
    const { port, host, trustedProxies, opsAddress } = config;
    const { log } = deps.pipeline;
    const open = [...routers(deps), console];
    if (opsAddress === undefined)
        return listen([operationsRouter(deps, thisMachineOnly), ...open], { port, host, trustedProxies, log });
    const web = await listen(open, { port, host, trustedProxies, log });
    const ops = await listen([health(), operationsRouter(deps, (_request, _response, next) => next())], {
        ...opsAddress,
        log
    }).catch(async (error: unknown) => {
        await web.close();
        throw error;
    });
    log.info('operations', { url: ops.url });
    return {
        url: web.url,
        opsUrl: ops.url,
        close: async (graceMs) => {
            await web.close(graceMs);
            await ops.close(graceMs);
        }
    };
}

async function contextOf(
    store: OpenStore,
    config: Config,
    { preferences, log, now }: Environment,
    parts: Pick<ConnectionsDeps, 'recordingUrl' | 'attachmentUrl' | 'onQuoRequest'> & {
        readonly publicUrl: () => string;
    }
): Promise<AppContext> {
    const { publicUrl, recordingUrl, attachmentUrl, onQuoRequest } = parts;
    const { quo, salesforce, openOrg } = openEdges(store, config, now);
    const connections = openConnections({
        ...{ config, store, quo, openOrg, recordingUrl, attachmentUrl, onQuoRequest, log, now },
        consoleUrl: (id) => `${publicUrl()}/console/${id}`,
        filePreferences: preferences,
        newGeneration
    });
    if (config.salesforce !== undefined && config.quo !== undefined) await store.connections.ensure(DEFAULT_CONNECTION);
    await connections.refresh();
    await verifyEnvironment(store, connections);
    const fingerprint = hash(`${config.quoApiUrl} ${config.quo?.apiKey ?? ''}`);
    await verifyWorkspace({ store, connections, log, fingerprint });
    await resumeAll(store);
    const pipeline: PipelineContext = {
        ...{ store, connections, log, now, sleep, hash },
        gatherMs: config.gatherSeconds * 1_000,
        passEveryMs: PASS_EVERY
    };
    const patiently = (ms: number): Promise<void> => sleep(ms, undefined, { ref: false });
    const rights = rightsInOrgs({ store, connections, log, now });
    return {
        ...{ config, store, connections, pipeline, salesforce, quo, rights, newGeneration, publicUrl, log, now },
        sleep: patiently
    };
}

function repeatAll(
    context: AppContext & { readonly store: OpenStore },
    listeners: ListenersOfOrgs,
    overtake: (by: CodedError) => void
): () => void {
    const { connections, log, store } = context;
    const compareVersions = async (): Promise<void> => {
        const later = await store.later();
        if (later !== undefined) overtake(new CodedError('STORE-LATER', later));
    };
    const refresh = (): Promise<void> => connections.refresh();
    const remove = (): Promise<void> => deleteOldDeliveries(context);
    const expire = (): Promise<void> => deleteOldTranscripts(context);
    const seal = async (): Promise<void> => {
        const rows = await store.sweep.run();
        if (rows > 0) log.info('rows of before are sealed', { rows });
    };
    const stops = [
        repeat({ what: 'sealing rows of before', everyMs: DELETE_EVERY, isDueAtOnce: true, run: seal }, log),
        repeat({ what: 'looking for a later version', everyMs: LATER_EVERY, run: compareVersions }, log),
        repeat({ what: 'reading listeners', everyMs: LISTENERS_EVERY, run: () => listeners.look() }, log),
        repeat({ what: 'reading connections', everyMs: REFRESH_EVERY, run: refresh }, log),
        repeat({ what: 'deleting old deliveries', everyMs: DELETE_EVERY, isDueAtOnce: true, run: remove }, log),
        repeat({ what: 'deleting old transcripts', everyMs: DELETE_EVERY, isDueAtOnce: true, run: expire }, log)
    ];
    return () => stops.forEach((stop) => stop());
}

/** Nine bytes: an address in a field of 255 characters has room for twelve. */
function newGeneration(): string {
    return randomBytes(9).toString('base64url');
}

function hash(text: string): string {
    return createHash('sha256').update(text).digest('hex');
}
