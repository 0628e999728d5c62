import type { Config } from '../config/config.ts';
import type { Preferences } from '../domain/preferences/preferences.ts';
import type { Log } from '../log.ts';
import { readStoredPreferences } from '../preferences/stored-preferences.ts';
import { ORG_ALLOWANCE } from '../pipeline/api-budget.ts';
import { appSecret, quoKey, webhookKeys } from '../application/connections/connection-secrets.ts';
import { readSettings, type ConnectionSettings } from '../application/connections/connection-settings.ts';
import type { ConnectionRow } from '../contracts/store.ts';
import type { Connection, ActiveConnections } from '../pipeline/pipeline-context.ts';
import { workspace } from '../quo/workspace.ts';
import { connectOrg } from '../salesforce/org.ts';
import type { OpenStore } from '../store/open.ts';
import type { RecordingLinks } from '../web/recordings/recording-links.ts';
import { openOrg, openQuo } from './open-connection.ts';
import type { OpenConnection, OpenOrg, OpenQuo } from './connection-runtime.ts';
import { openContactSync } from './contact-sync.ts';

/** The only connection that the environment can name. */
export const DEFAULT = 'default';

/** Every connection of the store, as this process has it open. */
export interface Connections extends ActiveConnections {
    opened(id: string): OpenConnection | undefined;
    all(): readonly OpenConnection[];
    /** Opens what is new and reopens what changed; asked for after a change, and every few seconds for those of others. */
    refresh(): Promise<void>;
}

export interface ConnectionsDeps {
    readonly config: Config;
    /** From the preferences file; absent: those that the console stored. */
    readonly filePreferences?: Preferences | undefined;
    readonly store: OpenStore;
    readonly links: RecordingLinks;
    readonly log: Log;
    readonly now: () => Date;
}

interface OpeningParts extends ConnectionsDeps {
    /** A connection as it is open now: what was opened before may still be at work. */
    readonly current: (id: string) => OpenConnection | undefined;
}

/** Opens nothing yet: `refresh` does. */
export function connections(parts: ConnectionsDeps): Connections {
    const { store, log } = parts;
    let open: ReadonlyMap<string, OpenConnection> = new Map();
    const prints = new Map<string, string>();
    const workspaces = new Map<string, OpenQuo>();
    let last: Promise<void> = Promise.resolve();
    const quoOf = (id: string, key: string): OpenQuo => {
        const name = JSON.stringify([id, key]);
        const known = workspaces.get(name) ?? openQuo(parts.config.quoApiUrl, key, store.db);
        for (const other of workspaces.keys())
            if ((JSON.parse(other) as string[])[0] === id && other !== name) workspaces.delete(other);
        workspaces.set(name, known);
        return known;
    };
    const opening = { ...parts, current: (id: string) => open.get(id) };
    const refresh = async (): Promise<void> => {
        const next = new Map<string, OpenConnection>();
        for (const row of await store.connections.list()) {
            if (readSettings(row.settings).removingSince !== undefined) continue;
            const known = open.get(row.id);
            const print = JSON.stringify(row.settings);
            const isSame = known !== undefined && prints.get(row.id) === print;
            next.set(row.id, isSame ? paused(known, row) : paused(await openOne(opening, row, quoOf), row));
            if (!isSame)
                log.info('connection opened', { connection: row.id, whole: next.get(row.id)?.runtime !== undefined });
            prints.set(row.id, print);
        }
        open = next;
    };
    return {
        get: (id) => open.get(id)?.runtime,
        ids: () => [...open.values()].flatMap(({ id, runtime }) => (runtime === undefined ? [] : [id])),
        opened: (id) => open.get(id),
        all: () => [...open.values()],
        refresh: () => {
            last = last.then(refresh, refresh);
            return last;
        }
    };
}

function paused(opened: OpenConnection, { pausedBecause }: ConnectionRow): OpenConnection {
    return { ...opened, pausedBecause };
}

