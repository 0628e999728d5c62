import assert from 'node:assert/strict';
import { test, type TestContext } from 'node:test';
import { setImmediate as settled } from 'node:timers/promises';
import { requestQueue, type Lane, type RequestQueue } from '../../../src/quo/request-queue.ts';

/** What is left of Quo's ten when one is left for clocks that differ. */
const PER_SECOND = 9;
const ANSWER_MS = 300;
const STEP_MS = 5;

interface Start {
    readonly lane: Lane;
    readonly atMs: number;
}

/** A queue whose clock moves only when the test says so. */
function atRest(t: TestContext) {
    t.mock.timers.enable({ apis: ['Date', 'setTimeout', 'setInterval'] });
    const starts: Start[] = [];
    const waits: { readonly lane: Lane; readonly ms: number }[] = [];
    const queue = requestQueue(PER_SECOND, { onStart: (lane, ms) => waits.push({ lane, ms }) });
    return {
        starts,
        waits,
        ask: (lane: Lane, answerMs = ANSWER_MS) => ask(queue, starts, lane, answerMs),
        async pass(ms: number) {
            for (let passed = 0; passed < ms; passed += STEP_MS) {
                await settled();
                t.mock.timers.tick(STEP_MS);
            }
            await settled();
        }
    };
}

function ask(queue: RequestQueue, starts: Start[], lane: Lane, answerMs: number): Promise<void> {
    return queue.run(lane, () => {
        starts.push({ lane, atMs: Date.now() });
        return new Promise<void>((answer) => setTimeout(answer, answerMs));
    });
}

test('five callers at once go before a thousand questions at leisure, each within a second', async (t) => {
    const it = atRest(t);
    const questions = Array.from({ length: 1_000 }, () => it.ask('calls'));
    await it.pass(3_000);
    const rangAt = Date.now();
    for (let n = 0; n < 5; n += 1) void it.ask('ringing');
    await it.pass(1_000);
    const rang = it.starts.filter(({ lane }) => lane === 'ringing').map(({ atMs }) => atMs - rangAt);
    assert.equal(rang.length, 5);
    assert.ok(Math.max(...rang) + ANSWER_MS <= 1_000, `after ${rang.join(', ')} ms`);
    await it.pass(150_000);
    await Promise.all(questions);
    assert.equal(it.starts.length, 1_005, 'nothing at leisure is given up for it');
    const times = it.starts.map(({ atMs }) => atMs);
    times.forEach((at, n) => {
        if (n >= PER_SECOND) assert.ok(at - (times[n - PER_SECOND] ?? 0) >= 1_000, `${PER_SECOND + 1} in a second`);
    });
});

test('questions that Quo does not answer hold no caller up', async (t) => {
    const it = atRest(t);
    const questions = Array.from({ length: 50 }, () => it.ask('calls', 15_000));
    const people = Array.from({ length: 50 }, () => it.ask('full', 15_000));
    await it.pass(5_000);
    const rangAt = Date.now();
    void it.ask('ringing');
    await it.pass(1_000);
    const rang = it.starts.find(({ lane }) => lane === 'ringing');
    assert.ok(rang !== undefined && rang.atMs - rangAt <= 200, JSON.stringify(rang));
    await it.pass(400_000);
    await Promise.all([...questions, ...people]);
});

test('a thousand texts that went out do not stand before a caller either', async (t) => {
    const it = atRest(t);
    const texts = Array.from({ length: 1_000 }, () => it.ask('just-in-time'));
    await it.pass(3_050);
    const rangAt = Date.now();
    void it.ask('ringing');
    await it.pass(1_000);
    const rang = it.starts.find(({ lane }) => lane === 'ringing');
    assert.ok(rang !== undefined && rang.atMs - rangAt <= 1_000, JSON.stringify(rang));
    await it.pass(150_000);
    await Promise.all(texts);
});

test('how long each waited for its turn is told, by lane', async (t) => {
    const it = atRest(t);
    const first = it.ask('ringing');
    await it.pass(ANSWER_MS);
    await first;
    assert.deepEqual(it.waits, [{ lane: 'ringing', ms: 0 }]);
    const more = Array.from({ length: 20 }, () => it.ask('just-in-time'));
    await it.pass(5_000);
    await Promise.all(more);
    const waited = it.waits.filter(({ lane }) => lane === 'just-in-time').map(({ ms }) => ms);
    assert.deepEqual([waited.length, waited[0]], [20, 0]);
    assert.ok((waited.at(-1) ?? 0) >= 2_000 - ANSWER_MS, `${waited.at(-1)} ms`);
});
