import { readEnvironment, type Environment } from './environment.ts';
import type { Owner } from './owners.ts';

type Variables = ReturnType<typeof readEnvironment>;

type SalesforceLogin =
    | { readonly flow: 'client-credentials'; readonly clientId: string; readonly clientSecret: string }
    /** `privateKey` is a PEM text. */
    | {
          readonly flow: 'jwt-bearer';
          readonly clientId: string;
          readonly username: string;
          readonly privateKey: string;
      };

interface SalesforceConfig {
    /** Without trailing slash. */
    readonly loginUrl: string;
    readonly login: SalesforceLogin;
    /** Of the installed package, without underscores; absent: the fields carry no prefix. */
    readonly namespace?: string | undefined;
    /** `66.0` */
    readonly apiVersion: string;
}

interface QuoConfig {
    /** Without trailing slash. */
    readonly apiUrl: string;
    readonly apiKey: string;
    /** `whsec_…` keys and legacy base64 keys; a delivery may be signed with any of them. */
    readonly webhookKeys: readonly string[];
}

/** The whole configuration, read once at the start. `config/connector.env.example` says what each variable means. */
export interface Config {
    /** 0: any free port. */
    readonly port: number;
    readonly host: string;
    /** Where monitoring asks; absent: on the address above, from this machine alone. */
    readonly opsAddress?: { readonly host: string; readonly port: number } | undefined;
    /** How Quo and browsers reach us, without trailing slash; absent: the address that we listen on. */
    readonly publicUrl?: string | undefined;
    readonly dataDir: string;
    /** Absent: a private PostgreSQL in `dataDir`. */
    readonly databaseUrl?: string | undefined;
    /** 32 bytes, base64. Absent: made in `dataDir`, for the private PostgreSQL only. */
    readonly secretKey?: string | undefined;
    /** What `rotate-key` locks the secrets with. */
    readonly newSecretKey?: string | undefined;
    readonly logLevel: Variables['LOG_LEVEL'];
    readonly preferencesFile?: string | undefined;
    /** How long the later facts of a call are gathered into one update. */
    readonly gatherSeconds: number;
    /** Present together with `quo`: the connection called `default`. */
    readonly salesforce?: SalesforceConfig | undefined;
    readonly quo?: QuoConfig | undefined;
    /** Where Quo's API is, for every connection; without trailing slash. */
    readonly quoApiUrl: string;
    /** What connections that are made in the console begin with. */
    readonly salesforceDefaults: { readonly apiVersion: string; readonly namespace?: string | undefined };
    /** The external client app that people sign in through, and connect orgs with; absent: typed once in the console. */
    readonly app?: { readonly clientId: string; readonly clientSecret?: string } | undefined;
    /** Opens the console for the first set-up, before anybody can sign in with Salesforce. */
    readonly adminToken?: string | undefined;
    /** Users of Salesforce to whom the deployment belongs, as whoever has the admin token. */
    readonly owners: readonly Owner[];
    /** Proxies in front of us, whose word on the caller's address counts. */
    readonly trustedProxies: number;
}

/**
 * Reads the environment.
 *
 * @throws {CodedError} `CONFIG-VARIABLES`, naming every faulty variable with what was seen and an example
 */
export function readConfig(env: Environment): Config {
    const read = readEnvironment(env);
    return {
        port: read.PORT,
        host: read.HOST,
        opsAddress: read.OPS_ADDRESS,
        publicUrl: read.PUBLIC_URL,
        dataDir: read.DATA_DIR,
        databaseUrl: read.DATABASE_URL,
        secretKey: read.SECRET_KEY,
        newSecretKey: read.NEW_SECRET_KEY,
        logLevel: read.LOG_LEVEL,
        preferencesFile: read.PREFERENCES_FILE,
        gatherSeconds: read.GATHER_SECONDS,
        salesforce: salesforceOf(read),
        quo: quoOf(read),
        quoApiUrl: read.QUO_API_URL,
        salesforceDefaults: { apiVersion: read.SALESFORCE_API_VERSION, namespace: read.SALESFORCE_NAMESPACE },
        app: appOf(read),
        adminToken: read.ADMIN_TOKEN,
        owners: read.OWNERS,
        trustedProxies: read.TRUSTED_PROXIES
    };
}

function salesforceOf(read: Variables): SalesforceConfig | undefined {
    const login = loginOf(read);
    const loginUrl = read.SALESFORCE_LOGIN_URL;
    if (login === undefined || loginUrl === undefined) return undefined;
    return { loginUrl, login, namespace: read.SALESFORCE_NAMESPACE, apiVersion: read.SALESFORCE_API_VERSION };
}

/** A private key goes before a secret. */
function loginOf(read: Variables): SalesforceLogin | undefined {
    const { SALESFORCE_CLIENT_ID: clientId, SALESFORCE_CLIENT_SECRET: clientSecret } = read;
    const { SALESFORCE_USERNAME: username, SALESFORCE_PRIVATE_KEY: privateKey } = read;
    if (clientId === undefined) return undefined;
    if (username !== undefined && privateKey !== undefined)
        return { flow: 'jwt-bearer', clientId, username, privateKey };
    return clientSecret === undefined ? undefined : { flow: 'client-credentials', clientId, clientSecret };
}

function quoOf(read: Variables): QuoConfig | undefined {
    const { QUO_API_URL: apiUrl, QUO_API_KEY: apiKey, QUO_WEBHOOK_KEYS: webhookKeys } = read;
    return apiKey === undefined || webhookKeys === undefined ? undefined : { apiUrl, apiKey, webhookKeys };
}

function appOf(read: Variables): Config['app'] {
    const { SALESFORCE_APP_CLIENT_ID: clientId, SALESFORCE_APP_CLIENT_SECRET: clientSecret } = read;
    return clientId === undefined ? undefined : { clientId, ...(clientSecret !== undefined && { clientSecret }) };
}
