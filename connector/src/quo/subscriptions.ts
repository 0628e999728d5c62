import { z } from 'zod';
import { CodedError } from '../errors/errors.ts';
import type { NewSubscription, Subscription, Subscriptions } from '../contracts/quo/subscriptions.ts';
import type { QuoClient } from './client.ts';
import { dataOf } from './page.ts';
import { QuoError } from './quo-error.ts';
import { key, name, told } from './payloads/scalars.ts';

/** What the connector logs, and what keeps Quo's contacts and ours together. */
export const SUBSCRIBED_EVENTS = [
    'call.ringing',
    'call.menu.selected',
    'call.answered',
    'call.forwarded',
    'call.missed',
    'call.completed',
    'call.recording.completed',
    'call.summary.completed',
    'call.transcript.completed',
    'call.voicemail.completed',
    'message.received',
    'message.delivered',
    'message.failed',
    'message.undelivered',
    'contact.updated',
    'contact.deleted'
] as const;

/** Every inbox, also those made later: which ones are logged is decided here, not in Quo. */
const ALL_INBOXES = ['*'];

const webhook = z.object({
    id: z.union([key, z.number().transform(String)]),
    url: z.string(),
    status: name,
    events: z.array(z.string()),
    label: name,
    apiVersion: name,
    key: name
});

/** The webhooks of one workspace, of version 2026-03-30. */
export function subscriptions(client: QuoClient): Subscriptions {
    return {
        organization: () => organization(client),
        list: async () => (await list(client)).map(subscriptionOf),
        create: (wanted) => create(client, wanted),
        rotate: (id) => rotate(client, id),
        remove: (id) => remove(client, id),
        sendTest: (id, eventType) => sendTest(client, id, eventType)
    };
}

const organisationShape = z.object({ id: key, name, subscriptionStatus: name });

async function organization(client: QuoClient) {
    const { subscriptionStatus, ...rest } = dataOf(
        'GET /organization',
        organisationShape,
        await client.send('GET /organization')
    );
    return told({ ...rest, active: subscriptionStatus === undefined ? undefined : subscriptionStatus === 'active' });
}

type Webhook = z.infer<typeof webhook>;

/** At most fifty, in one answer: this list has no pages. */
async function list(client: QuoClient): Promise<readonly Webhook[]> {
    return dataOf('GET /webhooks', z.array(webhook), await client.send('GET /webhooks'));
}

function subscriptionOf({ id, url, status, events, label }: Webhook): Subscription {
    return told({ id, url, enabled: status !== 'disabled', events, label });
}

/**
 * A webhook that sends to `url`, with its key. One that already sends there is used again, with a new key: Quo tells a
 * key only once, and a second webhook would send everything twice.
 */
async function create(client: QuoClient, wanted: NewSubscription) {
    const existing = (await list(client)).find(({ url }) => url === wanted.url);
    if (existing) return adopt(client, existing, wanted);
    const made = await make(client, wanted);
    // Seen in November 2025: an id was returned for a webhook that did not exist afterwards.
    await verified(client, made.id);
    const key = made.key ?? (await rotate(client, made.id));
    return { subscription: subscriptionOf(made), key };
}

async function make(client: QuoClient, wanted: NewSubscription): Promise<Webhook> {
    const body = { ...bodyOf(wanted), resourceIds: ALL_INBOXES };
    try {
        return dataOf('POST /webhooks', webhook, await client.send('POST /webhooks', { body }));
    } catch (error) {
        // No answer, or an error of the server's: it may have been made all the same.
        const made = isDoubtful(error) ? (await list(client)).find(({ url }) => url === wanted.url) : undefined;
        if (made === undefined) throw error;
        return made;
    }
}

function isDoubtful(error: unknown): boolean {
    return error instanceof CodedError && ['QUO-UNREACHABLE', 'QUO-SERVER', 'QUO-ANSWER'].includes(error.code);
}

async function adopt(client: QuoClient, existing: Webhook, wanted: NewSubscription) {
    const params = { webhookId: existing.id };
    const complete = SUBSCRIBED_EVENTS.every((event) => existing.events.includes(event));
    if (!complete || existing.status === 'disabled') {
        const body = { ...bodyOf(wanted), resourceIds: ALL_INBOXES };
        await client.send('PATCH /webhooks/{webhookId}', { params, body });
    }
    const key = await rotate(client, existing.id);
    return { subscription: subscriptionOf(await verified(client, existing.id)), key };
}

function bodyOf({ url, label }: NewSubscription) {
    return { url, label, events: SUBSCRIBED_EVENTS, status: 'enabled' };
}

async function verified(client: QuoClient, id: string): Promise<Webhook> {
    try {
        const answer = await client.send('GET /webhooks/{webhookId}', { params: { webhookId: id } });
        return dataOf('GET /webhooks/{webhookId}', webhook, answer);
    } catch (error) {
        if (error instanceof QuoError && error.status === 404) throw new CodedError('QUO-WEBHOOK-ABSENT', id);
        throw error;
    }
}

async function rotate(client: QuoClient, id: string): Promise<string> {
    const answer = await client.send('POST /webhooks/{webhookId}/rotate', { params: { webhookId: id } });
    const { key } = dataOf('POST /webhooks/{webhookId}/rotate', z.object({ key: name }), answer);
    if (key === undefined) throw new CodedError('QUO-WEBHOOK-KEY', id);
    return key;
}

async function remove(client: QuoClient, id: string): Promise<void> {
    try {
        await client.send('DELETE /webhooks/{webhookId}', { params: { webhookId: id } });
    } catch (error) {
        if (!(error instanceof QuoError && error.status === 404)) throw error;
    }
}

async function sendTest(client: QuoClient, id: string, eventType: string): Promise<string | undefined> {
    const answer = await client.send('POST /webhooks/{webhookId}/events/test', {
        params: { webhookId: id },
        body: { eventType }
    });
    return z.object({ id: name }).parse(answer).id;
}
