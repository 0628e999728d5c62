import { createPrivateKey, type KeyObject } from 'node:crypto';
import { SignJWT } from 'jose';
import { clientCredentialsGrantRequest, genericTokenEndpointRequest, refreshTokenGrantRequest } from 'oauth4webapi';
import { OrgUnavailable } from '../../contracts/salesforce.ts';
import type { OrgLogin } from '../settings.ts';
import { authorizationServer, clientAuth, requestOptions, withoutClient, type Fetch } from './oauth-client.ts';
import { readTokenAnswer, type TokenAnswer } from './token-answer.ts';

/** Salesforce takes assertions of at most five minutes; less leaves room for a clock that is off. */
const ASSERTION_SECONDS = 3 * 60;
const JWT_BEARER = 'urn:ietf:params:oauth:grant-type:jwt-bearer';

export interface GrantEffects {
    readonly fetch: Fetch;
    readonly now: () => Date;
    readonly signal?: AbortSignal;
}

/**
 * Gets an access token with what we hold: the client's secret, a signed assertion, or the refresh token.
 *
 * @throws {OrgUnavailable} `session` when Salesforce refuses, or when nobody signed in yet
 */
export async function grantToken(
    loginUrl: string,
    login: OrgLogin,
    refreshToken: string | undefined,
    effects: GrantEffects
): Promise<TokenAnswer> {
    const response = await requestGrant(loginUrl, login, refreshToken, effects);
    return readTokenAnswer(authorizationServer(loginUrl), { client_id: login.clientId }, response);
}

async function requestGrant(
    loginUrl: string,
    login: OrgLogin,
    refreshToken: string | undefined,
    { fetch, now, signal }: GrantEffects
): Promise<Response> {
    const server = authorizationServer(loginUrl);
    const client = { client_id: login.clientId };
    const options = requestOptions(loginUrl, fetch, signal);
    switch (login.flow) {
        case 'client-credentials':
            return clientCredentialsGrantRequest(server, client, clientAuth(login.clientSecret), {}, options);
        case 'jwt-bearer': {
            const assertion = await signAssertion(loginUrl, login, now());
            return genericTokenEndpointRequest(server, client, withoutClient, JWT_BEARER, { assertion }, options);
        }
        case 'web-server': {
            if (refreshToken === undefined) throw new OrgUnavailable('session', { code: 'SF-NOT-CONNECTED' });
            return refreshTokenGrantRequest(server, client, clientAuth(login.clientSecret), refreshToken, options);
        }
    }
}

async function signAssertion(
    loginUrl: string,
    login: Extract<OrgLogin, { flow: 'jwt-bearer' }>,
    now: Date
): Promise<string> {
    return new SignJWT({})
        .setProtectedHeader({ alg: 'RS256' })
        .setIssuer(login.clientId)
        .setSubject(login.username)
        .setAudience(loginUrl)
        .setExpirationTime(Math.floor(now.getTime() / 1000) + ASSERTION_SECONDS)
        .sign(readKey(login.privateKey));
}

function readKey(pem: string): KeyObject {
    try {
        return createPrivateKey(pem);
    } catch {
        throw new OrgUnavailable('session', { code: 'SF-JWT', seen: 'the private key is not a PEM text' });
    }
}
