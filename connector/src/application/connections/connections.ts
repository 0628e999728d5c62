import { randomBytes } from 'node:crypto';
import { CodedError } from '../../errors/errors.ts';
import { keepApp } from './connection-secrets.ts';
import { changeSettings } from './connection-settings.ts';
import type { ConnectionUseCases, ConnectionView } from './model.ts';
import type { OpenConnection } from '../../compose/connection-runtime.ts';
import { check, checks } from './check-connection.ts';
import { appOf, CALLBACK_PATH, type AppContext } from '../context.ts';
import { disconnect } from './disconnect.ts';
import { keyProgress, tryQuoKey } from './connect-quo.ts';
import { removeConnection } from './remove-connection.ts';
import { dropOldKeys, heard, keepWebhookKey, makeWebhook, sendTest, webhookUrl } from './quo-webhook.ts';

/** Making, testing and ending connections, on both platforms. */
export function connectionUseCases(desk: AppContext): ConnectionUseCases {
    const { store, connections, publicUrl, config } = desk;
    return {
        list: () => list(desk),
        get: async (id) => {
            const opened = connections.opened(id);
            return opened && viewOf(desk, opened);
        },
        async add(name) {
            // Part of the webhook's address: nobody guesses it.
            const id = randomBytes(9).toString('base64url').replaceAll(/[-_]/g, 'x').toLowerCase();
            await store.connections.ensure(id);
            await changeSettings(store.connections, id, () => ({ name: name.trim().slice(0, 80) || id }));
            await connections.refresh();
            return id;
        },
        app: async () => {
            const app = await appOf(desk);
            const isFixed = config.app !== undefined || config.salesforce?.login.flow === 'client-credentials';
            return { clientId: app?.clientId, isFixed, callbackUrl: publicUrl() + CALLBACK_PATH };
        },
        async keepApp({ clientId, clientSecret }) {
            if (config.app !== undefined) throw new CodedError('WEB-FIXED', 'SALESFORCE_APP_CLIENT_ID');
            if (!/^[\x21-\x7e]{5,500}$/.test(clientId))
                throw new CodedError('WEB-VALUE', `${clientId.length} characters`);
            await keepApp(store.vault, { clientId, ...(clientSecret !== undefined && { clientSecret }) });
        },
        tryKey: (id, key) => tryQuoKey(desk, id, key),
        keyProgress: (id) => keyProgress(desk, id),
        makeWebhook: (id) => makeWebhook(desk, id),
        keepWebhookKey: (id, key) => keepWebhookKey(desk, id, key),
        dropOldWebhookKeys: (id) => dropOldKeys(desk, id),
        sendTest: (id) => sendTest(desk, id),
        heard: (id) => heard(desk, id),
        check: (id) => check(desk, id),
        checks: (id) => checks(desk, id),
        disconnect: (id) => disconnect(desk, id),
        remove: (id, typed) => removeConnection(desk, id, typed)
    };
}

/** By name, each with how it is doing. */
async function list(desk: AppContext): Promise<readonly ConnectionView[]> {
    const { store, connections } = desk;
    const views = await Promise.all(
        connections.all().map(async (opened): Promise<ConnectionView> => {
            const [{ parked }, { arrivedMsAgo }] = await Promise.all([
                store.activities.counts(opened.id),
                heard(desk, opened.id)
            ]);
            return { ...viewOf(desk, opened), parked, ...(arrivedMsAgo !== undefined && { heardMsAgo: arrivedMsAgo }) };
        })
    );
    return views.toSorted((one, other) => one.name.localeCompare(other.name));
}

function viewOf(
    desk: AppContext,
    { id, settings, isFromEnvironment, org, quo, runtime, ...rest }: OpenConnection
): ConnectionView {
    const { salesforce, quo: workspace } = settings;
    const isConnected = salesforce?.connected === true ? salesforce : undefined;
    return {
        id,
        name: settings.name ?? id,
        isFromEnvironment,
        ...(org !== undefined && {
            salesforce: {
                organization: isConnected?.organization,
                username: isConnected?.username,
                instanceUrl: isConnected?.instanceUrl,
                loginUrl: org.settings.loginUrl
            }
        }),
        ...(quo !== undefined && { quo: { name: workspace?.name, organizationId: workspace?.organizationId } }),
        webhook: {
            url: webhookUrl(desk, id),
            isOurs: workspace?.webhookId !== undefined,
            keys: rest.webhookKeys.length
        },
        pausedBecause: rest.pausedBecause,
        rehearsingSince: settings.rehearsingSince,
        isWhole: runtime !== undefined
    };
}
