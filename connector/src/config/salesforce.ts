import { createPrivateKey } from 'node:crypto';
import type { VariableReader } from './read-variable.ts';

type SalesforceLogin =
    | { readonly flow: 'client-credentials'; readonly clientId: string; readonly clientSecret: string }
    /** `privateKey` is a PEM text. */
    | {
          readonly flow: 'jwt-bearer';
          readonly clientId: string;
          readonly username: string;
          readonly privateKey: string;
      };

export interface SalesforceConfig {
    /** Without trailing slash. */
    readonly loginUrl: string;
    readonly login: SalesforceLogin;
    /** Of the installed package, without underscores; absent: the fields carry no prefix. */
    readonly namespace?: string | undefined;
    /** `66.0` */
    readonly apiVersion: string;
}

const NAMES = ['CLIENT_ID', 'CLIENT_SECRET', 'USERNAME', 'PRIVATE_KEY'].map((name) => `SALESFORCE_${name}`);
const OLDEST_API_VERSION = 60;

/** @returns `named`: whether the environment speaks of a Salesforce org at all */
export function readSalesforce(reader: VariableReader): {
    readonly named: boolean;
    readonly apiVersion: string;
    readonly namespace?: string | undefined;
    readonly config?: SalesforceConfig;
} {
    const apiVersion = readApiVersion(reader);
    const namespace = readNamespace(reader);
    const named = NAMES.some((name) => reader.text(name) !== undefined);
    const example = 'https://acme.my.salesforce.com';
    const given = named ? reader.required('SALESFORCE_LOGIN_URL', example) : reader.text('SALESFORCE_LOGIN_URL');
    const loginUrl = reader.address('SALESFORCE_LOGIN_URL', given, example);
    const defaults = { named, apiVersion, namespace };
    if (!named) return defaults;
    const login = readLogin(reader);
    return loginUrl === undefined || login === undefined
        ? defaults
        : { ...defaults, config: { loginUrl, login, namespace, apiVersion } };
}

function readLogin(reader: VariableReader): SalesforceLogin | undefined {
    const clientId = reader.required('SALESFORCE_CLIENT_ID', "the consumer key of the org's external client app");
    const clientSecret = reader.text('SALESFORCE_CLIENT_SECRET');
    const username = reader.text('SALESFORCE_USERNAME');
    const hasJwt = username !== undefined || reader.text('SALESFORCE_PRIVATE_KEY') !== undefined;
    if (clientSecret !== undefined && !hasJwt)
        return clientId === undefined ? undefined : { flow: 'client-credentials', clientId, clientSecret };
    if (!hasJwt) {
        reader.fault({
            name: 'SALESFORCE_CLIENT_SECRET',
            seen: 'not set, nor SALESFORCE_USERNAME with SALESFORCE_PRIVATE_KEY',
            example: "the consumer secret of the org's external client app"
        });
        return undefined;
    }
    const name = reader.required('SALESFORCE_USERNAME', 'integration@acme.com');
    const privateKey = readPrivateKey(reader);
    if (clientId === undefined || name === undefined || privateKey === undefined) return undefined;
    return { flow: 'jwt-bearer', clientId, username: name, privateKey };
}

/** Hosts that keep one line a variable write the line ends of a PEM text as `\n`. */
function readPrivateKey(reader: VariableReader): string | undefined {
    const name = 'SALESFORCE_PRIVATE_KEY';
    const example = '"-----BEGIN PRIVATE KEY-----\\nMIIE…\\n-----END PRIVATE KEY-----"';
    const pem = reader.required(name, example)?.replaceAll('\\n', '\n');
    if (pem === undefined) return undefined;
    try {
        if (createPrivateKey(pem).asymmetricKeyType === 'rsa') return pem;
        reader.fault({ name, seen: 'a key that is not RSA', example });
    } catch {
        reader.fault({ name, seen: 'a text that is not a PEM private key', example });
    }
    return undefined;
}

function readApiVersion(reader: VariableReader): string {
    const version = reader.text('SALESFORCE_API_VERSION')?.replace(/^v/, '') ?? '66.0';
    if (/^\d{2,3}\.0$/.test(version) && Number.parseInt(version, 10) >= OLDEST_API_VERSION) return version;
    reader.fault({
        name: 'SALESFORCE_API_VERSION',
        seen: `"${version}" is not a version from ${OLDEST_API_VERSION}.0 on`,
        example: '66.0'
    });
    return '66.0';
}

function readNamespace(reader: VariableReader): string | undefined {
    const namespace = reader.text('SALESFORCE_NAMESPACE');
    if (namespace === undefined || /^[A-Za-z][A-Za-z0-9_]{0,14}$/.test(namespace)) return namespace;
    reader.fault({ name: 'SALESFORCE_NAMESPACE', seen: `"${namespace}" is not a namespace`, example: 'quo' });
    return undefined;
}
