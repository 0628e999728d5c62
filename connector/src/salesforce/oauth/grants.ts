import { createPrivateKey, type KeyObject } from 'node:crypto';
import { SignJWT } from 'jose';
import { OrgUnavailable } from '../../contracts/salesforce.ts';
import type { OrgLogin } from '../settings.ts';
import { requestToken, type Fetch, type TokenAnswer } from './token-request.ts';

/** Salesforce takes assertions of at most five minutes; less leaves room for a clock that is off. */
const ASSERTION_SECONDS = 3 * 60;

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
    return requestToken(
        loginUrl,
        await parametersOf(loginUrl, login, refreshToken, effects),
        effects.fetch,
        effects.signal
    );
}

async function parametersOf(
    loginUrl: string,
    login: OrgLogin,
    refreshToken: string | undefined,
    { now }: GrantEffects
): Promise<Record<string, string>> {
    switch (login.flow) {
        case 'client-credentials':
            return {
                grant_type: 'client_credentials',
                client_id: login.clientId,
                client_secret: login.clientSecret
            };
        case 'jwt-bearer':
            return {
                grant_type: 'urn:ietf:params:oauth:grant-type:jwt-bearer',
                assertion: await signAssertion(loginUrl, login, now())
            };
        case 'web-server':
            if (refreshToken === undefined) throw new OrgUnavailable('session', { code: 'SF-NOT-CONNECTED' });
            return {
                grant_type: 'refresh_token',
                refresh_token: refreshToken,
                client_id: login.clientId,
                ...(login.clientSecret === undefined ? {} : { client_secret: login.clientSecret })
            };
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
