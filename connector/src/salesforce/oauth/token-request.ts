import { z } from 'zod';
import { OrgUnavailable } from '../../contracts/salesforce.ts';
import { isSafeOrigin } from './login-url.ts';
import { oauthFailure } from './oauth-failures.ts';

export type Fetch = typeof fetch;

/** What Salesforce answers to every grant. A refresh token comes with the web-server flow, and with each rotation. */
export interface TokenAnswer {
    readonly accessToken: string;
    readonly instanceUrl: string;
    readonly refreshToken?: string | undefined;
    readonly userId?: string | undefined;
    readonly organizationId?: string | undefined;
}

const Answer = z.object({
    access_token: z.string().min(1),
    instance_url: z.string().refine(isSafeOrigin),
    refresh_token: z.string().min(1).optional(),
    /** `https://login.salesforce.com/id/00D…/005…` */
    id: z.string().optional()
});
const Refused = z.object({ error: z.string(), error_description: z.string().optional() });

const TOKEN_TIMEOUT_MS = 20_000;

/**
 * Asks the token endpoint.
 *
 * @throws {OrgUnavailable} `retry` when Salesforce could not be reached or had trouble, `session` when it refused
 */
export async function requestToken(
    loginUrl: string,
    parameters: Readonly<Record<string, string>>,
    fetch: Fetch,
    signal?: AbortSignal
): Promise<TokenAnswer> {
    const response = await postForm(`${loginUrl}/services/oauth2/token`, parameters, fetch, signal);
    const answer = Answer.safeParse(response.json);
    if (response.status < 300 && answer.success) {
        const [organizationId, userId] = answer.data.id?.split('/').slice(-2) ?? [];
        return {
            accessToken: answer.data.access_token,
            instanceUrl: new URL(answer.data.instance_url).origin,
            refreshToken: answer.data.refresh_token,
            organizationId,
            userId
        };
    }
    throw tokenRefused(response);
}

/** The failure in an answer of one of the OAuth endpoints. */
export function tokenRefused(response: { readonly status: number; readonly json: unknown }): OrgUnavailable {
    const refused = Refused.safeParse(response.json);
    if (refused.success && response.status < 500)
        return oauthFailure(refused.data.error, refused.data.error_description);
    return new OrgUnavailable('retry', { code: 'SF-TROUBLE', seen: `sign-in: HTTP ${response.status}` });
}

/** @throws {OrgUnavailable} `retry` when there is no answer */
export async function postForm(
    url: string,
    parameters: Readonly<Record<string, string>>,
    fetch: Fetch,
    signal?: AbortSignal
): Promise<{ readonly status: number; readonly json: unknown }> {
    const timeout = AbortSignal.timeout(TOKEN_TIMEOUT_MS);
    try {
        const response = await fetch(url, {
            method: 'POST',
            headers: { accept: 'application/json', 'content-type': 'application/x-www-form-urlencoded' },
            body: new URLSearchParams(parameters).toString(),
            redirect: 'manual',
            signal: signal === undefined ? timeout : AbortSignal.any([signal, timeout])
        });
        return { status: response.status, json: parseOrNothing(await response.text()) };
    } catch (error) {
        throw new OrgUnavailable('retry', { code: 'SF-UNREACHABLE', seen: causeOf(error) });
    }
}

/** The short technical cause of a network failure: `ECONNREFUSED`, `TimeoutError`. Never an address. */
export function causeOf(error: unknown): string {
    if (!(error instanceof Error)) return 'unknown';
    const { cause } = error;
    if (cause instanceof Error && 'code' in cause && typeof cause.code === 'string') return cause.code;
    return error.name === 'TypeError' ? 'network' : error.name;
}

function parseOrNothing(text: string): unknown {
    try {
        return JSON.parse(text);
    } catch {
        return undefined;
    }
}
