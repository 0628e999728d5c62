import {
    authorizationCodeGrantRequest,
    AuthorizationResponseError,
    calculatePKCECodeChallenge,
    generateRandomCodeVerifier,
    generateRandomState,
    OperationProcessingError,
    UnsupportedOperationError,
    validateAuthResponse,
    type Client
} from 'oauth4webapi';
import { CodedError } from '../../errors/errors.ts';
import type { OrgLogin } from '../settings.ts';
import { authorizationServer, clientAuth, requestOptions, type Fetch } from './oauth-client.ts';
import { oauthFailure } from './oauth-failures.ts';
import { readTokenAnswer, type TokenAnswer } from './token-answer.ts';

export type WebServerLogin = Extract<OrgLogin, { flow: 'web-server' }>;

/** What must be kept (in the browser's session, server side) between the two halves of a sign-in. */
export interface SignInSecrets {
    readonly state: string;
    readonly codeVerifier: string;
}

export function newSignIn(): SignInSecrets {
    return { state: generateRandomState(), codeVerifier: generateRandomCodeVerifier() };
}

/**
 * Where the admin's browser is sent to sign in and consent.
 *
 * @param loginUrl from `readLoginUrl`
 */
export async function authorizeUrl(
    loginUrl: string,
    login: WebServerLogin,
    secrets: SignInSecrets,
    options: { readonly scope?: string; readonly prompt?: string } = {}
): Promise<string> {
    const query = new URLSearchParams({
        response_type: 'code',
        client_id: login.clientId,
        redirect_uri: login.redirectUri,
        scope: options.scope ?? 'api refresh_token',
        state: secrets.state,
        code_challenge: await calculatePKCECodeChallenge(secrets.codeVerifier),
        code_challenge_method: 'S256',
        ...(options.prompt === undefined ? {} : { prompt: options.prompt })
    });
    return `${loginUrl}/services/oauth2/authorize?${query.toString()}`;
}

/**
 * Reads what Salesforce sent the browser back with.
 *
 * @param expectedState of the sign-in that this browser began; `undefined`: it began none
 * @returns the answer with its authorization code, for `exchangeCode`
 * @throws {CodedError} `SF-SIGN-IN-STATE` when this is not the answer to our own question
 * @throws {OrgUnavailable} when consent was refused
 */
export function readCallback(
    loginUrl: string,
    login: WebServerLogin,
    query: URLSearchParams,
    expectedState: string | undefined
): URLSearchParams {
    if (expectedState === undefined) throw new CodedError('SF-SIGN-IN-STATE');
    try {
        const answer = validateAuthResponse(authorizationServer(loginUrl), clientOf(login), query, expectedState);
        if (answer.get('code')) return answer;
    } catch (error) {
        if (error instanceof AuthorizationResponseError) throw oauthFailure(error.error, error.error_description);
        if (!(error instanceof OperationProcessingError || error instanceof UnsupportedOperationError)) throw error;
    }
    throw new CodedError('SF-SIGN-IN-STATE');
}

/**
 * Exchanges the code for tokens. Confidential clients send their secret as well as the verifier.
 *
 * @param answer.callback from `readCallback`
 * @throws {OrgUnavailable}
 */
export async function exchangeCode(
    loginUrl: string,
    login: WebServerLogin,
    { callback, codeVerifier }: { readonly callback: URLSearchParams; readonly codeVerifier: string },
    fetch: Fetch
): Promise<TokenAnswer> {
    const server = authorizationServer(loginUrl);
    const client = clientOf(login);
    const auth = clientAuth(login.clientSecret);
    const options = requestOptions(loginUrl, fetch);
    const { redirectUri } = login;
    const response = await authorizationCodeGrantRequest(
        server,
        client,
        auth,
        callback,
        redirectUri,
        codeVerifier,
        options
    );
    return readTokenAnswer(server, client, response);
}

function clientOf({ clientId }: WebServerLogin): Client {
    return { client_id: clientId };
}
