import { randomBytes } from 'node:crypto';
import { cut } from '../../domain/records/fields.ts';
import { CodedError } from '../../errors/errors.ts';
import { keepApp } from './connection-secrets.ts';
import { changeSettings } from './connection-settings.ts';
import type { ConnectionUseCases, ConnectionView } from './model.ts';
import type { OpenConnection } from './connection-runtime.ts';
import { check, checks } from './check-connection.ts';
import { appOf, callbackUrl, type AppContext } from '../context.ts';
import { disconnect } from './disconnect.ts';
import { keyProgress, tryQuoKey } from './connect-quo.ts';
import { resume } from './resume.ts';
import { removeConnection } from './remove-connection.ts';
import { dropOldKeys, heard, keepWebhookKey, makeWebhook, sendTest, webhookUrl } from './quo-webhook.ts';

const LONGEST_NAME = 80;

/** Making, testing and ending connections, on both platforms. */
export function connectionUseCases(context: AppContext): ConnectionUseCases {
    const { store, connections, config } = context;
    return {
        list: () => list(context),
        get: async (id) => {
            const opened = connections.opened(id);
            return opened && viewOf(context, opened);
        },
        async add(name) {
            // Part of the webhook's address: nobody guesses it.
            const id = randomBytes(9).toString('base64url').replaceAll(/[-_]/g, 'x').toLowerCase();
            await store.connections.ensure(id);
            await changeSettings(store.connections, id, () => ({ name: cut(asShown(name), LONGEST_NAME) || id }));
            await connections.refresh();
            return id;
        },
        app: async () => {
            const app = await appOf(context);
            return {
                clientId: app?.clientId,
                isFixed: fixedBy(config) !== undefined,
                callbackUrl: callbackUrl(context)
            };
        },
        async keepApp({ clientId, clientSecret }) {
            const variable = fixedBy(config);
            if (variable !== undefined) throw new CodedError('WEB-FIXED', variable);
            if (!/^[\x21-\x7e]{5,500}$/.test(clientId))
                throw new CodedError('WEB-VALUE', `${clientId.length} characters`);
            await keepApp(store.vault, { clientId, ...(clientSecret !== undefined && { clientSecret }) });
        },
        tryKey: (id, key) => tryQuoKey(context, id, key),
        keyProgress: (id) => keyProgress(context, id),
        makeWebhook: (id) => makeWebhook(context, id),
        keepWebhookKey: (id, key) => keepWebhookKey(context, id, key),
        dropOldWebhookKeys: (id) => dropOldKeys(context, id),
        sendTest: (id) => sendTest(context, id),
        heard: (id) => heard(context, id),
        check: (id) => check(context, id),
        checks: (id) => checks(context, id),
        resume: (id) => resume(context, id),
        disconnect: (id) => disconnect(context, id),
        remove: (id, typed) => removeConnection(context, id, typed)
    };
}

/** As a page shows it: whoever reads it there can type it again. */
function asShown(name: string): string {
    return name.trim().replaceAll(/\s+/g, ' ');
}

/** The variable that names the app; absent: the one that was typed counts. */
function fixedBy({ app, salesforce }: AppContext['config']): string | undefined {
    if (app !== undefined) return 'SALESFORCE_APP_CLIENT_ID';
    return salesforce?.login.flow === 'client-credentials' ? 'SALESFORCE_CLIENT_ID' : undefined;
}

/** By name, each with how it is doing. */
async function list(context: AppContext): Promise<readonly ConnectionView[]> {
    const { store, connections } = context;
    const views = await Promise.all(
        connections.all().map(async (opened): Promise<ConnectionView> => {
            const [{ parked }, { arrivedMsAgo }] = await Promise.all([
                store.activities.counts(opened.id),
                heard(context, opened.id)
            ]);
            return {
                ...viewOf(context, opened),
                parked,
                ...(arrivedMsAgo !== undefined && { heardMsAgo: arrivedMsAgo })
            };
        })
    );
    return views.toSorted((one, other) => one.name.localeCompare(other.name));
}

function viewOf(
    context: AppContext,
    { id, settings, isFromEnvironment, org, quo, connection, ...rest }: OpenConnection
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
            url: webhookUrl(context, id),
            isOurs: workspace?.webhookId !== undefined,
            keys: rest.webhookKeys.length
        },
        pausedBecause: rest.pausedBecause,
        pausedForMs: rest.pausedForMs,
        rehearsingSince: settings.rehearsingSince,
        isWhole: connection !== undefined
    };
}
