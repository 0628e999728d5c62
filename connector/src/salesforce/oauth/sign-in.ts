import { createHash, timingSafeEqual } from 'node:crypto';
import { CodedError } from '../../errors/errors.ts';
import type { OrgLogin } from '../settings.ts';
import { oauthFailure } from './oauth-failures.ts';
import { requestToken, type Fetch, type TokenAnswer } from './token-request.ts';

export type WebServerLogin = Extract<OrgLogin, { flow: 'web-server' }>;

/** What must be kept (in the browser's session, server side) between the two halves of a sign-in. */
export interface SignInSecrets {
    readonly state: string;
    readonly codeVerifier: string;
}

/** 32 bytes make a verifier of 43 characters, the shortest that PKCE allows. */
const SECRET_BYTES = 32;

/** @param random cryptographically strong bytes: `crypto.randomBytes` */
export function newSignIn(random: (bytes: number) => Buffer): SignInSecrets {
    return {
        state: random(SECRET_BYTES).toString('base64url'),
        codeVerifier: random(SECRET_BYTES).toString('base64url')
    };
}

/**
 * Where the admin's browser is sent to sign in and consent.
 *
 * @param loginUrl from `readLoginUrl`
 */
export function authorizeUrl(
    loginUrl: string,
    login: WebServerLogin,
    secrets: SignInSecrets,
    options: { readonly scope?: string; readonly prompt?: string } = {}
): string {
    const url = new URL(`${loginUrl}/services/oauth2/authorize`);
    url.search = new URLSearchParams({
        response_type: 'code',
        client_id: login.clientId,
        redirect_uri: login.redirectUri,
        scope: options.scope ?? 'api refresh_token',
        state: secrets.state,
        code_challenge: createHash('sha256').update(secrets.codeVerifier).digest('base64url'),
        code_challenge_method: 'S256',
        ...(options.prompt === undefined ? {} : { prompt: options.prompt })
    }).toString();
    return url.href;
}

/**
 * Reads what Salesforce sent the browser back with.
 *
 * @returns the authorization code
 * @throws {CodedError} `SF-SIGN-IN-STATE` when this is not the answer to our own question
 * @throws {OrgUnavailable} when consent was refused
 */
export function readCallback(query: URLSearchParams, expectedState: string | undefined): string {
    if (expectedState === undefined || !isSame(query.get('state') ?? '', expectedState))
        throw new CodedError('SF-SIGN-IN-STATE');
    const error = query.get('error');
    if (error !== null) throw oauthFailure(error, query.get('error_description') ?? undefined);
    const code = query.get('code');
    if (code === null || code === '') throw new CodedError('SF-SIGN-IN-STATE');
    return code;
}

/**
 * Exchanges the code for tokens. Confidential clients send their secret as well as the verifier.
 *
 * @throws {OrgUnavailable}
 */
export function exchangeCode(
    loginUrl: string,
    login: WebServerLogin,
    answer: { readonly code: string; readonly codeVerifier: string },
    fetch: Fetch
): Promise<TokenAnswer> {
    return requestToken(
        loginUrl,
        {
            grant_type: 'authorization_code',
            code: answer.code,
            code_verifier: answer.codeVerifier,
            client_id: login.clientId,
            redirect_uri: login.redirectUri,
            ...(login.clientSecret === undefined ? {} : { client_secret: login.clientSecret })
        },
        fetch
    );
}

function isSame(given: string, expected: string): boolean {
    const hash = (text: string): Buffer => createHash('sha256').update(text).digest();
    return timingSafeEqual(hash(given), hash(expected));
}
