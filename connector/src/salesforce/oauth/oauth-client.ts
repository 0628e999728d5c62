import {
    allowInsecureRequests,
    ClientSecretPost,
    customFetch,
    None,
    type AuthorizationServer,
    type ClientAuth,
    type CustomFetchOptions,
    type ProtectedResourceRequestBody
} from 'oauth4webapi';
import { OrgUnavailable } from '../../contracts/salesforce.ts';
import { isSafeOrigin } from './login-url.ts';

export type Fetch = typeof fetch;
type Sent = CustomFetchOptions<string, ProtectedResourceRequestBody>;

const TIMEOUT_MS = 20_000;

/** Where the OAuth endpoints are: the same in every org, so that they need not be discovered. */
export function authorizationServer(loginUrl: string): AuthorizationServer {
    return {
        issuer: loginUrl,
        authorization_endpoint: `${loginUrl}/services/oauth2/authorize`,
        token_endpoint: `${loginUrl}/services/oauth2/token`,
        revocation_endpoint: `${loginUrl}/services/oauth2/revoke`
    };
}

/** Salesforce reads a client's id and secret from the form. */
export function clientAuth(secret: string | undefined): ClientAuth {
    return secret === undefined ? None() : ClientSecretPost(secret);
}

/** For requests whose assertion or token says by itself which client sends it. */
export const withoutClient: ClientAuth = () => undefined;

/**
 * How a request to one of Salesforce's OAuth endpoints is sent. Without an answer it throws {@link OrgUnavailable} `retry`.
 *
 * @param url where it goes: over TLS, or within this machine
 * @param signal ends it before its time
 */
export function requestOptions(url: string, fetch: Fetch, signal?: AbortSignal) {
    const timeout = AbortSignal.timeout(TIMEOUT_MS);
    return {
        signal: signal === undefined ? timeout : AbortSignal.any([signal, timeout]),
        // Simulated orgs have no TLS.
        [allowInsecureRequests]: isSafeOrigin(url),
        [customFetch]: (to: string, init: Sent) => wholeAnswer(fetch, to, init)
    };
}

/** The short technical cause of a network failure: `ECONNREFUSED`, `TimeoutError`. Never an address. */
export function causeOf(error: unknown): string {
    if (!(error instanceof Error)) return 'unknown';
    const { cause } = error;
    if (cause instanceof Error && 'code' in cause && typeof cause.code === 'string') return cause.code;
    return error.name === 'TypeError' ? 'network' : error.name;
}

/**
 * Reads the body as part of the request, so that a connection which breaks within it is told as a broken connection. Of
 * the headers none is kept: Salesforce's reason is in the body, and oauth4webapi would not read it beside a
 * `WWW-Authenticate`.
 */
async function wholeAnswer(fetch: Fetch, url: string, { body = null, ...init }: Sent): Promise<Response> {
    try {
        const response = await fetch(url, { ...init, body });
        const text = await response.text();
        const headers = { 'content-type': 'application/json' };
        return new Response(text === '' ? null : withoutIdToken(text), { status: response.status, headers });
    } catch (error) {
        throw new OrgUnavailable('retry', { code: 'SF-UNREACHABLE', seen: causeOf(error) });
    }
}

/**
 * Who signed in is asked of `userinfo`. An ID token would say it again, and would be refused where its issuer is the org's
 * own domain and the sign-in went through login.salesforce.com.
 */
function withoutIdToken(text: string): string {
    try {
        return JSON.stringify(JSON.parse(text, (key, value: unknown) => (key === 'id_token' ? undefined : value)));
    } catch {
        return text;
    }
}
