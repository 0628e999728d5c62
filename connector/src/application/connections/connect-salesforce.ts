import { CodedError } from '../../errors/errors.ts';
import { errorData } from '../../log.ts';
import { keepAppSecret, type App } from './connection-secrets.ts';
import { changeSettings, readSettings, type SalesforceSettings } from './connection-settings.ts';
import type { Pending } from '../../contracts/auth.ts';
import { readIdentity, revokeToken } from '../../salesforce/oauth/identity.ts';
import type { WebServerLogin } from '../../salesforce/oauth/sign-in.ts';
import type { TokenAnswer } from '../../salesforce/oauth/token-request.ts';
import { queryAll } from '../../salesforce/rest/query.ts';
import { openSession, type Session } from '../../salesforce/rest/session.ts';
import { storeSignIn } from '../../salesforce/oauth/tokens.ts';
import type { AppContext } from '../context.ts';

export interface Granted {
    readonly app: App;
    readonly login: WebServerLogin;
    readonly answer: TokenAnswer;
}

/**
 * Keeps what a sign-in brought, if it is the org that belongs here. The tokens are stored before anything uses them.
 *
 * @throws {CodedError} `WEB-OTHER-ORG`, `WEB-SAME-PAIR`; the new tokens are revoked then
 */
export async function connectOrganization(desk: AppContext, pending: Pending, granted: Granted): Promise<void> {
    const { store, connections } = desk;
    const { connection: id = '', loginUrl } = pending;
    const { login, answer } = granted;
    const identity = await readIdentity(answer, fetch);
    try {
        await mayConnect(desk, id, identity.organizationId);
    } catch (error) {
        await revokeToken(loginUrl, answer.refreshToken ?? answer.accessToken, fetch).catch(() => undefined);
        throw error;
    }
    await storeSignIn({ loginUrl, login }, store.vault, id, answer);
    if (granted.app.clientSecret !== undefined) await keepAppSecret(store.vault, id, granted.app.clientSecret);
    const { apiVersion } = desk.config.salesforceDefaults;
    const session = openSession(
        { loginUrl, login, apiVersion },
        { vault: store.vault, connection: id, fetch, now: desk.now }
    );
    const salesforce: SalesforceSettings = {
        loginUrl,
        clientId: login.clientId,
        redirectUri: login.redirectUri,
        organizationId: identity.organizationId,
        username: identity.username,
        instanceUrl: answer.instanceUrl,
        ...(await aboutOrg(desk, session)),
        connected: true
    };
    await changeSettings(store.connections, id, () => ({ salesforce }));
    await store.activities.resume(id);
    await connections.refresh();
}

async function mayConnect({ store }: AppContext, id: string, organizationId: string): Promise<void> {
    const row = await store.connections.get(id);
    const own = readSettings(row?.settings ?? {});
    const known = own.salesforce;
    if (known !== undefined && known.organizationId.slice(0, 15) !== organizationId.slice(0, 15))
        throw new CodedError('WEB-OTHER-ORG', known.organization ?? known.organizationId);
    for (const other of await store.connections.list()) {
        const { salesforce, quo } = readSettings(other.settings);
        if (other.id === id || salesforce?.connected !== true || quo?.connected !== true) continue;
        if (salesforce.organizationId === organizationId && quo.organizationId === own.quo?.organizationId)
            throw new CodedError('WEB-SAME-PAIR');
    }
}

/** The org's name, and the namespace under which it has our fields: what an admin would otherwise have to type. */
async function aboutOrg(
    { config, log }: AppContext,
    session: Session
): Promise<{ readonly organization?: string; readonly namespace?: string | undefined }> {
    const { namespace: fallback } = config.salesforceDefaults;
    try {
        const [org] = await queryAll(session, 'SELECT Id, Name FROM Organization');
        const described = await session.request({ method: 'GET', path: `${session.root}/sobjects/Task/describe` });
        const names = JSON.stringify(described).match(/"name":"(?:[A-Za-z]\w*?__)?Quo_Key__c"/);
        const found = /"name":"([A-Za-z]\w*?)__Quo_Key__c"/.exec(names?.[0] ?? '')?.[1];
        return {
            ...(typeof org?.Name === 'string' && { organization: org.Name }),
            namespace: names === null ? fallback : found
        };
    } catch (error) {
        log.warn('org not described', errorData(error));
        return { namespace: fallback };
    }
}
