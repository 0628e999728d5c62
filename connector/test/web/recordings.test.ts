import assert from 'node:assert/strict';
import { test, type TestContext } from 'node:test';
import { SILENT } from '../../src/log.ts';
import { quoClient } from '../../src/quo/client.ts';
import { recordings as quoRecordings } from '../../src/quo/recordings.ts';
import { recordingLinks, type RecordingLinks, type RecordingRef } from '../../src/web/recordings/recording-links.ts';
import { recordings, type RecordingDeps } from '../../src/web/recordings/recordings.ts';
import { listen } from '../../src/web/server.ts';
import { forWhoever } from './heard.ts';
import { list, simulatedQuo, type SimulatedQuo } from 'quo-simulator/test/simulated-quo.ts';

const WAV = 44 + 59 * 8_000;

interface Played {
    readonly quo: SimulatedQuo;
    readonly links: RecordingLinks;
    readonly ref: RecordingRef;
    readonly played: { ref: RecordingRef; listener: string }[];
}

/** A call with two recordings and a voicemail in the simulated Quo, and the connector's own links in front. */
async function world(t: TestContext, more: Partial<RecordingDeps> = {}): Promise<Played> {
    const quo = await simulatedQuo(t, { recordingLifetimeSeconds: 60 });
    const of = {
        kind: 'call',
        direction: 'incoming',
        inbox: 'principal',
        who: ['mathieu-bergeron'],
        rings: 5,
        talks: 60,
        answeredBy: 'luc',
        ends: 'answered',
        recordings: [{ lasts: 59 }, { lasts: 7 }]
    };
    for (const type of ['call.completed', 'call.recording.completed']) await quo.control('POST', '/emit', { type, of });
    const callId = String(list(await quo.api('/calls'))[0]?.id);
    const client = quoClient({ baseUrl: quo.url, key: 'sandbox-key' });
    const source = quoRecordings(client, { apiUrl: quo.url });
    const played: Played['played'] = [];
    let url = '';
    const links = recordingLinks(() => url, 'key');
    const server = await listen(
        [
            recordings({
                links,
                log: SILENT,
                verdict: forWhoever,
                fetchRecording: ({ callId: call, n }, part, signal) => source.open(call, n, part, signal),
                onPlayed: async (ref, { listener }) => void played.push({ ref, listener }),
                ...more
            })
        ],
        { port: 0, host: '127.0.0.1', log: SILENT }
    );
    t.after(() => server.close());
    url = server.url;
    return { quo, links, played, ref: { connection: 'default', callId, n: 1 } };
}

test('a lasting link plays the recording, long after the address that Quo gave expired', async (t) => {
    const { quo, links, ref, played } = await world(t);
    for (const pause of [0, 90_000]) {
        quo.clock.ms += pause;
        const response = await fetch(links.url(ref));
        assert.equal(response.status, 200);
        assert.equal(response.headers.get('content-type'), 'audio/wav');
        assert.equal((await response.arrayBuffer()).byteLength, WAV);
    }
    assert.deepEqual(played, [
        { ref, listener: 'link' },
        { ref, listener: 'link' }
    ]);
});

test('a player gets the part that it asks for; going on is not a second play', async (t) => {
    const { links, ref, played } = await world(t);
    const start = await fetch(links.url(ref), { headers: { range: 'bytes=0-3' } });
    assert.equal(await start.text(), 'RIFF');
    const part = await fetch(links.url(ref), { headers: { range: 'bytes=8-11' } });
    assert.equal(part.status, 206);
    assert.equal(part.headers.get('content-range'), `bytes 8-11/${WAV}`);
    assert.equal(await part.text(), 'WAVE');
    assert.equal(played.length, 1);
});

test('each of several recordings has its own link', async (t) => {
    const { links, ref } = await world(t);
    const second = await fetch(links.url({ ...ref, n: 2 }));
    assert.equal((await second.arrayBuffer()).byteLength, 44 + 7 * 8_000);
    assert.equal((await fetch(links.url({ ...ref, n: 3 }))).status, 404);
    assert.equal((await fetch(links.url({ ...ref, n: 'voicemail' }))).status, 404);
});

test('a recording that was deleted in Quo is a sentence in the language of the browser', async (t) => {
    const { quo, links, ref, played } = await world(t);
    for (const { id } of list(await quo.api(`/calls/${ref.callId}/recordings`)))
        await quo.control('DELETE', `/recordings/${String(id)}`);
    const french = await fetch(links.url(ref), { headers: { 'accept-language': 'fr-CA' } });
    assert.equal(french.status, 404);
    assert.match(await french.text(), /l’a supprimé/);
    const english = await fetch(links.url(ref), { headers: { 'accept-language': 'en' } });
    assert.match(await english.text(), /has deleted it/);
    assert.equal(played.length, 0);
});

test('when Quo refuses, the listener is told so and nothing of the refusal leaks', async (t) => {
    const { quo, links, ref } = await world(t);
    await quo.control('DELETE', '/keys/sandbox-key');
    const client = quoClient({ baseUrl: quo.url, key: 'sandbox-key', youngKeyMs: 0 });
    const refused = quoRecordings(client, { apiUrl: quo.url });
    const { links: others, ref: same } = await world(t, {
        fetchRecording: ({ callId, n }) => refused.open(callId, n)
    });
    const response = await fetch(others.url({ ...same, callId: ref.callId }), { headers: { 'accept-language': 'en' } });
    assert.equal(response.status, 502);
    const text = await response.text();
    assert.match(text, /did not hand out the recording/);
    assert.ok(!text.includes('sandbox-key') && !text.includes(quo.url));
    assert.ok(links);
});

test('a link of another connection, call or recording is refused, and Quo is not asked', async (t) => {
    let asked = 0;
    const { links, ref } = await world(t, { fetchRecording: async () => void (asked += 1) });
    const url = links.url(ref);
    for (const changed of [
        url.replace('c=default', 'c=other'),
        url.replace('/1?', '/2?'),
        url.replace(ref.callId, `${ref.callId}x`),
        url.replace(/s=.*/, 's='),
        url.replace(/s=.*/, `s=${'A'.repeat(43)}`)
    ])
        assert.equal((await fetch(changed)).status, 403, changed);
    assert.equal(asked, 0);
});

test('where a sign-in is required, the way to it leads back to the recording', async (t) => {
    const { links, ref, played } = await world(t, { verdict: async () => ({ plays: false }) });
    const response = await fetch(links.url(ref), { redirect: 'manual' });
    assert.equal(response.status, 303);
    const { pathname, search } = new URL(links.url(ref));
    assert.equal(response.headers.get('location'), `/sign-in?to=${encodeURIComponent(pathname + search)}`);
    assert.equal(played.length, 0);
});
