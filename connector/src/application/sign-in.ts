import { randomBytes } from 'node:crypto';
import { isLoopback } from '../config/address.ts';
import { CodedError } from '../errors/errors.ts';
import type { App } from './connections/connection-secrets.ts';
import type { Pending, SignInUseCases, User } from '../contracts/auth.ts';
import { isOrgAdmin } from '../salesforce/admins.ts';
import { readIdentity, revokeToken, type Identity } from '../salesforce/oauth/identity.ts';
import { readLoginUrl } from '../salesforce/oauth/login-url.ts';
import {
    authorizeUrl,
    exchangeCode,
    newSignIn,
    readCallback,
    type WebServerLogin
} from '../salesforce/oauth/sign-in.ts';
import type { TokenAnswer } from '../salesforce/oauth/token-request.ts';
import { errorData } from '../log.ts';
import { Refusal } from '../salesforce/rest/refusal.ts';
import type { OpenConnection, OpenOrg } from '../compose/connection-runtime.ts';
import { connectOrganization } from './connections/connect-salesforce.ts';
import { appOf, CALLBACK_PATH, isOnLoopback, type AppContext } from './context.ts';

/** Who they are is all that a sign-in asks for. */
const SIGN_IN_SCOPE = 'openid';
const CONNECT_SCOPE = 'api refresh_token openid';

/** People come in through Salesforce, by the same external client app as the connector itself. */
export function signInUseCases(desk: AppContext): SignInUseCases {
    return {
        hasApp: async () => (await appOf(desk)) !== undefined,
        async begin(typed, wanted) {
            const loginUrl = readLoginUrl(typed);
            if (isLoopback(new URL(loginUrl).hostname) && !isOnLoopback(desk))
                throw new CodedError('SF-LOGIN-URL', loginUrl);
            const login = loginWith(desk, await appOrFail(desk));
            const secrets = newSignIn(randomBytes);
            const isConnecting = wanted.purpose === 'connect';
            const options = isConnecting ? { scope: CONNECT_SCOPE, prompt: 'login consent' } : { scope: SIGN_IN_SCOPE };
            return {
                pending: { ...wanted, loginUrl, ...secrets },
                url: authorizeUrl(loginUrl, login, secrets, options)
            };
        },
        async whoIs(query, pending) {
            const answer = await exchange(desk, query, pending);
            try {
                return await visitorOf(desk, await readIdentity(answer, fetch));
            } finally {
                await revokeToken(pending.loginUrl, answer.accessToken, fetch).catch((error: unknown) =>
                    desk.log.warn('token not revoked', errorData(error))
                );
            }
        },
        again: (visitor) => again(desk, visitor),
        async connect(query, pending) {
            const app = await appOrFail(desk);
            const answer = await exchange(desk, query, pending);
            await connectOrganization(desk, pending, { app, login: loginWith(desk, app), answer });
        }
    };
}

async function appOrFail(desk: AppContext): Promise<App> {
    const app = await appOf(desk);
    if (app === undefined) throw new CodedError('WEB-APP-MISSING');
    return app;
}

function loginWith({ publicUrl }: AppContext, { clientId, clientSecret }: App): WebServerLogin {
    const redirectUri = publicUrl() + CALLBACK_PATH;
    return { flow: 'web-server', clientId, redirectUri, ...(clientSecret !== undefined && { clientSecret }) };
}

async function exchange(desk: AppContext, query: URLSearchParams, pending: Pending): Promise<TokenAnswer> {
    const code = readCallback(query, pending.state);
    const login = loginWith(desk, await appOrFail(desk));
    return exchangeCode(pending.loginUrl, login, { code, codeVerifier: pending.codeVerifier }, fetch);
}

/** A user belongs to the connections of their org, and looks after those where the org says so. */
async function visitorOf(
    { connections }: AppContext,
    identity: Pick<Identity, 'userId' | 'organizationId' | 'username'>
): Promise<User> {
    const member: OpenConnection[] = [];
    for (const opened of connections.all()) if (await isOrgOf(opened, identity.organizationId)) member.push(opened);
    if (member.length === 0) throw new CodedError('WEB-ORG-UNKNOWN', identity.organizationId);
    const admin: string[] = [];
    for (const { id, org } of member) if (org !== undefined && (await isAdmin(org, identity.userId))) admin.push(id);
    const { userId, organizationId } = identity;
    return {
        actor: identity.username,
        admin,
        member: member.map(({ id }) => id),
        identity: { userId, organizationId }
    };
}

/** Whoever lost the permission set, or left, is not to find out tomorrow. */
async function again(desk: AppContext, visitor: User): Promise<User | undefined> {
    const { identity, actor, admin } = visitor;
    if (identity === undefined) return visitor;
    try {
        const now = await visitorOf(desk, { ...identity, username: actor });
        return admin.length > 0 && now.admin.length === 0 ? undefined : now;
    } catch (error) {
        desk.log.warn('rights not looked at again', errorData(error));
        return error instanceof CodedError && error.code === 'WEB-ORG-UNKNOWN' ? undefined : visitor;
    }
}

/** @throws {CodedError} `SF-FORBIDDEN` when the integration user may not see who holds which permission sets */
async function isAdmin({ session, settings }: OpenOrg, userId: string): Promise<boolean> {
    try {
        return await isOrgAdmin(session, userId, settings.namespace);
    } catch (error) {
        if (error instanceof Refusal) throw new CodedError('SF-FORBIDDEN', error.first.code, { cause: error });
        throw error;
    }
}

/** Ids have 15 letters, or 18 with a check suffix. */
async function isOrgOf({ org, settings }: OpenConnection, organizationId: string): Promise<boolean> {
    const isSame = (id: string | undefined): boolean => id?.slice(0, 15) === organizationId.slice(0, 15);
    if (settings.salesforce?.connected === true) return isSame(settings.salesforce.organizationId);
    if (org === undefined) return false;
    return org.session.tokens().then(
        (tokens) => isSame(tokens.organizationId),
        () => false
    );
}
