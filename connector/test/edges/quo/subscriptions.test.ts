import assert from 'node:assert/strict';
import { test } from 'node:test';
import { SUBSCRIBED_EVENTS, subscriptions } from '../../../src/quo/subscriptions.ts';
import { hastyClient, stubQuo, type Answer, type Seen } from './stub-quo.ts';

const URL = 'https://connector.example.com/webhooks/quo/default';
const webhook = { id: '7000001', url: URL, status: 'enabled', events: [...SUBSCRIBED_EVENTS], label: 'Salesforce' };

async function managing(t: Parameters<typeof stubQuo>[0], answer: (seen: Seen) => Answer) {
    const quo = await stubQuo(t, answer);
    return { quo, subscriptions: subscriptions(hastyClient(quo.url)) };
}
const asked = (seen: readonly Seen[]) => seen.map(({ method, path }) => `${method} ${path.replace(/\?.*/, '')}`);

test('a good key says whose workspace it is', async (t) => {
    const { subscriptions } = await managing(t, () => ({
        json: { data: { id: 'OR1', name: 'Érablière', subscriptionStatus: 'expired' } }
    }));
    assert.deepEqual(await subscriptions.organization(), { id: 'OR1', name: 'Érablière', active: false });
});

test('a webhook is made for every inbox, looked for afterwards, and its key returned', async (t) => {
    const { quo, subscriptions } = await managing(t, ({ method, path }) => {
        if (method === 'POST') return { status: 201, json: { data: { ...webhook, key: 'whsec_abc' } } };
        return { json: { data: path.startsWith('/webhooks/') ? webhook : [] } };
    });
    const made = await subscriptions.create({ url: URL, label: 'Salesforce' });
    assert.equal(made.key, 'whsec_abc');
    assert.deepEqual(made.subscription, {
        id: '7000001',
        url: URL,
        enabled: true,
        events: [...SUBSCRIBED_EVENTS],
        label: 'Salesforce'
    });
    assert.deepEqual(asked(quo.seen), ['GET /webhooks', 'POST /webhooks', 'GET /webhooks/7000001']);
    assert.deepEqual(quo.seen[1]?.body, {
        url: URL,
        label: 'Salesforce',
        events: [...SUBSCRIBED_EVENTS],
        status: 'enabled',
        resourceIds: ['*']
    });
});

test('one that Quo confirmed and does not have is an error that says so', async (t) => {
    const { subscriptions } = await managing(t, ({ method, path }) => {
        if (method === 'POST') return { status: 201, json: { data: { ...webhook, key: 'whsec_abc' } } };
        return path.startsWith('/webhooks/') ? { status: 404 } : { json: { data: [] } };
    });
    await assert.rejects(subscriptions.create({ url: URL, label: 'x' }), { code: 'QUO-WEBHOOK-ABSENT' });
});

test('one that already sends here is used again, completed, with a new key', async (t) => {
    const { quo, subscriptions } = await managing(t, ({ method, path }) => {
        if (path.endsWith('/rotate')) return { json: { data: { key: 'whsec_new' } } };
        if (method === 'PATCH' || path.startsWith('/webhooks/')) return { json: { data: webhook } };
        return { json: { data: [{ ...webhook, events: ['call.completed'] }] } };
    });
    const made = await subscriptions.create({ url: URL, label: 'x' });
    assert.equal(made.key, 'whsec_new');
    assert.deepEqual(asked(quo.seen), [
        'GET /webhooks',
        'PATCH /webhooks/7000001',
        'POST /webhooks/7000001/rotate',
        'GET /webhooks/7000001'
    ]);
});

test('one that was made although no answer came is found again, and given a key', async (t) => {
    let made = false;
    const { subscriptions } = await managing(t, ({ method, path }) => {
        if (path.endsWith('/rotate')) return { json: { data: { key: 'whsec_new' } } };
        if (method === 'POST') {
            made = true;
            return { status: 502 };
        }
        return { json: { data: path.startsWith('/webhooks/') ? webhook : made ? [webhook] : [] } };
    });
    assert.equal((await subscriptions.create({ url: URL, label: 'x' })).key, 'whsec_new');
});

test('a refusal is passed on as it is', async (t) => {
    const { subscriptions } = await managing(t, ({ method }) =>
        method === 'POST' ? { status: 403, json: { message: 'admins only' } } : { json: { data: [] } }
    );
    await assert.rejects(subscriptions.create({ url: URL, label: 'x' }), { code: 'QUO-FORBIDDEN' });
});

test('removing twice is removing once; a test event is asked for by type', async (t) => {
    const { quo, subscriptions } = await managing(t, ({ method }) =>
        method === 'DELETE' ? { status: 404 } : { json: { id: 'EVsample', type: 'call.completed' } }
    );
    await subscriptions.remove('7000001');
    assert.equal(await subscriptions.sendTest('7000001', 'call.completed'), 'EVsample');
    assert.deepEqual(quo.seen[1]?.body, { eventType: 'call.completed' });
});
