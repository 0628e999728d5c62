import type { VariableReader } from './read-variable.ts';

export interface QuoConfig {
    /** Without trailing slash. */
    readonly apiUrl: string;
    readonly apiKey: string;
    /** `whsec_…` keys and legacy base64 keys; a delivery may be signed with any of them. */
    readonly webhookKeys: readonly string[];
}

const NAMES = ['QUO_API_KEY', 'QUO_WEBHOOK_KEYS'];

/** @returns `named`: whether the environment speaks of a Quo workspace at all */
export function readQuo(reader: VariableReader): {
    readonly named: boolean;
    readonly apiUrl: string;
    readonly config?: QuoConfig;
} {
    const apiUrl =
        reader.address('QUO_API_URL', reader.text('QUO_API_URL'), 'https://api.quo.com') ?? 'https://api.quo.com';
    if (!NAMES.some((name) => reader.text(name) !== undefined)) return { named: false, apiUrl };
    const apiKey = reader.required('QUO_API_KEY', 'the key from Quo: Workspace settings → API');
    const webhookKeys = readWebhookKeys(reader);
    if (apiKey === undefined || webhookKeys === undefined) return { named: true, apiUrl };
    return { named: true, apiUrl, config: { apiUrl, apiKey, webhookKeys } };
}

function readWebhookKeys(reader: VariableReader): readonly string[] | undefined {
    const name = 'QUO_WEBHOOK_KEYS';
    const example = 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw';
    const keys = reader
        .required(name, example)
        ?.split(',')
        .map((key) => key.trim())
        .filter((key) => key !== '');
    const faulty = keys?.findIndex((key) => !isKey(key)) ?? -1;
    if (faulty >= 0) reader.fault({ name, seen: `key ${faulty + 1} of ${keys?.length} is not base64`, example });
    return keys;
}

function isKey(key: string): boolean {
    const text = key.replace(/^whsec_/, '');
    return /^[A-Za-z0-9+/]+={0,2}$/.test(text) && Buffer.from(text, 'base64').length >= 16;
}
