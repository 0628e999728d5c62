import { isSameRecord } from '../domain/record-id.ts';
import { isLoopback } from '../config/address.ts';
import type { Pending, SignInUseCases, User } from '../contracts/auth.ts';
import type { GrantedTokens, OrgIdentity } from '../contracts/salesforce-sign-in.ts';
import { CodedError } from '../errors/errors.ts';
import { errorData } from '../log.ts';
import { connectOrganization } from './connections/connect-salesforce.ts';
import type { OpenConnection } from './connections/connection-runtime.ts';
import { appOf, isOnLoopback, signInApp, type AppContext } from './context.ts';

/** Who they are is all that a sign-in asks for. */
const SIGN_IN = { scope: 'openid' };
const CONNECT = { scope: 'api refresh_token openid', prompt: 'login consent' };

/** People come in through Salesforce, by the same external client app as the connector itself. */
export function signInUseCases(context: AppContext): SignInUseCases {
    const { salesforce, log } = context;
    return {
        hasApp: async () => (await appOf(context)) !== undefined,
        async begin(typed, wanted) {
            const loginUrl = salesforce.readLoginUrl(typed);
            if (isLoopback(new URL(loginUrl).hostname) && !isOnLoopback(context))
                throw new CodedError('SF-LOGIN-URL', loginUrl);
            const options = wanted.purpose === 'connect' ? CONNECT : SIGN_IN;
            const { url, ...secrets } = await salesforce.begin(loginUrl, await signInApp(context), options);
            return { pending: { ...wanted, loginUrl, ...secrets }, url };
        },
        async whoIs(query, pending) {
            const tokens = await exchange(context, query, pending);
            try {
                return await userOf(context, await salesforce.whoIs(tokens));
            } finally {
                await salesforce
                    .revoke(pending.loginUrl, tokens.accessToken)
                    .catch((error: unknown) => log.warn('token not revoked', errorData(error)));
            }
        },
        again: (user) => again(context, user),
        async connect(query, pending) {
            const app = await signInApp(context);
            await connectOrganization(context, pending, { app, tokens: await exchange(context, query, pending) });
        }
    };
}

async function exchange(context: AppContext, query: URLSearchParams, pending: Pending): Promise<GrantedTokens> {
    return context.salesforce.exchange(pending, await signInApp(context), query);
}

/** A user belongs to the connections of their org, and looks after those where the org says so. */
async function userOf({ connections }: AppContext, identity: OrgIdentity): Promise<User> {
    const { userId, organizationId, username } = identity;
    const member: OpenConnection[] = [];
    for (const opened of connections.all()) if (await isOrgOf(opened, organizationId)) member.push(opened);
    if (member.length === 0) throw new CodedError('WEB-ORG-UNKNOWN', organizationId);
    const admin: string[] = [];
    for (const { id, org } of member)
        if (org !== undefined && (await org.administration.isAdmin(userId))) admin.push(id);
    return { actor: username, admin, member: member.map(({ id }) => id), identity: { userId, organizationId } };
}

/** Whoever lost the permission set, or left, is not to find out tomorrow. */
async function again(context: AppContext, user: User): Promise<User | undefined> {
    const { identity, actor, admin } = user;
    if (identity === undefined) return user;
    try {
        const now = await userOf(context, { ...identity, username: actor });
        return admin.length > 0 && now.admin.length === 0 ? undefined : now;
    } catch (error) {
        context.log.warn('rights not looked at again', errorData(error));
        return error instanceof CodedError && error.code === 'WEB-ORG-UNKNOWN' ? undefined : user;
    }
}

async function isOrgOf({ org, settings }: OpenConnection, organizationId: string): Promise<boolean> {
    const isSame = (id: string | undefined): boolean => isSameRecord(id, organizationId);
    if (settings.salesforce?.connected === true) return isSame(settings.salesforce.organizationId);
    if (org === undefined) return false;
    return org.administration.identity().then(
        (ours) => isSame(ours.organizationId),
        () => false
    );
}
