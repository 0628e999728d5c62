import type { OpenOrg } from '../../../src/application/connections/connection-runtime.ts';
import type { OrgAdministration } from '../../../src/contracts/org-administration.ts';
import type { OrgSettings } from '../../../src/contracts/org-settings.ts';
import type {
    GrantedTokens,
    OrgDescription,
    OrgIdentity,
    SalesforceSignIn
} from '../../../src/contracts/salesforce-sign-in.ts';
import type { OrgUserRights } from '../../../src/contracts/rights/org-rights.ts';
import { CodedError } from '../../../src/errors/errors.ts';
import { fakeOrg, type FakeOrg } from '../../pipeline/fake-org.ts';

export const ORG_ID = '00D000000000001AAA';
export const ADMIN_ID = '005000000000001AAA';
const HOSTS = { production: 'https://login.salesforce.com', sandbox: 'https://test.salesforce.com' } as const;

/** Salesforce, where one user signs in to one org. */
export interface FakeSalesforce extends SalesforceSignIn {
    readonly org: FakeOrg;
    administration: OrgAdministration;
    /** What a user's own token tells of them. */
    ownRights: (userId: string) => OrgUserRights;
    /** Whom the next token is of. */
    identity: OrgIdentity;
    tokens: GrantedTokens;
    description: OrgDescription | Error;
    readonly revoked: string[];
    /** By connection: what was kept of a sign-in. */
    readonly kept: Map<string, GrantedTokens>;
    /** What a browser was sent away with. */
    readonly begun: { readonly scope: string; readonly prompt?: string }[];
    openOrg(connection: string, settings: OrgSettings): OpenOrg;
}

export function fakeSalesforce(): FakeSalesforce {
    const org = fakeOrg();
    const salesforce: FakeSalesforce = {
        org,
        administration: administrationOf(org),
        ownRights: (userId) => ({ isActive: true, rights: userId === ADMIN_ID ? ['admin'] : [] }),
        identity: { userId: ADMIN_ID, organizationId: ORG_ID, username: 'marie@acme.example' },
        tokens: { accessToken: 'access', refreshToken: 'refresh', instanceUrl: 'https://acme.my.salesforce.com' },
        description: { organization: 'Acme', package: { namespace: 'quo' } },
        revoked: [],
        kept: new Map(),
        begun: [],
        openOrg: (_connection, settings) => ({ settings, org, administration: salesforce.administration }),
        readLoginUrl(typed) {
            if (typed === 'production' || typed === 'sandbox') return HOSTS[typed];
            if (!typed.startsWith('http')) throw new CodedError('SF-LOGIN-URL', typed);
            return typed;
        },
        async begin(loginUrl, { redirectUri }, options) {
            salesforce.begun.push(options);
            const url = `${loginUrl}/authorize?redirect_uri=${encodeURIComponent(redirectUri)}`;
            return { url, state: 'state', codeVerifier: 'verifier' };
        },
        async exchange({ state }, _app, query) {
            if (query.get('state') !== state) throw new CodedError('SF-SIGN-IN-STATE');
            return salesforce.tokens;
        },
        whoIs: async () => salesforce.identity,
        rightsOf: async (_tokens, userId) => salesforce.ownRights(userId),
        revoke: async (_loginUrl, token) => void salesforce.revoked.push(token),
        keep: async (connection, _loginUrl, _app, tokens) => void salesforce.kept.set(connection, tokens),
        async describe() {
            if (salesforce.description instanceof Error) throw salesforce.description;
            return salesforce.description;
        }
    };
    return salesforce;
}

function administrationOf(org: FakeOrg): OrgAdministration {
    return {
        identity: async () => ({ organizationId: ORG_ID, instanceUrl: 'https://acme.my.salesforce.com' }),
        listeners: async () => ({ userIds: [], seesFrozen: true }),
        rightsOf: async (userId) => ({ isActive: true, rights: userId === ADMIN_ID ? ['admin'] : [] }),
        users: () => org.users(),
        queues: async () => [],
        fields: async () => ({
            phones: { Contact: [], Lead: [], Account: [] },
            sona: [],
            filter: [],
            fillable: { Task: [], Lead: [] }
        }),
        missingRecords: async () => [],
        check: async () => [{ id: 'sign-in', state: 'ok' }],
        recordsByNumber: async () => [],
        ownLeads: async () => [],
        disconnect: async () => {}
    };
}
