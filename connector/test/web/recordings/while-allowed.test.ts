import assert from 'node:assert/strict';
import { test } from 'node:test';
import { whileAllowed } from '../../../src/web/recordings/while-allowed.ts';

const MINUTE = 60_000;
const CHUNK = new Uint8Array([1]);

/** A recording of so many chunks, each of which takes so long to be listened to. */
async function listened(chunks: number, eachMs: number, may: (nowMs: number) => Promise<boolean>) {
    let [nowMs, asked, heard, closed]: [number, number, number, boolean] = [0, 0, 0, false];
    async function* sound(): AsyncGenerator<Uint8Array> {
        try {
            for (let n = 0; n < chunks; n += 1) yield CHUNK;
        } finally {
            closed = true;
        }
    }
    const still = async (): Promise<boolean> => {
        asked += 1;
        return may(nowMs);
    };
    const error = await (async () => {
        for await (const chunk of whileAllowed(still, () => nowMs)(sound())) {
            heard += chunk.byteLength;
            nowMs += eachMs;
        }
        return undefined;
    })().catch((thrown: unknown) => thrown);
    return { asked, heard, closed, isEnded: error instanceof Error };
}

test('a recording that is short is asked about once, at its beginning', async () => {
    const { asked, heard, isEnded } = await listened(100, 1, async () => true);
    assert.deepEqual([asked, heard, isEnded], [0, 100, false]);
});

test('a long one is asked about again every four minutes, and goes on while its listener may', async () => {
    const { asked, heard } = await listened(21, MINUTE, async () => true);
    assert.deepEqual([asked, heard], [5, 21]);
});

test('a right that was taken away ends the sound within four minutes, and what comes from Quo with it', async () => {
    const takenAt = 6 * MINUTE;
    const { heard, closed, isEnded } = await listened(60, MINUTE, async (nowMs) => nowMs < takenAt);
    assert.deepEqual([heard, closed, isEnded], [8, true, true]);
});

test('where nobody can say whether they still may, nothing more is heard', async () => {
    const { heard, closed, isEnded } = await listened(60, MINUTE, () => Promise.reject(new Error('no answer')));
    assert.deepEqual([heard, closed, isEnded], [4, true, true]);
});
