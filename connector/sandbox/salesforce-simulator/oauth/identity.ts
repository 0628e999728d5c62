import { OAuthError } from './oauth-error.ts';
import { findUser, type OAuth } from './oauth.ts';
import type { Form } from './token.ts';
import { requireClient } from './token.ts';

/** How long a session lives without being used. */
const SESSION_SECONDS = 2 * 3_600;

/** The user behind a token. @throws {OAuthError} 403 Bad_OAuth_Token */
function userOf(oauth: OAuth, accessToken: string | undefined): { id: string; row: Record<string, unknown> } {
    const session = accessToken === undefined ? undefined : oauth.sessions.find(accessToken);
    const user = session && !session.expired ? findUser(oauth, { id: session.userId }) : undefined;
    if (!user) throw new OAuthError('Bad_OAuth_Token', 'Bad_OAuth_Token', 403);
    return { id: String(user.Id), row: user };
}

/** `GET /services/oauth2/userinfo`. */
export function userinfo(oauth: OAuth, accessToken: string | undefined): Record<string, unknown> {
    const { id, row } = userOf(oauth, accessToken);
    const { organizationId } = oauth.org().state;
    return {
        sub: `${oauth.origin()}/id/${organizationId}/${id}`,
        user_id: id,
        organization_id: organizationId,
        preferred_username: row.Username,
        nickname: row.CommunityNickname,
        name: row.Name,
        email: row.Email,
        email_verified: true,
        given_name: row.FirstName ?? null,
        family_name: row.LastName,
        zoneinfo: row.TimeZoneSidKey,
        active: row.IsActive,
        user_type: 'STANDARD',
        language: row.LanguageLocaleKey,
        locale: row.LocaleSidKey,
        urls: apiUrls(oauth)
    };
}

/** `GET /id/00D…/005…`. */
export function identity(oauth: OAuth, accessToken: string | undefined, userId: string): Record<string, unknown> {
    const { id, row } = userOf(oauth, accessToken);
    if (id !== userId) throw new OAuthError('Bad_Id', 'Bad_Id', 403);
    const { organizationId } = oauth.org().state;
    return {
        id: `${oauth.origin()}/id/${organizationId}/${id}`,
        asserted_user: true,
        user_id: id,
        organization_id: organizationId,
        username: row.Username,
        nick_name: row.CommunityNickname,
        display_name: row.Name,
        email: row.Email,
        email_verified: true,
        first_name: row.FirstName ?? null,
        last_name: row.LastName,
        timezone: row.TimeZoneSidKey,
        active: row.IsActive,
        user_type: 'STANDARD',
        language: row.LanguageLocaleKey,
        locale: row.LocaleSidKey,
        urls: apiUrls(oauth)
    };
}

function apiUrls(oauth: OAuth): Record<string, string> {
    const base = `${oauth.origin()}/services`;
    return {
        rest: `${base}/data/v{version}/`,
        sobjects: `${base}/data/v{version}/sobjects/`,
        query: `${base}/data/v{version}/query/`,
        metadata: `${base}/Soap/m/{version}/${oauth.org().state.organizationId}`
    };
}

/** `POST /services/oauth2/introspect`. */
export function introspect(oauth: OAuth, form: Form): Record<string, unknown> {
    requireClient(oauth, form);
    const text = form.get('token') ?? '';
    const session = oauth.sessions.find(text);
    const refresh = oauth.sessions.findRefresh(text);
    const grant = session && !session.expired ? session : refresh && !refresh.spent ? refresh : undefined;
    const user = grant && findUser(oauth, { id: grant.userId });
    if (!grant || !user) return { active: false };
    const issued = Math.floor((session?.issuedAt ?? oauth.now()) / 1_000);
    return {
        active: true,
        scope: grant.scope,
        client_id: grant.clientId,
        username: user.Username,
        sub: `${oauth.origin()}/id/${oauth.org().state.organizationId}/${grant.userId}`,
        token_type: session ? 'access_token' : 'refresh_token',
        ...(session ? { exp: issued + SESSION_SECONDS } : {}),
        iat: issued,
        nbf: issued
    };
}

/** `POST /services/oauth2/revoke`. @throws {OAuthError} invalid_token */
export function revoke(oauth: OAuth, form: Form): void {
    if (!oauth.sessions.revoke(form.get('token') ?? '')) throw new OAuthError('invalid_token', 'invalid token');
}
