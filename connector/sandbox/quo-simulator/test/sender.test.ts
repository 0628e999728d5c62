import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Webhook } from 'standardwebhooks';
import fc from 'fast-check';
import { seededRandom } from 'sandbox-day/random.ts';
import { Disorder, drawFate } from '../control/disorder.ts';
import { ANSWERED_CALL, receiver, simulatedQuo, type Json, type SimulatedQuo } from './simulated-quo.ts';

const play = async (quo: SimulatedQuo, more: Json = {}): Promise<Json> => {
    const body = { scenarios: ['incoming-answered', 'missed-with-voicemail'], wait: true, ...more };
    return (await quo.control('POST', '/play', body)).body;
};
const types = (heard: readonly { body: { type: string } }[]): string[] => heard.map((one) => one.body.type);

test('a delivery that is refused comes again under the same id with a fresh signature, until it is accepted', async (t) => {
    const quo = await simulatedQuo(t, { now: Date.now, retryScale: 0.000_01 });
    const hook = await receiver(t, (n) => (n < 3 ? 503 : 204));
    const key = `whsec_${Buffer.alloc(24, 1).toString('base64')}`;
    await quo.control('POST', '/webhooks', { url: hook.url, key });
    await quo.control('POST', '/emit', { type: 'call.completed', of: ANSWERED_CALL });
    const heard = await hook.until(4);
    assert.equal(new Set(heard.map((one) => one.headers['webhook-id'])).size, 1);
    for (const one of heard) new Webhook(key).verify(one.bytes, one.headers as Record<string, string>);
});

test('a delivery fails for good after eight attempts', async (t) => {
    const quo = await simulatedQuo(t, { now: Date.now, retryScale: 0.000_001 });
    const hook = await receiver(t, () => 500);
    const made = await quo.control('POST', '/webhooks', { url: hook.url });
    await quo.control('POST', '/emit', { type: 'call.completed', of: ANSWERED_CALL });
    await hook.until(8);
    const headers = { authorization: 'sandbox-key', 'quo-api-version': '2026-03-30' };
    await t.waitFor(async () => {
        const log = await fetch(`${quo.url}/webhooks/${String(made.body.id)}/events?status=failed`, { headers });
        const { data } = (await log.json()) as { data: Json[] };
        assert.equal(data.length, 1);
        assert.equal(data[0]?.nextAttemptAt, null);
    });
    assert.equal(hook.got.length, 8);
});

test('nobody listening counts as no answer', async (t) => {
    const quo = await simulatedQuo(t, { retryScale: 1 });
    await quo.control('POST', '/webhooks', { url: 'http://127.0.0.1:1/' });
    const { body } = await quo.control('POST', '/emit', { type: 'call.completed', of: ANSWERED_CALL });
    const [delivery] = body.deliveries as Json[];
    assert.equal(delivery?.status, 'pending');
    assert.equal((delivery?.attempts as Json[])[0]?.responseStatusCode, 0);
});

test('without accidents a play is told in order, each once, and all is acknowledged', async (t) => {
    const quo = await simulatedQuo(t);
    const hook = await receiver(t);
    await quo.control('POST', '/webhooks', { url: hook.url });
    const progress = await play(quo);
    assert.deepEqual(types(hook.got), [
        'call.ringing',
        'call.answered',
        'call.completed',
        'call.recording.completed',
        'call.summary.completed',
        'call.ringing',
        'call.missed',
        'call.completed',
        'call.voicemail.completed'
    ]);
    assert.equal(progress.state, 'done');
    assert.deepEqual([progress.sent, progress.acknowledged, progress.pending], [9, 9, 0]);
});

test('a shuffled play tells the same in another order, the same for the same seed', async (t) => {
    const orders: string[][] = [];
    for (const seed of [3, 3, 4]) {
        const quo = await simulatedQuo(t);
        const hook = await receiver(t);
        await quo.control('POST', '/webhooks', { url: hook.url });
        await play(quo, { shuffle: true, seed, from: '2026-11-23T14:00:00Z' });
        orders.push(types(hook.got));
    }
    assert.deepEqual(orders[0], orders[1]);
    assert.notDeepEqual(orders[0], orders[2]);
    assert.deepEqual(orders[0]?.toSorted(), orders[2]?.toSorted());
});

