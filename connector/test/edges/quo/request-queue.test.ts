import assert from 'node:assert/strict';
import { test } from 'node:test';
import { requestQueue, type Lane } from '../../../src/quo/request-queue.ts';

test('no second sees more than its budget, wherever it begins', async () => {
    const all = requestQueue(9);
    const starts: number[] = [];
    await Promise.all(
        Array.from({ length: 20 }, () => all.run('calls', async () => void starts.push(performance.now())))
    );
    starts.sort((a, b) => a - b);
    for (let i = 9; i < starts.length; i += 1) {
        assert.ok(starts[i]! - starts[i - 9]! > 950, `${starts[i]! - starts[i - 9]!} ms for ten starts`);
    }
});

test('what waits starts by lane: contacts while it rings, then other contacts, then calls, then the full run', async () => {
    const all = requestQueue(4);
    const order: Lane[] = [];
    const note = (lane: Lane) => all.run(lane, async () => void order.push(lane));
    const first = Array.from({ length: 4 }, () => note('just-in-time'));
    await Promise.all(first);
    order.length = 0;
    await Promise.all([note('full'), note('calls'), note('just-in-time'), note('ringing'), note('calls')]);
    assert.deepEqual(order, ['ringing', 'just-in-time', 'calls', 'calls', 'full']);
});

test('a full run under way leaves room for an urgent request at once', async () => {
    const all = requestQueue(9);
    const stop = new AbortController();
    const full = Array.from({ length: 40 }, () =>
        all.run('full', async () => undefined, stop.signal).catch(() => undefined)
    );
    await new Promise((resolve) => setTimeout(resolve, 1_100));
    const asked = performance.now();
    await all.run('just-in-time', async () => undefined);
    const waited = performance.now() - asked;
    stop.abort();
    await Promise.all(full);
    assert.ok(waited < 200, `${waited} ms`);
});

test('nothing starts while Quo says that the second is spent', async () => {
    const all = requestQueue(100);
    all.holdFor(150);
    const asked = performance.now();
    await all.run('calls', async () => undefined);
    assert.ok(performance.now() - asked >= 140);
});
