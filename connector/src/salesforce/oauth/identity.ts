import { z } from 'zod';
import { OrgUnavailable } from '../../contracts/salesforce.ts';
import { causeOf, postForm, tokenRefused, type Fetch } from './token-request.ts';

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

const IDENTITY_TIMEOUT_MS = 20_000;

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
    const response = await postForm(`${loginUrl}/services/oauth2/revoke`, { token }, fetch);
    if (response.status >= 500) throw tokenRefused(response);
}

async function getJson(url: string, accessToken: string, fetch: Fetch): Promise<unknown> {
    let response: Response;
    let text: string;
    try {
        response = await fetch(url, {
            headers: { authorization: `Bearer ${accessToken}`, accept: 'application/json' },
            redirect: 'manual',
            signal: AbortSignal.timeout(IDENTITY_TIMEOUT_MS)
        });
        text = await response.text();
    } catch (error) {
        throw new OrgUnavailable('retry', { code: 'SF-UNREACHABLE', seen: causeOf(error) });
    }
    // 403 `Bad_OAuth_Token` is how userinfo says what the REST API says with 401.
    if (response.status === 401 || response.status === 403)
        throw new OrgUnavailable('session', { code: 'SF-SIGN-IN-REVOKED', seen: `userinfo: HTTP ${response.status}` });
    if (!response.ok)
        throw new OrgUnavailable('retry', { code: 'SF-TROUBLE', seen: `userinfo: HTTP ${response.status}` });
    try {
        return JSON.parse(text);
    } catch {
        return undefined;
    }
}