async function openOne(
    parts: OpeningParts,
    { id, settings: stored }: ConnectionRow,
    quoOf: (id: string, key: string) => OpenQuo
): Promise<OpenConnection> {
    const { config, store } = parts;
    const settings = readSettings(stored);
    const isFromEnvironment = id === DEFAULT && config.salesforce !== undefined && config.quo !== undefined;
    const preferences = preferencesOf(parts, id, settings);
    const key = isFromEnvironment
        ? config.quo.apiKey
        : settings.quo?.connected
          ? await quoKey(store.vault, id)
          : undefined;
    const org = await orgOf(parts, id, settings, preferences, isFromEnvironment);
    const quo = key === undefined ? undefined : quoOf(id, key);
    const keys = [...(isFromEnvironment ? config.quo.webhookKeys : []), ...(await webhookKeys(store.vault, id))];
    const half = { id, settings, pausedBecause: undefined, isFromEnvironment, org, quo, webhookKeys: keys };
    return org === undefined || quo === undefined
        ? half
        : { ...half, runtime: withAllowance(runtimeOf(parts, half, { org, quo, preferences }), await told(store, id)) };
}

async function told(store: OpenStore, id: string): Promise<Allowance | undefined> {
    return (await store.memory.recall<Allowance>(id, ORG_ALLOWANCE))?.value;
}

type Allowance = NonNullable<ReturnType<Connection['org']['allowance']>>;

/** Until the org answers, what it told last counts. */
function withAllowance(runtime: Connection, before: Allowance | undefined): Connection {
    const { org } = runtime;
    return { ...runtime, org: { ...org, allowance: () => org.allowance() ?? before } };
}

/** Stored preferences of a later version may hold what this one cannot read: it counts as the default, and the log names it. */
function preferencesOf(
    { filePreferences, log }: ConnectionsDeps,
    id: string,
    settings: ConnectionSettings
): Preferences {
    if (id === DEFAULT && filePreferences !== undefined) return filePreferences;
    const { preferences, unread } = readStoredPreferences(settings.preferences);
    const keys = Object.keys(unread);
    if (keys.length > 0) log.error('preferences not read', { connection: id, keys });
    return preferences;
}

async function orgOf(
    { config, store, now }: ConnectionsDeps,
    id: string,
    { salesforce }: ConnectionSettings,
    preferences: Preferences,
    isFromEnvironment: boolean
): Promise<OpenOrg | undefined> {
    const effects = { vault: store.vault, now };
    if (isFromEnvironment && config.salesforce !== undefined)
        return openOrg(id, config.salesforce, preferences, effects);
    if (salesforce?.connected !== true) return undefined;
    const { loginUrl, clientId, redirectUri, namespace } = salesforce;
    const clientSecret = await appSecret(store.vault, id);
    const login = {
        flow: 'web-server' as const,
        clientId,
        redirectUri,
        ...(clientSecret !== undefined && { clientSecret })
    };
    const { apiVersion } = config.salesforceDefaults;
    return openOrg(id, { loginUrl, login, namespace, apiVersion }, preferences, effects);
}

function runtimeOf(
    { store, links, now, log, current }: OpeningParts,
    { id, settings, webhookKeys: keys }: Omit<OpenConnection, 'org' | 'quo' | 'runtime'>,
    { org, quo, preferences }: { org: OpenOrg; quo: OpenQuo; preferences: Preferences }
): Connection {
    const isRehearsing = settings.rehearsingSince !== undefined;
    const connected = connectOrg(org.settings, { connection: id, vault: store.vault, fetch, now }, org.session);
    return {
        id,
        preferences: () => preferences,
        org: connected,
        workspace: workspace(quo.client),
        webhookKeys: () => keys,
        recordingUrl: (callId, n) => links.url({ connection: id, callId, n }),
        isRehearsing,
        contactSync: openContactSync({
            ...{ id, org, connected, quo, store, log },
            preferences: () => current(id)?.runtime?.preferences() ?? preferences,
            isRehearsing: () => current(id)?.runtime?.isRehearsing ?? isRehearsing
        })
    };
}
