import assert from 'node:assert/strict';
import { EventEmitter, once } from 'node:events';
import { test } from 'node:test';
import { everyMs } from '../../src/pipeline/ticks.ts';

test('a clock that is set back an hour holds nothing up', async (t) => {
    t.mock.timers.enable({ apis: ['Date'], now: 10_000_000 });
    const happened = new EventEmitter();
    const ticks = everyMs(5, async () => void happened.emit('tick'));
    await once(happened, 'tick');
    t.mock.timers.setTime(10_000_000 - 3_600_000);
    for (let n = 0; n < 3; n += 1) await once(happened, 'tick');
    assert.equal(Date.now(), 10_000_000 - 3_600_000);
    await ticks.stop();
});

test('what takes longer than a tick is not begun twice, and is waited for at the end; nobody is warned', async (t) => {
    t.mock.timers.enable({ apis: ['setInterval'] });
    const warn = t.mock.method(console, 'warn', () => undefined);
    const { promise, resolve } = Promise.withResolvers<void>();
    let begun = 0;
    const ticks = everyMs(1_000, () => {
        begun += 1;
        return promise;
    });
    t.mock.timers.tick(5_000);
    assert.equal(begun, 1);
    let isStopped = false;
    const stopped = ticks.stop().then(() => (isStopped = true));
    await new Promise(setImmediate);
    assert.equal(isStopped, false);
    resolve();
    await stopped;
    t.mock.timers.tick(5_000);
    assert.equal(begun, 1);
    assert.equal(warn.mock.callCount(), 0);
});
