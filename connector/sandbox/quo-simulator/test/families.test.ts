import assert from 'node:assert/strict';
import { test } from 'node:test';
import { signOpenphone } from '../sender/sign.ts';
import { ANSWERED_CALL, receiver, simulatedQuo, type Json } from './simulated-quo.ts';

test('a legacy webhook is signed in milliseconds under one header', async (t) => {
    const quo = await simulatedQuo(t);
    const hook = await receiver(t);
    const key = Buffer.alloc(32, 200).toString('base64');
    await quo.control('POST', '/webhooks', { url: hook.url, key, apiVersion: 'v3' });
    await quo.control('POST', '/emit', { type: 'call.completed', of: ANSWERED_CALL, family: 'v3' });
    const [got] = await hook.until(1);
    const header = String(got?.headers['openphone-signature']);
    const stamp = Number(header.split(';')[2]);
    assert.equal(String(stamp).length, 13);
    assert.equal(header, signOpenphone([key], stamp, got?.bytes ?? Buffer.alloc(0)));
    assert.equal(got?.headers['webhook-id'], undefined);
});

test('given webhooks each get the events of their own family; what nobody wants is counted', async (t) => {
    const quo = await simulatedQuo(t);
    const dated = await receiver(t);
    const v4 = await receiver(t);
    await quo.control('POST', '/webhooks', { url: dated.url });
    await quo.control('POST', '/webhooks', { url: v4.url, apiVersion: 'v4' });
    const scenarios = ['missed', 'v4-outgoing', 'v3-voicemail'];
    const { body } = await quo.control('POST', '/play', { scenarios, wait: true });
    assert.equal(dated.got.length, 3);
    assert.equal(v4.got.length, 2);
    assert.equal(body.unrouted, 2);
});

test('a webhook made through the API gets everything in its own form, as with Quo', async (t) => {
    const quo = await simulatedQuo(t);
    const dated = await receiver(t);
    const v1 = await receiver(t);
    const events = ['call.ringing', 'call.completed'];
    await quo.api('/webhooks', { method: 'POST', body: { url: dated.url, events } });
    await quo.api('/v1/webhooks/calls', { method: 'POST', body: { url: v1.url, events } });
    await quo.control('POST', '/play', { scenarios: ['v4-outgoing'], wait: true });
    const versions = (heard: readonly { body: Json }[]) => heard.map((one) => one.body.apiVersion);
    assert.deepEqual(versions(dated.got), ['2026-03-30', '2026-03-30']);
    assert.deepEqual(versions(v1.got), ['v4', 'v4']);
    assert.equal(dated.got[0]?.body.id, v1.got[0]?.body.id);
});

test('a given webhook that wants everything hears other families’ events in its own form', async (t) => {
    const quo = await simulatedQuo(t);
    const hook = await receiver(t);
    await quo.control('POST', '/webhooks', { url: hook.url, everything: true });
    await quo.control('POST', '/play', { scenarios: ['v3-voicemail'], wait: true });
    assert.deepEqual(
        hook.got.map((one) => one.body.apiVersion),
        ['2026-03-30', '2026-03-30']
    );
});

test('a short form that names nobody is refused, and says whom it meant', async (t) => {
    const quo = await simulatedQuo(t);
    const of = { ...ANSWERED_CALL, who: ['nobody-of-that-name'] };
    const { status, body } = await quo.control('POST', '/emit', { type: 'call.completed', of });
    assert.equal(status, 400);
    assert.match(JSON.stringify(body), /nobody-of-that-name/);
    const unknown = await quo.control('POST', '/play', { scenarios: ['no-such-scenario'] });
    assert.equal(unknown.status, 400);
    assert.match(JSON.stringify(unknown.body), /Known ones: /);
});

test('a body of your own is sent as it is, signed, to the webhook that is meant', async (t) => {
    const quo = await simulatedQuo(t);
    const hook = await receiver(t);
    const { body } = await quo.control('POST', '/webhooks', { url: hook.url });
    await quo.control('POST', '/emit', { raw: 'not JSON at all', webhook: body.id });
    await quo.control('POST', '/emit', { raw: { apiVersion: '2026-03-30', type: 'future.event', id: 'EV1' } });
    const heard = await hook.until(2);
    assert.equal(heard[0]?.bytes.toString(), 'not JSON at all');
    assert.equal(heard[1]?.body.type, 'future.event');
    assert.equal((await quo.control('POST', '/emit', { raw: {}, webhook: 'none' })).status, 400);
});

test('a reset empties the workspace, and keeps the webhooks when asked to', async (t) => {
    const quo = await simulatedQuo(t);
    const hook = await receiver(t);
    await quo.control('POST', '/webhooks', { url: hook.url });
    await quo.control('POST', '/play', { scenarios: ['missed'], wait: true });
    await quo.control('POST', '/reset', { keepWebhooks: true });
    assert.deepEqual((await quo.api('/calls')).body.data, []);
    const webhooks = async () => ((await quo.control('GET', '/webhooks')).body.webhooks as unknown[]).length;
    assert.equal(await webhooks(), 1);
    await quo.control('POST', '/reset');
    assert.equal(await webhooks(), 0);
});
