import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Webhook } from 'standardwebhooks';
import { DATED_EVENT_TYPES } from '../events/types.ts';
import { ANSWERED_CALL, data, list, receiver, simulatedQuo, type Json, type SimulatedQuo } from './simulated-quo.ts';

async function subscribed(quo: SimulatedQuo, url: string, more: Json = {}): Promise<Json> {
    const body = { url, events: ['call.completed', 'call.missed'], ...more };
    return data(await quo.api('/webhooks', { method: 'POST', body }));
}
const completed = (quo: SimulatedQuo, key = 'a') =>
    quo.control('POST', '/emit', { type: 'call.completed', of: ANSWERED_CALL, key });

test('the key is told once, when a webhook is made', async (t) => {
    const quo = await simulatedQuo(t);
    const made = await subscribed(quo, 'http://127.0.0.1:1/');
    assert.match(String(made.key), /^whsec_[A-Za-z0-9+/]+=*$/);
    assert.match(String(made.id), /^\d+$/);
    assert.deepEqual(made.resourceIds, ['*']);
    const again = data(await quo.api(`/webhooks/${String(made.id)}`));
    assert.equal('key' in again, false);
    assert.equal(again.apiVersion, '2026-03-30');
});

test('what it was told to send is signed with that key', async (t) => {
    const quo = await simulatedQuo(t, { now: Date.now });
    const hook = await receiver(t);
    const { key } = await subscribed(quo, hook.url);
    await completed(quo);
    const [got] = await hook.until(1);
    new Webhook(String(key)).verify(got?.bytes ?? '', got?.headers as Record<string, string>);
});

test('after a rotation the old key signs as well', async (t) => {
    const quo = await simulatedQuo(t, { now: Date.now });
    const hook = await receiver(t);
    const { key, id } = await subscribed(quo, hook.url);
    const rotated = data(await quo.api(`/webhooks/${String(id)}/rotate`, { method: 'POST' }));
    assert.notEqual(rotated.key, key);
    await completed(quo);
    const [got] = await hook.until(1);
    for (const one of [key, rotated.key]) {
        new Webhook(String(one)).verify(got?.bytes ?? '', got?.headers as Record<string, string>);
    }
});

test('only what was subscribed to is sent, only of the chosen numbers, only while enabled', async (t) => {
    const quo = await simulatedQuo(t);
    const hook = await receiver(t);
    const { id } = await subscribed(quo, hook.url, { resourceIds: ['PNventes02'] });
    const path = `/webhooks/${String(id)}`;
    const sent = async () => ((await completed(quo)).body.deliveries as unknown[]).length;
    assert.equal(await sent(), 0);
    await quo.api(path, { method: 'PATCH', body: { resourceIds: null } });
    assert.equal(await sent(), 1);
    await quo.api(path, { method: 'PATCH', body: { events: ['call.missed'] } });
    assert.equal(await sent(), 0);
    await quo.api(path, { method: 'PATCH', body: { events: ['call.completed'], status: 'disabled' } });
    assert.equal(await sent(), 0);
    assert.equal((await quo.api(path, { method: 'PATCH', body: {} })).status, 400);
    assert.equal((await quo.api(path, { method: 'DELETE' })).status, 204);
    assert.equal((await quo.api(path)).status, 404);
});

test('a workspace has at most fifty webhooks', async (t) => {
    const quo = await simulatedQuo(t);
    for (let i = 0; i < 50; i++) await subscribed(quo, 'http://127.0.0.1:1/');
    const body = { url: 'http://127.0.0.1:1/', events: ['call.completed'] };
    const refused = await quo.api('/webhooks', { method: 'POST', body });
    assert.equal(refused.status, 400);
    assert.equal(refused.body.code, '0303400');
    assert.equal(list(await quo.api('/webhooks')).length, 50);
});

test('a test event is answered bare and delivered signed, with an id that is always the same', async (t) => {
    const quo = await simulatedQuo(t);
    const hook = await receiver(t);
    const { id } = await subscribed(quo, hook.url);
    const ask = (eventType: string) =>
        quo.api(`/webhooks/${String(id)}/events/test`, { method: 'POST', body: { eventType } });
    const first = await ask('call.completed');
    const second = await ask('message.received');
    assert.equal(first.body.id, second.body.id);
    assert.equal(first.body.type, 'call.completed');
    const heard = await hook.until(2);
    assert.match(String(heard[0]?.body.data.context.phoneNumberId), /^PNsample/);
    const [entry] = list(await quo.api(`/webhooks/${String(id)}/events`));
    assert.equal(entry?.eventId, null);
    assert.equal(entry?.resourceId, null);
});

test('every event type has a sample', async (t) => {
    const quo = await simulatedQuo(t);
    const { id } = await subscribed(quo, 'http://127.0.0.1:1/');
    for (const eventType of DATED_EVENT_TYPES) {
        const path = `/webhooks/${String(id)}/events/test`;
        const sample = await quo.api(path, { method: 'POST', body: { eventType } });
        assert.equal(sample.body.type, eventType);
        assert.equal(sample.body.apiVersion, '2026-03-30');
    }
});

test('the log tells each delivery and its attempts; a manual retry has a new webhook-id', async (t) => {
    const quo = await simulatedQuo(t, { retryScale: 1 });
    const hook = await receiver(t, (n) => (n === 0 ? 500 : 200));
    const { id } = await subscribed(quo, hook.url);
    await completed(quo);
    const path = `/webhooks/${String(id)}/events`;
    const [pending] = list(await quo.api(`${path}?status=pending`));
    assert.equal(pending?.eventType, 'call.completed');
    assert.ok(pending?.nextAttemptAt);
    const one = `${path}/${String(pending?.id)}`;
    assert.equal((await quo.api(`${one}/retry`, { method: 'POST' })).status, 202);
    const heard = await hook.until(2);
    assert.notEqual(heard[0]?.headers['webhook-id'], heard[1]?.headers['webhook-id']);
    await t.waitFor(async () => {
        const log = data(await quo.api(one));
        assert.deepEqual(
            (log.attempts as Json[]).map((attempt) => [attempt.responseStatusCode, attempt.triggerType]),
            [
                [500, 'scheduled'],
                [200, 'manual']
            ]
        );
        assert.equal(log.requestBody, heard[0]?.bytes.toString());
    });
});

test('v1 webhooks are listed for their user only, cannot be changed, and are unknown to the dated surface', async (t) => {
    const quo = await simulatedQuo(t);
    const body = { url: 'http://127.0.0.1:1/', events: ['call.completed'], userId: 'USlucb0002' };
    const made = data(await quo.api('/v1/webhooks/calls', { method: 'POST', body }));
    assert.match(String(made.id), /^WH/);
    assert.equal(Buffer.from(String(made.key), 'base64').length, 32);
    assert.equal(list(await quo.api('/v1/webhooks')).length, 0);
    assert.equal(list(await quo.api('/v1/webhooks?userId=USlucb0002')).length, 1);
    assert.equal(list(await quo.api('/webhooks')).length, 0);
    assert.equal((await quo.api(`/v1/webhooks/${String(made.id)}`, { method: 'PATCH', body: {} })).status, 404);
    const wrong = { ...body, events: ['call.answered'] };
    assert.equal((await quo.api('/v1/webhooks/calls', { method: 'POST', body: wrong })).status, 400);
    assert.equal((await quo.api(`/v1/webhooks/${String(made.id)}`, { method: 'DELETE' })).status, 204);
});
