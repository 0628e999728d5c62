import assert from 'node:assert/strict';
import { test } from 'node:test';
import { inPieces } from '../../src/pipeline/in-pieces.ts';

const MANY = Array.from({ length: 1_000 }, (_, n) => n);

test('what comes of a long list is in its order, and whoever waits for the event loop goes first in between', async () => {
    const goneBetween: number[] = [];
    let worked = 0;
    const others = (): void => {
        goneBetween.push(worked);
        if (worked < MANY.length) setImmediate(others);
    };
    setImmediate(others);
    const done = await inPieces(MANY, (n) => {
        worked += 1;
        return n % 2 === 0 ? [n] : Promise.resolve([n, n]);
    });
    assert.deepEqual(
        done,
        MANY.flatMap((n) => (n % 2 === 0 ? [n] : [n, n]))
    );
    const longest = Math.max(...goneBetween.map((at, n) => at - (goneBetween[n - 1] ?? 0)));
    assert.ok(longest <= 50, `${longest} of them in one piece`);
});
