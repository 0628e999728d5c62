import assert from 'node:assert/strict';
import { test, type TestContext } from 'node:test';
import fc from 'fast-check';
import { byteRange } from '../media/byte-range.ts';
import { ANSWERED_CALL, list, simulatedQuo, type SimulatedQuo } from './simulated-quo.ts';

async function recorded(t: TestContext): Promise<{ quo: SimulatedQuo; path: string; url: string }> {
    const quo = await simulatedQuo(t, { recordingLifetimeSeconds: 60 });
    for (const type of ['call.completed', 'call.recording.completed']) {
        await quo.control('POST', '/emit', { type, of: ANSWERED_CALL });
    }
    const call = list(await quo.api('/calls'))[0];
    const path = `/calls/${String(call?.id)}/recordings`;
    return { quo, path, url: String(list(await quo.api(path))[0]?.url) };
}

test('a recording is audio, of the length that is told', async (t) => {
    const { url } = await recorded(t);
    const response = await fetch(url);
    const bytes = Buffer.from(await response.arrayBuffer());
    assert.equal(response.headers.get('content-type'), 'audio/wav');
    assert.equal(bytes.toString('ascii', 0, 4), 'RIFF');
    assert.equal(bytes.readUInt32LE(40), 59 * 8_000);
    assert.equal(bytes.length, 44 + 59 * 8_000);
});

test('a recording can be fetched in parts', async (t) => {
    const { url } = await recorded(t);
    const part = await fetch(url, { headers: { range: 'bytes=8-11' } });
    assert.equal(part.status, 206);
    assert.equal(part.headers.get('content-range'), `bytes 8-11/${44 + 59 * 8_000}`);
    assert.equal(await part.text(), 'WAVE');
    assert.equal((await fetch(url, { headers: { range: 'bytes=999999999-' } })).status, 416);
});

test('an address of a recording expires, and the API gives a fresh one', async (t) => {
    const { quo, path, url } = await recorded(t);
    quo.clock.ms += 70_000;
    assert.equal((await fetch(url)).status, 403);
    assert.equal((await fetch(String(list(await quo.api(path))[0]?.url))).status, 200);
});

test('a changed address of a recording is refused', async (t) => {
    const { url } = await recorded(t);
    assert.equal((await fetch(url.replace(/expires=\d/, 'expires=9'))).status, 403);
    assert.equal((await fetch(url.replace('-59.wav', '-60.wav'))).status, 403);
    assert.equal((await fetch(url.replace(/\?.*/, ''))).status, 403);
});

test('a recording that was deleted in Quo has no address any more', async (t) => {
    const { quo, path, url } = await recorded(t);
    const id = String(list(await quo.api(path))[0]?.id);
    await quo.control('DELETE', `/recordings/${id}`);
    const [recording] = list(await quo.api(path));
    assert.equal(recording?.status, 'deleted');
    assert.equal(recording?.url, null);
    assert.equal((await fetch(url)).status, 404);
});

test('before its event a recording is processing and has no address', async (t) => {
    const quo = await simulatedQuo(t);
    await quo.control('POST', '/emit', { type: 'call.completed', of: ANSWERED_CALL });
    const call = list(await quo.api('/calls'))[0];
    const [recording] = list(await quo.api(`/calls/${String(call?.id)}/recordings`));
    assert.equal(recording?.status, 'processing');
    assert.equal(recording?.url, null);
});

test('every readable range lies inside the bytes', () => {
    const bound = fc.option(fc.nat(50));
    fc.assert(
        fc.property(bound, bound, fc.integer({ min: 1, max: 30 }), (first, last, size) => {
            const range = byteRange(`bytes=${first ?? ''}-${last ?? ''}`, size);
            if (typeof range === 'string') return;
            assert.ok(range.start >= 0 && range.start <= range.end && range.end < size);
        })
    );
});

for (const [header, range] of [
    ['bytes=2-4', { start: 2, end: 4 }],
    ['bytes=8-', { start: 8, end: 9 }],
    ['bytes=-3', { start: 7, end: 9 }],
    ['bytes=4-99', { start: 4, end: 9 }],
    ['bytes=10-', 'unsatisfiable'],
    ['bytes=-0', 'unsatisfiable'],
    ['bytes=0-1,4-5', 'none'],
    ['bytes=5-3', 'none'],
    ['bytes=-', 'none'],
    ['lines=1-2', 'none'],
    [undefined, 'none']
] as const)
    test(`of ten bytes, "${header}" asks for ${JSON.stringify(range)}`, () =>
        assert.deepEqual(byteRange(header, 10), range));
