import { z } from 'zod';
import type { Vault } from '../../contracts/store.ts';

/** Names of the vault's secrets of a connection; the tokens of Salesforce are the Salesforce edge's own. */
const QUO_KEY = 'quo-api-key';
const WEBHOOK_KEYS = 'quo-webhook-keys';
const APP_SECRET = 'salesforce-app-secret';

/** Secrets that belong to no connection. */
const DEPLOYMENT = 'connector';
const APP = 'salesforce-app';

/** A webhook of Quo's rotates its key in a moment; deliveries signed before arrive for a while. */
const KEYS_AT_MOST = 8;

const Keys = z.array(z.string());
const App = z.object({ clientId: z.string(), clientSecret: z.string().optional() });

/** The external client app, as it was typed in the console. */
export type App = z.infer<typeof App>;

export const quoKey = (vault: Vault, id: string): Promise<string | undefined> => vault.read(id, QUO_KEY);

export const keepQuoKey = (vault: Vault, id: string, key: string): Promise<void> => vault.write(id, QUO_KEY, key);

export const appSecret = (vault: Vault, id: string): Promise<string | undefined> => vault.read(id, APP_SECRET);

export const keepAppSecret = (vault: Vault, id: string, secret: string): Promise<void> =>
    vault.write(id, APP_SECRET, secret);

export const eraseQuo = async (vault: Vault, id: string): Promise<void> => {
    await vault.erase(id, QUO_KEY);
    await vault.erase(id, WEBHOOK_KEYS);
};

/** Keys that deliveries may be signed with, the newest first. */
export async function webhookKeys(vault: Vault, id: string): Promise<readonly string[]> {
    return parsed(Keys, await vault.read(id, WEBHOOK_KEYS)) ?? [];
}

/** A further key, beside those that are known: what was signed with an older one is still on its way. */
export async function addWebhookKey(vault: Vault, id: string, key: string): Promise<void> {
    await vault.exchange(id, WEBHOOK_KEYS, async (current) => {
        const known = parsed(Keys, current) ?? [];
        return JSON.stringify([key, ...known.filter((one) => one !== key)].slice(0, KEYS_AT_MOST));
    });
}

/** All but the newest key. @returns how many are left */
export async function dropOldWebhookKeys(vault: Vault, id: string): Promise<number> {
    const kept = await vault.exchange(id, WEBHOOK_KEYS, async (current) =>
        JSON.stringify((parsed(Keys, current) ?? []).slice(0, 1))
    );
    return (parsed(Keys, kept) ?? []).length;
}

export async function typedApp(vault: Vault): Promise<App | undefined> {
    return parsed(App, await vault.read(DEPLOYMENT, APP));
}

export async function keepApp(vault: Vault, app: App): Promise<void> {
    await vault.write(DEPLOYMENT, APP, JSON.stringify(app));
}

function parsed<T>(schema: z.ZodType<T>, secret: string | undefined): T | undefined {
    if (secret === undefined) return undefined;
    try {
        return schema.parse(JSON.parse(secret));
    } catch {
        return undefined;
    }
}
