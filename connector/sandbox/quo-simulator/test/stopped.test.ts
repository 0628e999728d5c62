import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createScheduler } from '../sender/scheduler.ts';
import { createSender, type Sender } from '../sender/sender.ts';
import type { Delivery } from '../sender/delivery.ts';
import type { Webhook } from '../world/records.ts';

const WEBHOOK: Webhook = {
    id: 'WH1',
    origin: 'control',
    userId: 'US1',
    label: null,
    status: 'enabled',
    url: 'http://127.0.0.1:1/',
    family: '2026-03-30',
    scheme: 'standard',
    keys: [`whsec_${Buffer.alloc(24, 1).toString('base64')}`],
    events: ['*'],
    resourceIds: ['*'],
    everything: false,
    createdAt: '2026-11-23T15:00:00.000Z',
    updatedAt: '2026-11-23T15:00:00.000Z'
};

/** A sender whose webhook nobody listens at: what it sends would be tried again for a day. */
function sender(): Sender {
    const nobody: typeof fetch = () => Promise.reject(new TypeError('fetch failed'));
    return createSender({ now: () => 0, fetch: nobody, retryScale: () => 1, webhook: () => WEBHOOK });
}

const delivery = (): Delivery => ({
    id: 'msg_1',
    webhookId: WEBHOOK.id,
    eventId: null,
    resourceId: null,
    eventType: 'call.completed',
    body: Buffer.from('{}'),
    createdAt: WEBHOOK.createdAt,
    status: 'pending',
    nextAttemptAt: null,
    attempts: [],
    play: null
});

test('what nobody takes is tried again', async () => {
    const at = sender();
    const one = delivery();
    await at.send(one);
    assert.equal(one.status, 'pending');
    await at.close();
});

test('a sender that was closed tries nothing again, so that nothing keeps its program alive', async () => {
    const at = sender();
    await at.close();
    const one = delivery();
    await at.send(one);
    assert.deepEqual([one.status, one.nextAttemptAt], ['failed', null]);
});

test('a scheduler that was stopped takes nothing more', () => {
    const scheduler = createScheduler();
    assert.equal(
        scheduler.later(0, () => assert.fail('it was run')),
        true
    );
    scheduler.stop();
    assert.equal(
        scheduler.later(0, () => assert.fail('it was run')),
        false
    );
});
