import { openConnections } from '../../../src/application/connections/open-connections.ts';
import { changeSettings, type ConnectionSettings } from '../../../src/application/connections/connection-settings.ts';
import { keepQuoKey } from '../../../src/application/connections/connection-secrets.ts';
import type { AppContext } from '../../../src/application/context.ts';
import { readConfig } from '../../../src/config/config.ts';
import { SILENT, type Log } from '../../../src/log.ts';
import { rightsInOrgs } from '../../../src/application/rights/user-rights.ts';
import type { PipelineContext } from '../../../src/pipeline/pipeline-context.ts';
import { fakeQuo, KEY, WORKSPACE, type FakeQuo } from './quo.ts';
import { fakeSalesforce, ORG_ID, type FakeSalesforce } from './salesforce.ts';
import { fakeStore, type FakeStore, type StoreParts } from './store.ts';

/** The use cases between a store, an org and a workspace that live in memory. */
export interface World {
    readonly context: AppContext;
    readonly store: FakeStore;
    readonly quo: FakeQuo;
    readonly salesforce: FakeSalesforce;
    /** Events of the log, each with its data. */
    readonly logged: readonly [event: string, data: Readonly<Record<string, unknown>>][];
    /** Lets so much time pass. */
    later(ms: number): void;
    /** Adds a connection that nobody has connected. */
    add(id: string, settings?: Partial<ConnectionSettings>): Promise<void>;
    /** Adds a connection with the org and the workspace of this world. */
    connect(id: string, settings?: Partial<ConnectionSettings>): Promise<void>;
    settings(id: string): Readonly<Record<string, unknown>>;
}

/** An external client app of the environment. */
export const APP = { SALESFORCE_APP_CLIENT_ID: 'the-app', SALESFORCE_APP_CLIENT_SECRET: 'the-secret' };

/** @param env further variables; without `SALESFORCE_APP_…` an app is known */
export function world(parts: StoreParts = {}, env: Readonly<Record<string, string>> = APP): World {
    let nowMs = Date.parse('2026-11-20T17:00:00.000Z');
    const now = (): Date => new Date(nowMs);
    const store = fakeStore(() => nowMs, parts);
    const [quo, salesforce, config] = [fakeQuo(), fakeSalesforce(), readConfig(env)];
    const logged: [string, Readonly<Record<string, unknown>>][] = [];
    const note = (event: string, data: Readonly<Record<string, unknown>> = {}): void => void logged.push([event, data]);
    const log: Log = { ...SILENT, info: note, warn: note, error: note };
    let made = 0;
    const newGeneration = (): string => `generation-${(made += 1)}`;
    const connections = openConnections({
        ...{ config, store, quo, log, now },
        openOrg: (id, settings) => salesforce.openOrg(id, settings),
        recordingUrl: (id, callId, n) => `https://quo.example.com/recordings/${id}/${callId}/${n}`,
        attachmentUrl: (id, { messageId, n }) => `https://quo.example.com/attachments/${id}/${messageId}/${n}`,
        newGeneration
    });
    const sleep = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
    const pipeline: PipelineContext = {
        ...{ store, connections, log, now, sleep, gatherMs: 0, passEveryMs: 0 },
        hash: (text) => text
    };
    const rights = rightsInOrgs({ store, connections, log, now });
    const publicUrl = (): string => 'https://quo.example.com';
    const add: World['add'] = async (id, settings = {}) => {
        await store.connections.ensure(id);
        await changeSettings(store.connections, id, () => settings);
        await connections.refresh();
    };
    return {
        ...{ store, quo, salesforce, logged, add },
        context: {
            ...{ config, store, connections, pipeline, salesforce, quo, rights, newGeneration, publicUrl },
            ...{ log, now, sleep }
        },
        later: (ms) => void (nowMs += ms),
        async connect(id, settings = {}) {
            await keepQuoKey(store.vault, id, KEY);
            await add(id, { ...CONNECTED, ...settings });
        },
        settings: (id) => store.rows.get(id)?.settings ?? {}
    };
}

const CONNECTED = {
    salesforce: {
        loginUrl: 'https://login.salesforce.com',
        clientId: 'the-app',
        redirectUri: 'https://quo.example.com/oauth/callback',
        organizationId: ORG_ID,
        organization: 'Acme',
        username: 'marie@acme.example',
        instanceUrl: 'https://acme.my.salesforce.com',
        connected: true
    },
    quo: { organizationId: WORKSPACE.id, name: WORKSPACE.name, connected: true }
};
