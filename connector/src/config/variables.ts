import { createPrivateKey } from 'node:crypto';
import { z } from 'zod';
import { addressFault, listenAddress, listenFault } from './address.ts';
import { ownersFault, readOwners } from './owners.ts';

const LOG_LEVELS = ['silent', 'error', 'warn', 'info', 'debug'] as const;
/** Guessing it must be hopeless, whatever the speed. */
const SHORTEST_ADMIN_TOKEN = 24;
const OLDEST_API_VERSION = 60;
const KEY_EXAMPLE = 'the output of: openssl rand -base64 32';

const text = z.string();
/** A text of which `faultOf` says what is wrong; that of a secret must not repeat it. */
const checked = (faultOf: (value: string) => string | undefined): z.ZodString =>
    text.check((context) => {
        const message = faultOf(context.value);
        if (message !== undefined) context.issues.push({ code: 'custom', message, input: context.value });
    });
const address = checked(addressFault).transform((value) => value.replace(/\/+$/, ''));
const key = checked((value) => {
    const bytes = Buffer.from(value, 'base64').length;
    return bytes === 32 ? undefined : `${bytes} bytes in base64 instead of 32`;
});
const wholeNumber = (min: number, max: number) =>
    checked((value) => {
        const isInRange = /^\d+$/.test(value) && Number(value) >= min && Number(value) <= max;
        return isInRange ? undefined : `"${value}" is not a whole number from ${min} to ${max}`;
    }).transform(Number);
/** With what would be right, told beside a fault. */
const like = <S extends z.ZodType>(schema: S, example: string): S => schema.meta({ example });

/** Every variable; `connector.env.example` says what each means. */
export const VARIABLES = {
    PORT: like(wholeNumber(0, 65_535).default(3000), '3000'),
    HOST: like(text.default('127.0.0.1'), '127.0.0.1'),
    OPS_ADDRESS: like(checked(listenFault).transform(listenAddress).optional(), '127.0.0.1:9464'),
    PUBLIC_URL: like(address.optional(), 'https://quo.example.com'),
    TRUSTED_PROXIES: like(wholeNumber(0, 10).default(0), '1'),
    ADMIN_TOKEN: like(checked(adminTokenFault).optional(), KEY_EXAMPLE),
    OWNERS: like(checked(ownersFault).transform(readOwners).default([]), '00D5e000000AbCdEAK/marie@acme.com'),
    DATA_DIR: like(text.default('./data'), './data'),
    DATABASE_URL: like(
        checked((value) =>
            /^postgres(ql)?:\/\/./.test(value) ? undefined : 'not an address of a PostgreSQL database'
        ).optional(),
        'postgres://connector:secret@db.example.com:5432/connector'
    ),
    SECRET_KEY: like(key.optional(), KEY_EXAMPLE),
    NEW_SECRET_KEY: like(key.optional(), KEY_EXAMPLE),
    LOG_LEVEL: like(
        z
            .enum(LOG_LEVELS, { error: ({ input }) => `"${String(input)}" is none of ${LOG_LEVELS.join(', ')}` })
            .default('info'),
        'info'
    ),
    GATHER_SECONDS: like(wholeNumber(1, 600).default(60), '60'),
    PREFERENCES_FILE: like(text.optional(), 'preferences.json'),
    SALESFORCE_APP_CLIENT_ID: like(text.optional(), "the app's consumer key"),
    SALESFORCE_APP_CLIENT_SECRET: like(text.optional(), "the app's consumer secret"),
    SALESFORCE_LOGIN_URL: like(address.optional(), 'https://acme.my.salesforce.com'),
    SALESFORCE_CLIENT_ID: like(text.optional(), "the consumer key of the org's external client app"),
    SALESFORCE_CLIENT_SECRET: like(text.optional(), "the consumer secret of the org's external client app"),
    SALESFORCE_USERNAME: like(text.optional(), 'integration@acme.com'),
    /** Hosts that keep one line a variable write the line ends of a PEM text as `\n`. */
    SALESFORCE_PRIVATE_KEY: like(
        text
            .transform((pem) => pem.replaceAll('\\n', '\n'))
            .pipe(checked(privateKeyFault))
            .optional(),
        '"-----BEGIN PRIVATE KEY-----\\nMIIE…\\n-----END PRIVATE KEY-----"'
    ),
    SALESFORCE_NAMESPACE: like(
        checked((value) =>
            /^[A-Za-z][A-Za-z0-9_]{0,14}$/.test(value) ? undefined : `"${value}" is not a namespace`
        ).optional(),
        'quo'
    ),
    SALESFORCE_API_VERSION: like(
        text
            .transform((version) => version.replace(/^v/, ''))
            .pipe(checked(apiVersionFault))
            .default('66.0'),
        '66.0'
    ),
    QUO_API_URL: like(address.default('https://api.quo.com'), 'https://api.quo.com'),
    QUO_API_KEY: like(text.optional(), 'the key from Quo: Workspace settings → API'),
    QUO_WEBHOOK_KEYS: like(
        text.transform(listed).superRefine(refuseBadKeys).optional(),
        'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw'
    )
};

export type VariableName = keyof typeof VARIABLES;

function adminTokenFault({ length }: string): string | undefined {
    return length >= SHORTEST_ADMIN_TOKEN
        ? undefined
        : `${length} characters instead of at least ${SHORTEST_ADMIN_TOKEN}`;
}

function privateKeyFault(pem: string): string | undefined {
    try {
        return createPrivateKey(pem).asymmetricKeyType === 'rsa' ? undefined : 'a key that is not RSA';
    } catch {
        return 'a text that is not a PEM private key';
    }
}

function apiVersionFault(version: string): string | undefined {
    const isKnown = /^\d{2,3}\.0$/.test(version) && Number.parseInt(version, 10) >= OLDEST_API_VERSION;
    return isKnown ? undefined : `"${version}" is not a version from ${OLDEST_API_VERSION}.0 on`;
}

function listed(value: string): readonly string[] {
    return value
        .split(',')
        .map((one) => one.trim())
        .filter((one) => one !== '');
}

function refuseBadKeys(keys: readonly string[], context: z.RefinementCtx): void {
    const faulty = keys.findIndex((one) => !isWebhookKey(one));
    if (faulty >= 0) context.addIssue({ code: 'custom', message: `key ${faulty + 1} of ${keys.length} is not base64` });
}

function isWebhookKey(webhookKey: string): boolean {
    const base64 = webhookKey.replace(/^whsec_/, '');
    return /^[A-Za-z0-9+/]+={0,2}$/.test(base64) && Buffer.from(base64, 'base64').length >= 16;
}
