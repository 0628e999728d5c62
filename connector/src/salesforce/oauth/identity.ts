import { protectedResourceRequest, revocationRequest, type Client } from 'oauth4webapi';
import { z } from 'zod';
import { OrgUnavailable } from '../../contracts/salesforce.ts';
import { authorizationServer, requestOptions, withoutClient, type Fetch } from './oauth-client.ts';
import { oauthTrouble } from './token-answer.ts';

/** Who a token belongs to. */
export interface Identity {
    readonly userId: string;
    readonly organizationId: string;
    readonly username: string;
    readonly name?: string | undefined;
    readonly email?: string | undefined;
    readonly language?: string | undefined;
}

const UserInfo = z.object({
    user_id: z.string(),
    organization_id: z.string(),
    preferred_username: z.string(),
    name: z.string().optional(),
    email: z.string().optional(),
    language: z.string().optional()
});

/** Salesforce knows by the token which client it was given to; the library wants a name. */
const OF_THE_TOKEN: Client = { client_id: 'of the token' };

/** @throws {OrgUnavailable} `session` when the token is not accepted */
export async function readIdentity(
    token: { readonly accessToken: string; readonly instanceUrl: string },
    fetch: Fetch
): Promise<Identity> {
    const json = await getJson(`${token.instanceUrl}/services/oauth2/userinfo`, token.accessToken, fetch);
    const info = UserInfo.safeParse(json);
    if (!info.success) throw new OrgUnavailable('retry', { code: 'SF-TROUBLE', seen: 'userinfo: unreadable' });
    const { user_id, organization_id, preferred_username, ...rest } = info.data;
    return { userId: user_id, organizationId: organization_id, username: preferred_username, ...rest };
}

/**
 * Revokes a token. A refresh token takes its access tokens with it. One that Salesforce no longer knows counts as revoked.
 *
 * @throws {OrgUnavailable} `retry` when Salesforce could not be reached
 */
export async function revokeToken(loginUrl: string, token: string, fetch: Fetch): Promise<void> {
    const options = requestOptions(loginUrl, fetch);
    const server = authorizationServer(loginUrl);
    const { status } = await revocationRequest(server, OF_THE_TOKEN, withoutClient, token, options);
    if (status >= 500) throw oauthTrouble(status);
}

async function getJson(url: string, accessToken: string, fetch: Fetch): Promise<unknown> {
    const headers = new Headers({ accept: 'application/json' });
    const options = requestOptions(url, fetch);
    const response = await protectedResourceRequest(accessToken, 'GET', new URL(url), headers, null, options);
    // 403 `Bad_OAuth_Token` is how userinfo says what the REST API says with 401.
    if (response.status === 401 || response.status === 403)
        throw new OrgUnavailable('session', { code: 'SF-SIGN-IN-REVOKED', seen: `userinfo: HTTP ${response.status}` });
    if (!response.ok)
        throw new OrgUnavailable('retry', { code: 'SF-TROUBLE', seen: `userinfo: HTTP ${response.status}` });
    return response.json().catch(() => undefined);
}