test('a play that is played again tells of the same calls under new webhook-ids', async (t) => {
    const quo = await simulatedQuo(t);
    const hook = await receiver(t);
    await quo.control('POST', '/webhooks', { url: hook.url });
    const from = '2026-11-23T14:00:00Z';
    await play(quo, { from });
    await play(quo, { from });
    const [first, second] = [hook.got.slice(0, 9), hook.got.slice(9)];
    assert.deepEqual(
        first.map((one) => one.body.id),
        second.map((one) => one.body.id)
    );
    const ids = new Set(hook.got.map((one) => one.headers['webhook-id']));
    assert.equal(ids.size, 18);
});

test('what is dropped is known to the API and told to nobody', async (t) => {
    const quo = await simulatedQuo(t);
    const hook = await receiver(t);
    await quo.control('POST', '/webhooks', { url: hook.url });
    const progress = await play(quo, { drop: 1 });
    assert.equal(hook.got.length, 0);
    assert.equal((progress.dropped as unknown[]).length, 9);
    const calls = await quo.api('/calls');
    assert.deepEqual(
        (calls.body.data as Json[]).map((call) => call.status),
        ['missed', 'completed']
    );
});

test('what is repeated comes twice under one webhook-id', async (t) => {
    const quo = await simulatedQuo(t);
    const hook = await receiver(t);
    await quo.control('POST', '/webhooks', { url: hook.url });
    await play(quo, { repeat: 1, scenarios: ['abandoned'] });
    const heard = await hook.until(4);
    assert.equal(new Set(heard.map((one) => one.headers['webhook-id'])).size, 2);
});

for (const spoil of ['signature', 'body', 'stale', 'unsigned']) {
    test(`a delivery whose ${spoil} is spoiled fails its check, and is right when it is tried again`, async (t) => {
        const quo = await simulatedQuo(t, { now: Date.now, retryScale: 0.000_01 });
        const key = `whsec_${Buffer.alloc(24, 1).toString('base64')}`;
        const hook = await receiver(t, (n) => (n === 0 ? 401 : 200));
        await quo.control('POST', '/webhooks', { url: hook.url, key });
        await quo.control('POST', '/emit', { type: 'call.completed', of: ANSWERED_CALL, spoil });
        const [bad, good] = await hook.until(2);
        const check = (one: typeof bad) =>
            new Webhook(key).verify(one?.bytes ?? '', one?.headers as Record<string, string>);
        assert.throws(() => check(bad));
        check(good);
    });
}

test('a play can be stopped, and one at a time is enough', async (t) => {
    const quo = await simulatedQuo(t, { now: Date.now });
    const hook = await receiver(t);
    await quo.control('POST', '/webhooks', { url: hook.url });
    const started = await quo.control('POST', '/play', { scenarios: ['incoming-answered'], seconds: 3_600 });
    assert.equal(started.status, 202);
    await hook.until(1);
    assert.equal((await quo.control('POST', '/play', { scenarios: ['missed'] })).status, 409);
    assert.equal((await quo.control('DELETE', '/play')).status, 204);
    assert.equal((await quo.control('GET', '/play')).body.state, 'stopped');
    assert.equal((await quo.control('POST', '/play', { scenarios: ['missed'], wait: true })).status, 200);
});

test('one share does not move the dice of another', () => {
    fc.assert(
        fc.property(fc.integer(), fc.double({ min: 0, max: 1, noNaN: true }), (seed, repeat) => {
            const dropped = (given: Json): boolean[] => {
                const random = seededRandom(seed);
                const disorder = Disorder.parse({ drop: 0.3, shuffle: 100, ...given });
                return Array.from({ length: 20 }, () => drawFate(disorder, random).dropped);
            };
            assert.deepEqual(dropped({}), dropped({ repeat, corrupt: repeat, delay: { share: repeat, ms: 50 } }));
        })
    );
});
