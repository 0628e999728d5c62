import type { OrgDescription, SalesforceSignIn, SignInApp } from '../../contracts/salesforce-sign-in.ts';
import type { Vault } from '../../contracts/store.ts';
import { queryAll } from '../rest/query.ts';
import { openSession, ownSession, type Session } from '../rest/session.ts';
import { readUserRights } from '../user-rights.ts';
import { readIdentity, revokeToken } from './identity.ts';
import { readLoginUrl } from './login-url.ts';
import { authorizeUrl, exchangeCode, newSignIn, readCallback, type WebServerLogin } from './sign-in.ts';
import type { Fetch } from './oauth-client.ts';
import { storeSignIn } from './tokens.ts';

export interface BrowserSignInDeps {
    readonly vault: Vault;
    readonly fetch: Fetch;
    readonly now: () => Date;
    /** `66.0` */
    readonly apiVersion: string;
}

/** The web-server flow with PKCE, as the console needs it. */
export function browserSignIn({ vault, fetch, now, apiVersion }: BrowserSignInDeps): SalesforceSignIn {
    return {
        readLoginUrl,
        async begin(loginUrl, app, options) {
            const secrets = newSignIn();
            return { ...secrets, url: await authorizeUrl(loginUrl, loginWith(app), secrets, options) };
        },
        async exchange({ loginUrl, state, codeVerifier }, app, query) {
            const login = loginWith(app);
            const callback = readCallback(loginUrl, login, query, state);
            return exchangeCode(loginUrl, login, { callback, codeVerifier }, fetch);
        },
        whoIs: (tokens) => readIdentity(tokens, fetch),
        rightsOf: (tokens, userId, namespace) =>
            readUserRights(ownSession(tokens, { apiVersion }, { fetch }), userId, namespace, now()),
        revoke: (loginUrl, token) => revokeToken(loginUrl, token, fetch),
        keep: (connection, loginUrl, app, tokens) =>
            storeSignIn({ loginUrl, login: loginWith(app) }, vault, connection, tokens),
        describe(connection, loginUrl, app) {
            const settings = { loginUrl, login: loginWith(app), apiVersion };
            return describeOrg(openSession(settings, { vault, connection, fetch, now }));
        }
    };
}

function loginWith({ clientId, clientSecret, redirectUri }: SignInApp): WebServerLogin {
    return { flow: 'web-server', clientId, redirectUri, ...(clientSecret !== undefined && { clientSecret }) };
}

/** The org's name, and the namespace under which it has our fields. Two API calls. */
async function describeOrg(session: Session): Promise<OrgDescription> {
    const [org] = await queryAll(session, 'SELECT Id, Name FROM Organization');
    const described = await session.request({ method: 'GET', path: `${session.root}/sobjects/Task/describe` });
    const ours = /"name":"(?:([A-Za-z]\w*?)__)?Quo_Key__c"/.exec(JSON.stringify(described));
    return {
        ...(typeof org?.Name === 'string' && { organization: org.Name }),
        ...(ours !== null && { package: { namespace: ours[1] } })
    };
}
