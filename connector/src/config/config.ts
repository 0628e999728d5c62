import { CodedError } from '../errors/errors.ts';
import { listFaults } from '../errors/faults.ts';
import { readQuo, type QuoConfig } from './quo.ts';
import { readSalesforce, type SalesforceConfig } from './salesforce.ts';
import { variableReader, type Environment } from './read-variable.ts';

const LOG_LEVELS = ['silent', 'error', 'warn', 'info', 'debug'] as const;

/** The whole configuration, read once at the start. `config/connector.env.example` says what each variable means. */
export interface Config {
    /** 0: any free port. */
    readonly port: number;
    readonly host: string;
    /** How Quo and browsers reach us, without trailing slash; absent: the address that we listen on. */
    readonly publicUrl?: string | undefined;
    readonly dataDir: string;
    /** Absent: a private PostgreSQL in `dataDir`. */
    readonly databaseUrl?: string | undefined;
    /** 32 bytes, base64. Absent: made in `dataDir`, for the private PostgreSQL only. */
    readonly secretKey?: string | undefined;
    /** What `rotate-key` locks the secrets with. */
    readonly newSecretKey?: string | undefined;
    readonly logLevel: (typeof LOG_LEVELS)[number];
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
    /** Proxies in front of us, whose word on the caller's address counts. */
    readonly trustedProxies: number;
}

/** Guessing it must be hopeless, whatever the speed. */
const SHORTEST_ADMIN_TOKEN = 24;

/**
 * Reads the environment.
 *
 * @throws {CodedError} `CONFIG-VARIABLES`, naming every faulty variable with what was seen and an example
 */
export function readConfig(env: Environment): Config {
    const reader = variableReader(env);
    const databaseUrl = reader.text('DATABASE_URL');
    if (databaseUrl !== undefined && !/^postgres(ql)?:\/\/./.test(databaseUrl))
        reader.fault({
            name: 'DATABASE_URL',
            seen: 'not an address of a PostgreSQL database',
            example: 'postgres://connector:secret@db.example.com:5432/connector'
        });
    const secretKey = readSecretKey(reader, databaseUrl !== undefined);
    const salesforce = readSalesforce(reader);
    const quo = readQuo(reader);
    requireBoth(reader, salesforce.named, quo.named);
    const config: Config = {
        port: reader.wholeNumber('PORT', 3000, { min: 0, max: 65_535, example: '3000' }),
        host: reader.text('HOST') ?? '127.0.0.1',
        publicUrl: reader.address('PUBLIC_URL', reader.text('PUBLIC_URL'), 'https://quo.example.com'),
        dataDir: reader.text('DATA_DIR') ?? './data',
        databaseUrl,
        secretKey,
        newSecretKey: readKey(reader, 'NEW_SECRET_KEY', reader.text('NEW_SECRET_KEY')),
        logLevel: reader.oneOf('LOG_LEVEL', 'info', LOG_LEVELS),
        preferencesFile: reader.text('PREFERENCES_FILE'),
        gatherSeconds: reader.wholeNumber('GATHER_SECONDS', 60, { min: 1, max: 600, example: '60' }),
        salesforce: salesforce.config,
        quo: quo.config,
        quoApiUrl: quo.apiUrl,
        salesforceDefaults: { apiVersion: salesforce.apiVersion, namespace: salesforce.namespace },
        app: readApp(reader),
        adminToken: readAdminToken(reader),
        trustedProxies: reader.wholeNumber('TRUSTED_PROXIES', 0, { min: 0, max: 10, example: '1' })
    };
    if (reader.faults.length > 0) throw new CodedError('CONFIG-VARIABLES', listFaults(reader.faults));
    return config;
}

const KEY_EXAMPLE = 'the output of: openssl rand -base64 32';

function readSecretKey(reader: ReturnType<typeof variableReader>, isRequired: boolean): string | undefined {
    const name = 'SECRET_KEY';
    return readKey(reader, name, isRequired ? reader.required(name, KEY_EXAMPLE) : reader.text(name));
}

function readKey(reader: ReturnType<typeof variableReader>, name: string, key: string | undefined): string | undefined {
    const bytes = key === undefined ? 32 : Buffer.from(key, 'base64').length;
    if (bytes !== 32) reader.fault({ name, seen: `${bytes} bytes in base64 instead of 32`, example: KEY_EXAMPLE });
    return key;
}

function readAdminToken(reader: ReturnType<typeof variableReader>): string | undefined {
    const token = reader.text('ADMIN_TOKEN');
    if (token === undefined || token.length >= SHORTEST_ADMIN_TOKEN) return token;
    const seen = `${token.length} characters instead of at least ${SHORTEST_ADMIN_TOKEN}`;
    reader.fault({ name: 'ADMIN_TOKEN', seen, example: 'the output of: openssl rand -base64 32' });
    return undefined;
}

function readApp(reader: ReturnType<typeof variableReader>): Config['app'] {
    const clientSecret = reader.text('SALESFORCE_APP_CLIENT_SECRET');
    const name = 'SALESFORCE_APP_CLIENT_ID';
    const clientId = clientSecret === undefined ? reader.text(name) : reader.required(name, "the app's consumer key");
    return clientId === undefined ? undefined : { clientId, ...(clientSecret !== undefined && { clientSecret }) };
}

function requireBoth(reader: ReturnType<typeof variableReader>, salesforce: boolean, quo: boolean): void {
    if (salesforce && !quo) reader.required('QUO_API_KEY', 'the key from Quo: Workspace settings → API');
    if (quo && !salesforce)
        reader.required('SALESFORCE_CLIENT_ID', "the consumer key of the org's external client app");
}
