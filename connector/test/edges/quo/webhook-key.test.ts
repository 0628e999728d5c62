import assert from 'node:assert/strict';
import { test, type TestContext } from 'node:test';
import { SUBSCRIBED_EVENTS, subscriptions } from '../../../src/quo/subscriptions.ts';
import { hastyClient, stubQuo, type Answer, type Seen } from './stub-quo.ts';

const URL = 'https://connector.example.com/webhooks/quo/default';
const webhook = { id: '7000001', url: URL, status: 'enabled', events: [...SUBSCRIBED_EVENTS], label: 'Salesforce' };
const isRotation = ({ path }: Seen): boolean => path.endsWith('/rotate');

/** A workspace that has these webhooks, and answers everything else as told. */
async function workspace(t: TestContext, has: readonly object[], answer: (seen: Seen) => Answer | undefined) {
    const quo = await stubQuo(t, (seen) => {
        const said = answer(seen);
        if (said !== undefined) return said;
        if (seen.method === 'GET') return { json: { data: seen.path === '/webhooks' ? has : webhook } };
        return { json: { data: webhook } };
    });
    return { quo, subscriptions: subscriptions(hastyClient(quo.url)) };
}

test('a webhook whose key Quo does not tell is an error that names it, since nothing it sends could be verified', async (t) => {
    for (const data of [{}, { key: null }, { key: '' }]) {
        const { subscriptions } = await workspace(t, [webhook], (seen) =>
            isRotation(seen) ? { json: { data } } : undefined
        );
        await assert.rejects(subscriptions.create({ url: URL, label: 'x' }), {
            note: { code: 'QUO-WEBHOOK-KEY', seen: '7000001' }
        });
        await assert.rejects(subscriptions.rotate('7000001'), { code: 'QUO-WEBHOOK-KEY' });
    }
});

test('a new webhook that comes without its key gets another one, rather than none', async (t) => {
    const { quo, subscriptions } = await workspace(t, [], (seen) =>
        isRotation(seen) ? { json: { data: { key: 'whsec_second' } } } : undefined
    );
    assert.equal((await subscriptions.create({ url: URL, label: 'x' })).key, 'whsec_second');
    assert.equal(quo.seen.filter(isRotation).length, 1);
});

test('one that is off is switched on with everything it should send; one that is right is left as it is', async (t) => {
    const rotated = (seen: Seen): Answer | undefined =>
        isRotation(seen) ? { json: { data: { key: 'k' } } } : undefined;
    const off = await workspace(t, [{ ...webhook, status: 'disabled' }], rotated);
    await off.subscriptions.create({ url: URL, label: 'Renamed' });
    assert.deepEqual(off.quo.seen.find(({ method }) => method === 'PATCH')?.body, {
        ...{ url: URL, label: 'Renamed', events: [...SUBSCRIBED_EVENTS], status: 'enabled' },
        resourceIds: ['*']
    });
    const right = await workspace(t, [webhook], rotated);
    await right.subscriptions.create({ url: URL, label: 'Renamed' });
    assert.equal(
        right.quo.seen.find(({ method }) => method === 'PATCH'),
        undefined
    );
});

test('webhooks that send elsewhere are left alone', async (t) => {
    const elsewhere = { ...webhook, id: '7000009', url: 'https://crm.example.com/quo' };
    const { quo, subscriptions } = await workspace(t, [elsewhere], ({ method, path }) =>
        method === 'POST' && path === '/webhooks' ? { json: { data: { ...webhook, key: 'whsec_ours' } } } : undefined
    );
    assert.equal((await subscriptions.create({ url: URL, label: 'x' })).subscription.id, '7000001');
    assert.ok(quo.seen.every(({ path }) => !path.includes('7000009')));
});

test('a test event that Quo does not name is asked for all the same', async (t) => {
    const { subscriptions } = await workspace(t, [], ({ path }) =>
        path.endsWith('/events/test') ? { json: { accepted: true } } : undefined
    );
    assert.equal(await subscriptions.sendTest('7000001', 'call.completed'), undefined);
});

test('that a webhook is gone already is no reason to fail; that it may not be removed is', async (t) => {
    const gone = await workspace(t, [], ({ method }) => (method === 'DELETE' ? { status: 404 } : undefined));
    await gone.subscriptions.remove('7000001');
    const refused = await workspace(t, [], ({ method }) =>
        method === 'DELETE' ? { status: 403, json: {} } : undefined
    );
    await assert.rejects(refused.subscriptions.remove('7000001'), { code: 'QUO-FORBIDDEN' });
});
