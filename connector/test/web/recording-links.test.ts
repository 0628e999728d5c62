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

test('the field’s link plays the other recordings of its call in place, and nothing of another call, day or generation', () => {
    const inPlace = { day: 20_800, generation: 'aaaaaaaaaaaa' };
    const ref: RecordingRef = { connection: 'acme', callId: 'AC1', n: 1 };
    const { d, g, p } = parts(links.url(ref, inPlace, 0)).query;
    const shown = (other: RecordingRef, proof: object = { d, g, p }) => {
        const { path, query } = parts(links.url(other, undefined, 12));
        return links.read(path, { ...query, ...proof });
    };
    assert.deepEqual(shown({ ...ref, n: 2 }), { ref: { ...ref, n: 2 }, inPlace });
    assert.deepEqual(shown({ ...ref, n: 'voicemail' })?.inPlace, inPlace);
    assert.equal(shown({ ...ref, callId: 'AC2' }), undefined);
    assert.equal(shown({ ...ref, connection: 'other' }), undefined);
    for (const changed of [{ d: '20801' }, { g: 'bbbbbbbbbbbb' }, { p: '' }, { p: undefined }])
        assert.equal(shown({ ...ref, n: 2 }, { d, g, p, ...changed }), undefined);
});

test('when a recording begins is for the page alone: it opens nothing, and changed, it closes nothing', () => {
    const ref: RecordingRef = { connection: 'acme', callId: 'AC1', n: 2 };
    const { path, query } = parts(links.url(ref, undefined, 61.5));
    assert.equal(query['o'], '61.5');
    assert.deepEqual(links.read(path, { ...query, o: '0' }), { ref });
});

test('behind a host name of any length, the first recording’s own address still fits its field', () => {
    const far = recordingLinks(() => `https://${'a'.repeat(63)}.example.com`, 'a-key');
    const ref: RecordingRef = { connection: 'c'.repeat(36), callId: `AC${'x'.repeat(32)}`, n: 1 };
    const url = far.url(ref, { day: 20_800, generation: 'aaaaaaaaaaaa' });
    assert.ok(url.length <= 255);
    const { path, query } = parts(url);
    assert.deepEqual(far.read(path, query), { ref, inPlace: { day: 20_800, generation: 'aaaaaaaaaaaa' } });
});
