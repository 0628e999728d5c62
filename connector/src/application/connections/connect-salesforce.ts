import { isSameRecord } from '../../domain/record-id.ts';
import type { Pending } from '../../contracts/auth.ts';
import type { GrantedTokens, SignInApp } from '../../contracts/salesforce-sign-in.ts';
import { CodedError } from '../../errors/errors.ts';
import { errorData } from '../../log.ts';
import type { AppContext } from '../context.ts';
import { keepAppSecret } from './connection-secrets.ts';
import { knownOrg } from './org-identity.ts';
import { changeSettings, readSettings, type SalesforceSettings } from './connection-settings.ts';

export interface Granted {
    readonly app: SignInApp;
    readonly tokens: GrantedTokens;
}

/** Where the environment's connection leads, no request changes. @throws {CodedError} `WEB-FIXED` */
export function refuseEnvironment({ connections }: Pick<AppContext, 'connections'>, id = ''): void {
    if (connections.opened(id)?.isFromEnvironment === true) throw new CodedError('WEB-FIXED', 'SALESFORCE_…');
}

/**
 * Keeps what a sign-in brought, if it is the org that belongs here. The tokens are stored before anything uses them.
 *
 * @throws {CodedError} `WEB-FIXED`, `WEB-OTHER-ORG`, `WEB-SAME-PAIR`; the new tokens are revoked then
 */
export async function connectOrganization(
    context: AppContext,
    pending: Pending,
    { app, tokens }: Granted
): Promise<void> {
    const { store, connections, salesforce } = context;
    const { connection: id = '', loginUrl } = pending;
    const identity = await salesforce.whoIs(tokens);
    try {
        refuseEnvironment(context, id);
        await mayConnect(context, id, identity.organizationId);
    } catch (error) {
        await salesforce.revoke(loginUrl, tokens.refreshToken ?? tokens.accessToken).catch(() => undefined);
        throw error;
    }
    await salesforce.keep(id, loginUrl, app, tokens);
    if (app.clientSecret !== undefined) await keepAppSecret(store.vault, id, app.clientSecret);
    const settings: SalesforceSettings = {
        loginUrl,
        clientId: app.clientId,
        redirectUri: app.redirectUri,
        organizationId: identity.organizationId,
        username: identity.username,
        instanceUrl: tokens.instanceUrl,
        ...(await describe(context, id, loginUrl, app)),
        connected: true
    };
    await changeSettings(store.connections, id, () => ({ salesforce: settings }));
    await store.activities.resume(id);
    await connections.refresh();
}

async function mayConnect({ store }: AppContext, id: string, organizationId: string): Promise<void> {
    const row = await store.connections.get(id);
    const own = readSettings(row?.settings ?? {});
    const known = await knownOrg(store, id);
    if (known !== undefined && !isSameRecord(known, organizationId))
        throw new CodedError('WEB-OTHER-ORG', own.salesforce?.organization ?? known);
    for (const other of await store.connections.list()) {
        const { salesforce, quo } = readSettings(other.settings);
        if (other.id === id || salesforce?.connected !== true || quo?.connected !== true) continue;
        if (isSameRecord(salesforce.organizationId, organizationId) && quo.organizationId === own.quo?.organizationId)
            throw new CodedError('WEB-SAME-PAIR');
    }
}

/** What an admin would otherwise have to type; an org that cannot be described is connected all the same. */
async function describe(
    { config, log, salesforce }: AppContext,
    id: string,
    loginUrl: string,
    app: SignInApp
): Promise<Pick<SalesforceSettings, 'organization' | 'namespace'>> {
    const { namespace: fallback } = config.salesforceDefaults;
    try {
        const { organization, package: ours } = await salesforce.describe(id, loginUrl, app);
        return { organization, namespace: ours === undefined ? fallback : ours.namespace };
    } catch (error) {
        log.warn('org not described', errorData(error));
        return { namespace: fallback };
    }
}
