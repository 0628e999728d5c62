import type { Pending } from './auth.ts';
import type { OrgUserRights } from './rights/org-rights.ts';

/** The external client app that people sign in through, and where Salesforce sends their browser back to. */
export interface SignInApp {
    readonly clientId: string;
    readonly clientSecret?: string | undefined;
    readonly redirectUri: string;
}

/** What Salesforce gives for a sign-in. A refresh token comes only when it was asked for. */
export interface GrantedTokens {
    readonly accessToken: string;
    readonly instanceUrl: string;
    readonly refreshToken?: string | undefined;
    readonly userId?: string | undefined;
    readonly organizationId?: string | undefined;
}

/** Who a token belongs to. */
export interface OrgIdentity {
    readonly userId: string;
    readonly organizationId: string;
    readonly username: string;
}

/** What an admin would otherwise have to type. */
export interface OrgDescription {
    readonly organization?: string | undefined;
    /** Absent: the org has no field of ours. Without a namespace: the fields carry no prefix. */
    readonly package?: { readonly namespace?: string | undefined } | undefined;
}

/** Signing in at Salesforce in the browser. Every method that asks Salesforce throws `OrgUnavailable`. */
export interface SalesforceSignIn {
    /** The address to sign in at, from what a person typed. @throws {CodedError} `SF-LOGIN-URL` */
    readLoginUrl(typed: string): string;
    /** Where to send the browser, with what must be kept until it comes back. */
    begin(
        loginUrl: string,
        app: SignInApp,
        options: { readonly scope: string; readonly prompt?: string }
    ): Promise<{ readonly url: string; readonly state: string; readonly codeVerifier: string }>;
    /** Reads what the browser came back with. @throws {CodedError} `SF-SIGN-IN-STATE` when it does not answer `pending` */
    exchange(pending: Pending, app: SignInApp, query: URLSearchParams): Promise<GrantedTokens>;
    whoIs(tokens: GrantedTokens): Promise<OrgIdentity>;
    /**
     * What the token's own user may do, with the package under `namespace`.
     *
     * @throws {Error} when they may not see permission sets
     */
    rightsOf(tokens: GrantedTokens, userId: string, namespace: string | undefined): Promise<OrgUserRights>;
    /** One that Salesforce no longer knows counts as revoked. */
    revoke(loginUrl: string, token: string): Promise<void>;
    /** Stores the tokens as the connection's. */
    keep(connection: string, loginUrl: string, app: SignInApp, tokens: GrantedTokens): Promise<void>;
    /** Through the tokens that were kept. */
    describe(connection: string, loginUrl: string, app: SignInApp): Promise<OrgDescription>;
}
