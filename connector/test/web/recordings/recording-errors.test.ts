import assert from 'node:assert/strict';
import { test, type TestContext } from 'node:test';
import { SILENT, type Log } from '../../../src/log.ts';
import { recordingLinks, type RecordingLinks } from '../../../src/web/recordings/recording-links.ts';
import { recordings, type RecordingDeps } from '../../../src/web/recordings/recordings.ts';
import { listen } from '../../../src/web/server.ts';
import { forWhoever, heardBy } from '../heard.ts';

const REF = { connection: 'acme', callId: 'AC1', n: 1 } as const;
const WHOLE = async (): Promise<Response> => new Response('RIFF', { headers: { 'content-type': 'audio/wav' } });

/** The address of recordings, behind it whatever the test says. */
async function player(t: TestContext, deps: Partial<RecordingDeps> = {}): Promise<RecordingLinks> {
    let url = '';
    const links = recordingLinks(() => url, 'key');
    const router = recordings({
        ...{ links, log: SILENT, verdict: forWhoever, fetchRecording: WHOLE, onPlayed: async () => {} },
        ...deps
    });
    const server = await listen([router], { port: 0, host: '127.0.0.1', log: SILENT });
    t.after(() => server.close(0));
    url = server.url;
    return links;
}

async function said(url: string, language = 'en'): Promise<readonly [number, string]> {
    const answer = await fetch(url, { headers: { 'accept-language': language }, redirect: 'manual' });
    assert.equal(answer.headers.get('cache-control')?.includes('no-store'), true);
    return [answer.status, await answer.text()];
}

/** What each way to fail is told as, in either language, and as which status. */
const FAULTS: readonly {
    readonly code: string;
    readonly deps?: Partial<RecordingDeps>;
    readonly spoil?: (url: string) => string;
    readonly status: number;
    readonly en: RegExp;
    readonly fr: RegExp;
}[] = [
    {
        code: 'WEB-RECORDING-LINK',
        spoil: (url) => url.replace(/s=.*/, 's=forged'),
        ...{ status: 403, en: /link/i, fr: /lien/i }
    },
    {
        code: 'WEB-RECORDING-GONE',
        deps: { fetchRecording: async () => undefined },
        ...{ status: 404, en: /has deleted it/, fr: /l’a supprimé/ }
    },
    {
        code: 'WEB-RECORDING-OFTEN',
        deps: { asksAMinute: 0 },
        ...{ status: 429, en: /minute/, fr: /minute/ }
    },
    {
        code: 'WEB-RECORDING-QUO',
        deps: { fetchRecording: () => Promise.reject(new Error('https://quo.example.com/?key=secret')) },
        ...{ status: 502, en: /did not hand out/, fr: /Quo/ }
    }
];

for (const { code, deps, spoil = (url: string) => url, status, en, fr } of FAULTS)
    test(`${code}: a person at the link reads what happened and what to do, and no secret of ours`, async (t) => {
        const links = await player(t, deps);
        const url = spoil(links.url(REF));
        for (const [language, words] of [
            ['en', en],
            ['fr', fr]
        ] as const) {
            const [got, text] = await said(url, language);
            assert.equal(got, status);
            assert.match(text, words);
            assert.match(text, /[.!]\n$/);
            assert.doesNotMatch(text, /secret|quo\.example/);
        }
    });

test('what went wrong with Quo is logged with the call it was about', async (t) => {
    const warned: unknown[] = [];
    const log: Log = {
        ...SILENT,
        warn: (event, data) => void warned.push([event, data?.['call'], data?.['connection']])
    };
    const links = await player(t, { log, fetchRecording: () => Promise.reject(new Error('down')) });
    await said(links.url(REF));
    assert.deepEqual(warned, [['recording not played', 'AC1', 'acme']]);
});

test('whoever asks too often is refused before Quo is asked, and before it is said who they are', async (t) => {
    const asked: string[] = [];
    const links = await player(t, {
        asksAMinute: 3,
        async verdict() {
            asked.push('listener');
            return heardBy('link');
        },
        async fetchRecording() {
            asked.push('quo');
            return WHOLE();
        }
    });
    const statuses = [];
    for (let n = 0; n < 5; n += 1) statuses.push((await said(links.url(REF)))[0]);
    assert.deepEqual(statuses, [200, 200, 200, 429, 429]);
    assert.equal(asked.length, 6);
});

test('a forged link costs nobody their attempts', async (t) => {
    const links = await player(t, { asksAMinute: 1 });
    for (let n = 0; n < 5; n += 1) assert.equal((await said(`${links.url(REF)}x`))[0], 403);
    assert.equal((await said(links.url(REF)))[0], 200);
});

test('what Quo sends that is no sound is played as one, so that no page of its runs here', async (t) => {
    const page = async (): Promise<Response> =>
        new Response('<script>alert(1)</script>', { headers: { 'content-type': 'text/html', 'set-cookie': 'quo=x' } });
    const links = await player(t, { fetchRecording: page });
    const { headers } = await fetch(links.url(REF));
    assert.equal(headers.get('content-type'), 'audio/mpeg');
    assert.equal(headers.get('set-cookie'), null);
    assert.equal(headers.get('x-content-type-options'), 'nosniff');
});

test('a play is told once for each listener; asking for the length, or beyond the end, is none', async (t) => {
    const played: string[] = [];
    let listener = 'marie';
    const beyond = async (): Promise<Response> =>
        new Response(null, { status: 416, headers: { 'content-range': 'bytes */4' } });
    const links = await player(t, {
        verdict: async () => heardBy(listener),
        onPlayed: async (_ref, who) => void played.push(who.listener),
        fetchRecording: async (_ref, part) => (part?.range === 'bytes=9-' ? beyond() : WHOLE())
    });
    const url = links.url(REF);
    await fetch(url, { method: 'HEAD' });
    assert.equal((await fetch(url, { headers: { range: 'bytes=9-' } })).headers.get('content-range'), 'bytes */4');
    assert.deepEqual(played, []);
    await fetch(url);
    listener = 'luc';
    await fetch(url);
    assert.deepEqual(played, ['marie', 'luc']);
});

test('only one range is asked of Quo; whatever else a player writes there gets the whole', async (t) => {
    const asked: (string | undefined)[] = [];
    const links = await player(t, {
        async fetchRecording(_ref, part) {
            asked.push(part?.range);
            return WHOLE();
        }
    });
    const ranges = [
        'bytes=0-',
        'bytes=-5',
        'bytes=1-2',
        'bytes=-',
        'bytes=0-1,3-4',
        'lines=1-2',
        'bytes=9999999999999999-'
    ];
    for (const range of ranges) await fetch(links.url(REF), { headers: { range } });
    assert.deepEqual(asked, ['bytes=0-', 'bytes=-5', 'bytes=1-2', undefined, undefined, undefined, undefined]);
});
