import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ticks } from '../../src/pipeline/ticks.ts';

test('a tick that takes longer than its second is not run twice at once, and nobody is warned each second', async (t) => {
    t.mock.timers.enable({ apis: ['setInterval'] });
    const warned = [
        t.mock.method(console, 'warn', () => undefined),
        t.mock.method(process.stderr, 'write', () => true)
    ];
    const began: PromiseWithResolvers<undefined>[] = [];
    const running = ticks(1_000, () => {
        const one = Promise.withResolvers<undefined>();
        began.push(one);
        return one.promise;
    });
    t.mock.timers.tick(5_000);
    assert.equal(began.length, 1);
    began[0]?.resolve(undefined);
    await new Promise(setImmediate);
    t.mock.timers.tick(1_000);
    assert.equal(began.length, 2);
    let isStopped = false;
    const stopped = running.stop().then(() => (isStopped = true));
    await new Promise(setImmediate);
    assert.equal(isStopped, false);
    began[1]?.resolve(undefined);
    await stopped;
    t.mock.timers.tick(5_000);
    assert.equal(began.length, 2);
    for (const { mock } of warned) assert.equal(mock.callCount(), 0);
});
