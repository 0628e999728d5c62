import { CodedError } from '../../errors/errors.ts';
import { addWebhookKey, dropOldWebhookKeys, webhookKeys } from './connection-secrets.ts';
import { changeSettings } from './connection-settings.ts';
import type { Heard } from './model.ts';
import { KEYS } from '../../contracts/key-value.ts';
import { lastHeard } from '../../pipeline/webhook-status.ts';
import type { OpenQuo } from '../../contracts/quo/platform.ts';
import type { AppContext } from '../context.ts';

const TEST_TYPE = 'call.completed';
/** After this a test that did not arrive will not. */
const TEST_TAKES = 60_000;

export function webhookUrl({ publicUrl }: Pick<AppContext, 'publicUrl'>, id: string): string {
    return `${publicUrl()}/webhooks/quo/${encodeURIComponent(id)}`;
}

/** Creates the webhook, or takes over the one that already sends here; its key is kept before it is used. */
export async function makeWebhook(context: AppContext, id: string): Promise<void> {
    const { store, connections } = context;
    const { subscriptions } = quoOrFail(context, id);
    const url = webhookUrl(context, id);
    const { subscription, key } = await subscriptions.create({ url, label: 'Quo for Salesforce' });
    await addWebhookKey(store.vault, id, key);
    await rememberWebhook(context, id, subscription.id);
    await connections.refresh();
}

/** For the connection of the environment there is nothing to keep of its workspace but the webhook. */
async function rememberWebhook({ store, connections }: AppContext, id: string, webhookId: string): Promise<void> {
    const organization = await connections.opened(id)?.quo?.subscriptions.organization();
    await changeSettings(store.connections, id, ({ quo }) => ({
        quo: { organizationId: organization?.id ?? '', name: organization?.name, connected: true, ...quo, webhookId }
    }));
}

/** A key that an admin copied from Quo: `whsec_…`, or the base64 key of an older webhook. */
export async function keepWebhookKey({ store, connections }: AppContext, id: string, typed: string): Promise<number> {
    const key = typed.trim();
    const text = key.replace(/^whsec_/, '');
    if (!/^[A-Za-z0-9+/]+={0,2}$/.test(text) || Buffer.from(text, 'base64').length < 16)
        throw new CodedError('WEB-VALUE', `${key.length} characters that are not a base64 key`);
    await addWebhookKey(store.vault, id, key);
    await changeSettings(store.connections, id, () => ({}));
    await connections.refresh();
    return (await webhookKeys(store.vault, id)).length;
}

export async function dropOldKeys({ store, connections }: AppContext, id: string): Promise<void> {
    await dropOldWebhookKeys(store.vault, id);
    await changeSettings(store.connections, id, () => ({}));
    await connections.refresh();
}

export async function sendTest(context: AppContext, id: string): Promise<void> {
    const { subscriptions } = quoOrFail(context, id);
    const url = webhookUrl(context, id);
    const known = context.connections.opened(id)?.settings.quo?.webhookId;
    const webhookId = known ?? (await subscriptions.list()).find((one) => one.url === url)?.id;
    if (webhookId === undefined) throw new CodedError('WEB-WEBHOOK-ABSENT');
    await context.store.memory.set(id, KEYS.webhookTested, context.now().toISOString());
    await subscriptions.sendTest(webhookId, TEST_TYPE);
}

export async function heard({ store }: AppContext, id: string): Promise<Heard> {
    const [{ arrived, refused }, test] = await Promise.all([
        lastHeard(store.memory, id),
        store.memory.get(id, KEYS.webhookTested)
    ]);
    const isWaiting =
        test !== undefined && test.ageMs < TEST_TAKES && (arrived === undefined || arrived.ageMs > test.ageMs);
    const isRefused = refused !== undefined && (arrived === undefined || refused.ageMs < arrived.ageMs);
    return {
        ...(arrived !== undefined && { arrivedMsAgo: arrived.ageMs }),
        ...(isRefused && { refused: refused.note }),
        isWaiting: isWaiting && !(isRefused && refused.ageMs < test.ageMs)
    };
}

function quoOrFail({ connections }: AppContext, id: string): OpenQuo {
    const quo = connections.opened(id)?.quo;
    if (quo === undefined) throw new CodedError('WEB-NOT-WHOLE');
    return quo;
}
