import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import { OAuthError } from './oauth-error.ts';
import { findUser, type OAuth } from './oauth.ts';
import { verifyAssertion } from './jwt-bearer.ts';
import type { RefreshToken } from './refresh-tokens.ts';
import type { Session } from './sessions.ts';

export type Form = URLSearchParams;

/** `POST /services/oauth2/token`. @throws {OAuthError} as the endpoint refuses */
export async function token(oauth: OAuth, form: Form): Promise<Record<string, unknown>> {
    switch (form.get('grant_type')) {
        case 'client_credentials':
            return clientCredentials(oauth, form);
        case 'urn:ietf:params:oauth:grant-type:jwt-bearer':
            return jwtBearer(oauth, form);
        case 'authorization_code':
            return authorizationCode(oauth, form);
        case 'refresh_token':
            return refresh(oauth, form);
        default:
            throw new OAuthError('unsupported_grant_type', 'grant type not supported');
    }
}

function clientCredentials(oauth: OAuth, form: Form): Record<string, unknown> {
    requireClient(oauth, form);
    const userId = oauth.org().standing.runAsId;
    return tokenAnswer(oauth, oauth.sessions.issue({ userId, clientId: oauth.app.id, scope: 'api' }));
}

async function jwtBearer(oauth: OAuth, form: Form): Promise<Record<string, unknown>> {
    const { clientId, username } = await verifyAssertion(oauth, form.get('assertion') ?? '');
    const user = findUser(oauth, { username });
    if (!user) throw new OAuthError('invalid_grant', "user hasn't approved this consumer");
    return tokenAnswer(oauth, oauth.sessions.issue({ userId: String(user.Id), clientId, scope: 'api' }));
}

function authorizationCode(oauth: OAuth, form: Form): Record<string, unknown> {
    const grant = oauth.codes.redeem(form.get('code') ?? '', oauth.now());
    if (!grant) throw new OAuthError('invalid_grant', 'expired authorization code');
    requireClient(oauth, form);
    if (form.get('redirect_uri') !== grant.redirectUri) {
        throw new OAuthError('redirect_uri_mismatch', 'redirect_uri must match configuration');
    }
    const verifier = form.get('code_verifier') ?? '';
    const challenge = createHash('sha256').update(verifier).digest('base64url');
    if (!/^[\w.~-]{43,128}$/.test(verifier) || challenge !== grant.codeChallenge) {
        throw new OAuthError('invalid_grant', 'invalid code verifier');
    }
    const { userId, clientId, scope } = grant;
    const refreshToken = scope.includes('refresh_token')
        ? oauth.sessions.issueRefresh({ userId, clientId, scope })
        : undefined;
    return fromRefresh(oauth, { userId, clientId, scope }, refreshToken);
}

/** Every refresh gives a new refresh token and ends the old one; an old one used again ends the whole family. */
function refresh(oauth: OAuth, form: Form): Record<string, unknown> {
    requireClient(oauth, form);
    const known = oauth.sessions.findRefresh(form.get('refresh_token') ?? '');
    if (known?.spent === true) oauth.sessions.revoke(known.token);
    if (!known || known.spent || !findUser(oauth, { id: known.userId })) {
        throw new OAuthError('invalid_grant', 'expired access/refresh token');
    }
    known.spent = true;
    const { userId, clientId, scope, family } = known;
    return fromRefresh(oauth, known, oauth.sessions.issueRefresh({ userId, clientId, scope, family }));
}

function fromRefresh(
    oauth: OAuth,
    grant: { userId: string; clientId: string; scope: string },
    refreshToken: RefreshToken | undefined
): Record<string, unknown> {
    const { userId, clientId, scope } = grant;
    const linked = refreshToken ? { refreshToken: refreshToken.token } : {};
    const session = oauth.sessions.issue({ userId, clientId, scope, ...linked });
    return { ...tokenAnswer(oauth, session), ...(refreshToken ? { refresh_token: refreshToken.token } : {}) };
}

/** @throws {OAuthError} invalid_client_id, or invalid_client for a wrong secret */
export function requireClient(oauth: OAuth, form: Form): void {
    if (form.get('client_id') !== oauth.app.id) throw new OAuthError('invalid_client_id', 'client identifier invalid');
    const sent = Buffer.from(form.get('client_secret') ?? '');
    const secret = Buffer.from(oauth.app.secret);
    if (sent.length !== secret.length || !timingSafeEqual(sent, secret)) {
        throw new OAuthError('invalid_client', 'invalid client credentials');
    }
}

function tokenAnswer(oauth: OAuth, session: Session): Record<string, unknown> {
    const id = `${oauth.origin()}/id/${oauth.org().state.organizationId}/${session.userId}`;
    const issuedAt = String(session.issuedAt);
    return {
        access_token: session.accessToken,
        signature: createHmac('sha256', oauth.app.secret)
            .update(id + issuedAt)
            .digest('base64'),
        scope: session.scope,
        instance_url: oauth.origin(),
        id,
        token_type: 'Bearer',
        issued_at: issuedAt
    };
}
