import { KEYS } from '../../contracts/key-value.ts';
import type { OrgSettings } from '../../contracts/org-settings.ts';
import type { OpenQuo } from '../../contracts/quo/platform.ts';
import type { AppStore } from '../../contracts/app-store.ts';
import type { ConnectionRow } from '../../contracts/store.ts';
import type { Preferences } from '../../domain/preferences/preferences.ts';
import { relatedObjects } from '../../domain/people/related-record.ts';
import { fieldsOfOrg } from '../../domain/quo-contacts/filter.ts';
import type { Connection } from '../../pipeline/pipeline-context.ts';
import { readStoredPreferences } from '../../preferences/stored-preferences.ts';
import { openContactSync } from '../contact-sync/open-contact-sync.ts';
import { DEFAULT_CONNECTION, type OpenConnection, type OpenOrg } from './connection-runtime.ts';
import { appSecret, quoKey, webhookKeys } from './connection-secrets.ts';
import { readSettings, type ConnectionSettings } from './connection-settings.ts';
import type { ConnectionsDeps } from './open-connections.ts';

export interface OpeningDeps extends ConnectionsDeps {
    readonly workspaceOf: (connection: string, key: string) => OpenQuo;
    /** A connection as it is open now: what was opened before may still be at work. */
    readonly current: (id: string) => OpenConnection | undefined;
    /** What in-place addresses are made with by now. */
    readonly generationOf: (id: string) => string | undefined;
}

/** One connection, from what is stored and from the environment. */
export async function openConnection(
    deps: OpeningDeps,
    { id, settings: stored }: ConnectionRow
): Promise<OpenConnection> {
    const { config, store } = deps;
    const settings = readSettings(stored);
    const isFromEnvironment = id === DEFAULT_CONNECTION && config.salesforce !== undefined && config.quo !== undefined;
    const preferences = preferencesOf(deps, id, settings);
    const key = isFromEnvironment
        ? config.quo.apiKey
        : settings.quo?.connected
          ? await quoKey(store.vault, id)
          : undefined;
    const access = await accessOf(deps, id, settings, isFromEnvironment);
    const org = access && deps.openOrg(id, withPreferences(access, preferences));
    const quo = key === undefined ? undefined : deps.workspaceOf(id, key);
    const keys = [...(isFromEnvironment ? config.quo.webhookKeys : []), ...(await webhookKeys(store.vault, id))];
    const incomplete = { id, settings, pausedBecause: undefined, isFromEnvironment, org, quo, webhookKeys: keys };
    if (org === undefined || quo === undefined) return incomplete;
    const connection = connectionOf(deps, incomplete, { org, quo, preferences });
    return { ...incomplete, connection: withAllowance(connection, await knownAllowance(store, id)) };
}

async function knownAllowance(store: AppStore, id: string): Promise<Allowance | undefined> {
    return (await store.memory.get(id, KEYS.orgAllowance))?.value;
}

type Allowance = NonNullable<ReturnType<Connection['org']['allowance']>>;

/** Until the org answers, what it told last counts. */
function withAllowance(connection: Connection, before: Allowance | undefined): Connection {
    const { org } = connection;
    return { ...connection, org: { ...org, allowance: () => org.allowance() ?? before } };
}

/** Stored preferences of a later version may hold what this one cannot read: it counts as the default, and the log names it. */
function preferencesOf(
    { filePreferences, log }: ConnectionsDeps,
    id: string,
    settings: ConnectionSettings
): Preferences {
    if (id === DEFAULT_CONNECTION && filePreferences !== undefined) return filePreferences;
    const { preferences, unread } = readStoredPreferences(settings.preferences);
    const keys = Object.keys(unread);
    if (keys.length > 0) log.error('preferences not read', { connection: id, keys });
    return preferences;
}

type OrgAccess = Pick<OrgSettings, 'loginUrl' | 'login' | 'namespace' | 'apiVersion'>;

function withPreferences(access: OrgAccess, preferences: Preferences): OrgSettings {
    const { defaultRegion: region, phoneFields, contactFilter, assignLeads } = preferences;
    const related = relatedObjects(preferences);
    return { ...access, region, phoneFields, filterFields: fieldsOfOrg(contactFilter), related, assignLeads };
}

async function accessOf(
    { config, store }: ConnectionsDeps,
    id: string,
    { salesforce }: ConnectionSettings,
    isFromEnvironment: boolean
): Promise<OrgAccess | undefined> {
    if (isFromEnvironment && config.salesforce !== undefined) return config.salesforce;
    if (salesforce?.connected !== true) return undefined;
    const { loginUrl, clientId, redirectUri, namespace } = salesforce;
    const clientSecret = await appSecret(store.vault, id);
    const login = {
        flow: 'web-server' as const,
        clientId,
        redirectUri,
        ...(clientSecret !== undefined && { clientSecret })
    };
    return { loginUrl, login, namespace, apiVersion: config.salesforceDefaults.apiVersion };
}

function connectionOf(
    deps: OpeningDeps,
    { id, settings, webhookKeys: keys }: Omit<OpenConnection, 'org' | 'quo' | 'connection'>,
    { org, quo, preferences }: { org: OpenOrg; quo: OpenQuo; preferences: Preferences }
): Connection {
    const { store, now, log, current } = deps;
    const isRehearsing = settings.rehearsingSince !== undefined;
    const inPlace = (startedAt: string | undefined) => {
        const generation = deps.generationOf(id);
        return startedAt === undefined || generation === undefined ? undefined : { startedAt, generation };
    };
    return {
        id,
        preferences: () => preferences,
        org: org.org,
        workspace: quo.workspace,
        webhookKeys: () => keys,
        recordingUrl: (callId, n, startedAt, offset) => deps.recordingUrl(id, callId, n, inPlace(startedAt), offset),
        attachmentUrl: (attachment, startedAt) => deps.attachmentUrl(id, attachment, inPlace(startedAt)),
        isRehearsing,
        ...(deps.consoleUrl !== undefined && { consoleUrl: () => deps.consoleUrl?.(id) ?? '' }),
        contactSync: openContactSync({
            ...{ id, org, quo, store, log, now },
            preferences: () => current(id)?.connection?.preferences() ?? preferences,
            isRehearsing: () => current(id)?.connection?.isRehearsing ?? isRehearsing
        })
    };
}
