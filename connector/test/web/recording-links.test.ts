import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { recordingLinks, type RecordingRef } from '../../src/web/recordings/recording-links.ts';

const links = recordingLinks(() => 'https://quo.example.com', 'a-key');

function parts(url: string): { path: { call: string; n: string }; query: Record<string, string> } {
    const { pathname, searchParams } = new URL(url);
    const [, , call, n] = pathname.split('/').map(decodeURIComponent);
    return { path: { call: call ?? '', n: n ?? '' }, query: Object.fromEntries(searchParams) };
}

const anyRef: fc.Arbitrary<RecordingRef> = fc.record(
    {
        connection: fc.stringMatching(/^[a-z0-9-]{1,40}$/),
        callId: fc.stringMatching(/^AC[A-Za-z0-9]{1,34}$/),
        n: fc.oneof(fc.integer({ min: 1, max: 999 }), fc.constant('voicemail' as const))
    },
    { noNullPrototype: true }
);

test('a link leads back to its recording, is always the same and fits a URL field', () => {
    fc.assert(
        fc.property(anyRef, (ref) => {
            const url = links.url(ref);
            const { path, query } = parts(url);
            assert.deepEqual(links.read(path, query), { ref });
            assert.equal(links.url(ref), url);
            assert.ok(url.length <= 255);
        })
    );
});

test('a link for one recording does not open another one', () => {
    const ref: RecordingRef = { connection: 'default', callId: 'AC1', n: 1 };
    const { query } = parts(links.url(ref));
    for (const path of [
        { call: 'AC2', n: '1' },
        { call: 'AC1', n: '2' },
        { call: 'AC1', n: 'voicemail' },
        { call: 'AC1', n: '../1' }
    ])
        assert.equal(links.read(path, query), undefined);
    assert.equal(links.read({ call: 'AC1', n: '1' }, { ...query, c: 'other' }), undefined);
});

test('links end when the key is changed, and a link without signature never opens', () => {
    const { path, query } = parts(links.url({ connection: 'default', callId: 'AC1', n: 1 }));
    assert.equal(recordingLinks(() => 'https://quo.example.com', 'another-key').read(path, query), undefined);
    assert.equal(links.read(path, {}), undefined);
    assert.equal(links.read(path, { c: 'default', s: ['a', 'b'] }), undefined);
});
