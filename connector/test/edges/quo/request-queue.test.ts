import assert from 'node:assert/strict';
import { test, type TestContext } from 'node:test';
import { setImmediate as settled } from 'node:timers/promises';
import { requestQueue, type Lane } from '../../../src/quo/request-queue.ts';

const STEP_MS = 10;

/** A clock that stands until the test lets it run. */
function standingClock(t: TestContext) {
    t.mock.timers.enable({ apis: ['Date', 'setTimeout', 'setInterval'], now: Date.UTC(2026, 10, 20) });
    return {
        /** What is due on the way happens at its own moment. */
        run: async (ms: number): Promise<void> => {
            await settled();
            for (let passed = 0; passed < ms; passed += STEP_MS) {
                t.mock.timers.tick(STEP_MS);
                await settled();
            }
        }
    };
}

test('no second sees more than its budget, wherever it begins', async (t) => {
    const clock = standingClock(t);
    const all = requestQueue(9);
    const starts: number[] = [];
    const runs = Array.from({ length: 20 }, () => all.run('just-in-time', async () => void starts.push(Date.now())));
    await clock.run(2_500);
    await Promise.all(runs);
    for (let i = 9; i < starts.length; i += 1) {
        const ms = starts[i]! - starts[i - 9]!;
        assert.ok(ms >= 1_000, `${ms} ms for ten starts`);
        assert.ok(ms < 1_000 + 2 * STEP_MS, `a place was free for ${ms - 1_000} ms`);
    }
});

test('what waits starts by lane: contacts while it rings, then other contacts, then calls, then the full run', async (t) => {
    const clock = standingClock(t);
    const all = requestQueue(4);
    const order: Lane[] = [];
    const note = (lane: Lane) => all.run(lane, async () => void order.push(lane));
    const first = Array.from({ length: 4 }, () => note('just-in-time'));
    await Promise.all(first);
    order.length = 0;
    const rest = Promise.all([note('full'), note('calls'), note('just-in-time'), note('ringing'), note('calls')]);
    await settled();
    assert.deepEqual(order, [], 'the second is used up');
    await clock.run(2_000);
    await rest;
    assert.deepEqual(order, ['ringing', 'just-in-time', 'calls', 'calls', 'full']);
});

test('a full run under way leaves room for an urgent request at once', async (t) => {
    const clock = standingClock(t);
    const all = requestQueue(9);
    const started: Lane[] = [];
    const run = (lane: Lane) => void all.run(lane, async () => void started.push(lane));
    for (let n = 0; n < 40; n += 1) run('full');
    for (let urgent = 0; urgent < 4; urgent += 1) {
        await clock.run(1_110);
        run('just-in-time');
        await settled();
        assert.equal(started.at(-1), 'just-in-time');
    }
    assert.ok(started.filter((lane) => lane === 'full').length > 4 * 7, 'the full run went on meanwhile');
});

test('nothing starts while Quo says that the second is spent', async (t) => {
    const clock = standingClock(t);
    const all = requestQueue(100);
    all.holdFor(150);
    let started = false;
    const run = all.run('calls', async () => void (started = true));
    await clock.run(140);
    assert.equal(started, false);
    await clock.run(STEP_MS);
    await run;
});
