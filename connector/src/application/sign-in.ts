import { isLoopback } from '../config/address.ts';
import type { Pending, SignedIn, SignInUseCases, Standing, User } from '../contracts/auth.ts';
import type { GrantedTokens, OrgIdentity } from '../contracts/salesforce-sign-in.ts';
import { CodedError } from '../errors/errors.ts';
import { errorData } from '../log.ts';
import { connectOrganization, refuseEnvironment } from './connections/connect-salesforce.ts';
import { appOf, isOnLoopback, signInApp, type AppContext } from './context.ts';
import { memberships, userOf, type Membership } from './memberships.ts';

/** Who they are is all that a sign-in asks for … */
const SIGN_IN = { scope: 'openid' };
/** … unless nobody else can tell what they may do: then their own token is asked, once. */
const OWN_RIGHTS = { scope: 'api openid' };
const CONNECT = { scope: 'api refresh_token openid', prompt: 'login consent' };

/** People come in through Salesforce, by the same external client app as the connector itself. */
export function signInUseCases(context: AppContext): SignInUseCases {
    const { salesforce, log } = context;
    return {
        hasApp: async () => (await appOf(context)) !== undefined,
        async begin(typed, wanted) {
            if (wanted.purpose === 'connect') refuseEnvironment(context, wanted.connection);
            const loginUrl = salesforce.readLoginUrl(typed);
            if (isLoopback(new URL(loginUrl).hostname) && !isOnLoopback(context))
                throw new CodedError('SF-LOGIN-URL', loginUrl);
            const asked = wanted.withOwnRights === true ? OWN_RIGHTS : SIGN_IN;
            const options = wanted.purpose === 'connect' ? CONNECT : asked;
            const { url, ...secrets } = await salesforce.begin(loginUrl, await signInApp(context), options);
            return { pending: { ...wanted, loginUrl, ...secrets }, url };
        },
        async whoIs(query, pending) {
            const tokens = await exchange(context, query, pending);
            try {
                return await signedIn(context, pending, tokens);
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

/**
 * @returns `undefined`: the sign-in is to be done once more, with a token that may ask what its user may do
 * @throws {CodedError} `WEB-ORG-UNKNOWN`, `WEB-USER-INACTIVE`, `WEB-RIGHTS-UNKNOWN`
 */
async function signedIn(context: AppContext, pending: Pending, tokens: GrantedTokens): Promise<SignedIn | undefined> {
    const identity = await context.salesforce.whoIs(tokens);
    const found = await memberships(context, identity, true);
    const isOwner = isOwnerIn(context, identity);
    if (found.length === 0 && !isOwner) throw new CodedError('WEB-ORG-UNKNOWN', identity.organizationId);
    const dark = found.filter(({ proven }) => proven === undefined);
    if (dark.length > 0 && !isOwner) {
        if (pending.withOwnRights !== true) return undefined;
        await proveByOwnToken(context, dark, { identity, tokens });
        return signedInAs(context, identity, await memberships(context, identity));
    }
    return signedInAs(context, identity, found);
}

function signedInAs(context: AppContext, identity: OrgIdentity, found: readonly Membership[]): SignedIn {
    if (found.some(({ proven }) => proven?.isActive === false))
        throw new CodedError('WEB-USER-INACTIVE', identity.username);
    const user = userOf(identity, found, isOwnerIn(context, identity));
    // Just now, Salesforce itself said who this is, and that they may sign in.
    return { user, provenAtMs: provenAt(found) ?? context.now().getTime() };
}

/** @throws {CodedError} `WEB-RIGHTS-UNKNOWN` for who may not see permission sets, as every system administrator may */
async function proveByOwnToken(
    { rights, salesforce, log }: AppContext,
    dark: readonly Membership[],
    { identity, tokens }: { readonly identity: OrgIdentity; readonly tokens: GrantedTokens }
): Promise<void> {
    for (const { id, namespace } of dark)
        try {
            rights.prove(id, identity.userId, await salesforce.rightsOf(tokens, identity.userId, namespace));
        } catch (error) {
            log.warn('own rights not read', { connection: id, ...errorData(error) });
            throw new CodedError('WEB-RIGHTS-UNKNOWN', identity.username, { cause: error });
        }
}

/** Whoever lost a right, or left, is not to find out tomorrow; and nobody keeps one that nobody can confirm. */
async function again(context: AppContext, before: User): Promise<Standing> {
    const { identity, actor } = before;
    if (identity === undefined) return { state: 'valid', user: before, provenAtMs: context.now().getTime() };
    const who = { ...identity, username: actor };
    const found = await memberships(context, who);
    const isOwner = isOwnerIn(context, who);
    if (before.admin === 'all' && !isOwner) return { state: 'ended', note: { code: 'WEB-RIGHTS-GONE', seen: actor } };
    const provenAtMs = provenAt(found);
    if (provenAtMs === undefined)
        return found.length === 0 && !isOwner
            ? { state: 'ended', note: { code: 'WEB-ORG-UNKNOWN', seen: identity.organizationId } }
            : { state: 'unknown' };
    if (found.some(({ proven }) => proven?.isActive === false))
        return { state: 'ended', note: { code: 'WEB-USER-INACTIVE', seen: actor } };
    const now = userOf(who, found, isOwner);
    if (sees(before) && !sees(now)) return { state: 'ended', note: { code: 'WEB-RIGHTS-GONE', seen: actor } };
    return { state: 'valid', user: now, provenAtMs };
}

/** Whether the console has anything for them. */
function sees({ admin, viewer = [] }: User): boolean {
    return admin.length > 0 || viewer.length > 0;
}

/** The oldest of the answers that count. */
function provenAt(found: readonly Membership[]): number | undefined {
    const times = found.flatMap(({ proven }) => (proven === undefined ? [] : [proven.provenAtMs]));
    return times.length === 0 ? undefined : Math.min(...times);
}

function isOwnerIn({ config }: AppContext, { userId, organizationId, username }: OrgIdentity): boolean {
    return config.owners.some((owner) => owner.is({ userId, organizationId, username }));
}
