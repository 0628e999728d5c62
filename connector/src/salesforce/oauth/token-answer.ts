import {
    processGenericTokenEndpointResponse,
    ResponseBodyError,
    type AuthorizationServer,
    type Client,
    type TokenEndpointResponse
} from 'oauth4webapi';
import { z } from 'zod';
import { OrgUnavailable } from '../../contracts/salesforce.ts';
import { isSafeOrigin } from './login-url.ts';
import { oauthFailure } from './oauth-failures.ts';

/** What Salesforce answers to every grant. A refresh token comes with the web-server flow, and with each rotation. */
export interface TokenAnswer {
    readonly accessToken: string;
    readonly instanceUrl: string;
    readonly refreshToken?: string | undefined;
    readonly userId?: string | undefined;
    readonly organizationId?: string | undefined;
}

/** Salesforce's own members, beside those of the standard. */
const OfSalesforce = z.object({
    instance_url: z.string().refine(isSafeOrigin),
    /** `https://login.salesforce.com/id/00D…/005…` */
    id: z.string().optional()
});

/**
 * Reads an answer of the token endpoint, whatever the grant.
 *
 * @throws {OrgUnavailable} `retry` when Salesforce had trouble, `session` when it refused
 */
export async function readTokenAnswer(
    server: AuthorizationServer,
    client: Client,
    response: Response
): Promise<TokenAnswer> {
    const answer = await standardMembers(server, client, response);
    const ofSalesforce = OfSalesforce.safeParse(answer);
    if (!ofSalesforce.success) throw oauthTrouble(response.status);
    const [organizationId, userId] = ofSalesforce.data.id?.split('/').slice(-2) ?? [];
    return {
        accessToken: answer.access_token,
        instanceUrl: new URL(ofSalesforce.data.instance_url).origin,
        refreshToken: answer.refresh_token,
        organizationId,
        userId
    };
}

/** An answer that is neither what was asked for nor a reason. */
export function oauthTrouble(status: number): OrgUnavailable {
    return new OrgUnavailable('retry', { code: 'SF-TROUBLE', seen: `sign-in: HTTP ${status}` });
}

async function standardMembers(
    server: AuthorizationServer,
    client: Client,
    response: Response
): Promise<TokenEndpointResponse> {
    try {
        return await processGenericTokenEndpointResponse(server, client, response);
    } catch (error) {
        // Anything else that it throws has the answer in it, with the tokens: it goes no further.
        if (!(error instanceof ResponseBodyError)) throw oauthTrouble(response.status);
        throw oauthFailure(error.error, error.error_description);
    }
}
