import assert from 'node:assert/strict';
import { test, type TestContext } from 'node:test';
import type { Verdict } from '../../../src/contracts/rights/listening.ts';
import { sentence } from '../../../src/errors/errors.ts';
import { jsonLog } from '../../../src/log.ts';
import { attachmentLinks, type AttachmentRef } from '../../../src/web/attachments/attachment-links.ts';
import { attachments, type AttachmentDeps } from '../../../src/web/attachments/attachments.ts';
import { listen } from '../../../src/web/server.ts';
import { forWhoever } from '../heard.ts';

const REF: AttachmentRef = { connection: 'acme', messageId: 'AC1', n: 2, task: 'sms_CN1_20261120T170000Z' };
const PNG = Buffer.concat([Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'), Buffer.alloc(20, 7)]);

interface Shown {
    readonly url: string;
    readonly viewed: unknown[];
    readonly logged: string[];
}

/** The address of attachments, behind it whatever the test says. */
async function shown(t: TestContext, file: () => Response | undefined, deps: Partial<AttachmentDeps> = {}) {
    let url = '';
    const links = attachmentLinks(() => url, 'key');
    const [viewed, logged]: [unknown[], string[]] = [[], []];
    const router = attachments({
        links,
        log: jsonLog('debug', (line) => void logged.push(line)),
        verdict: forWhoever,
        fetchAttachment: async () => file(),
        onViewed: async ({ messageId, n }, { listener }) => void viewed.push([messageId, n, listener]),
        ...deps
    });
    const server = await listen([router], { port: 0, host: '127.0.0.1', log: jsonLog('debug', () => {}) });
    t.after(() => server.close(0));
    url = server.url;
    return { url: links.url(REF), viewed, logged } satisfies Shown;
}

const answer = (body: string | Uint8Array<ArrayBuffer>, type: string) => () =>
    new Response(body, { headers: { 'content-type': type } });

test('a photo is shown as what it is, whatever it is called, and each view is told once', async (t) => {
    const it = await shown(t, answer(PNG, 'text/html'));
    const response = await fetch(it.url);
    assert.deepEqual(Buffer.from(await response.arrayBuffer()), PNG);
    const told = (name: string) => response.headers.get(name);
    assert.equal(told('content-type'), 'image/png');
    assert.equal(told('content-disposition'), 'inline; filename="AC1-2.png"');
    assert.equal(told('x-content-type-options'), 'nosniff');
    assert.equal(told('content-security-policy'), "default-src 'none'; sandbox");
    assert.equal(told('cross-origin-resource-policy'), 'cross-origin');
    assert.match(told('cache-control') ?? '', /private, no-store/);
    assert.deepEqual(it.viewed, [['AC1', 2, 'link']]);
});

test('what a browser could run or draw as a page is only saved, and as no type that it would open', async (t) => {
    const script = '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>';
    for (const [body, type] of [
        [script, 'image/svg+xml'],
        [script, 'image/png'],
        ['<!doctype html><script>alert(1)</script>', 'text/html; charset=utf-8'],
        ['<?xml version="1.0"?>', 'application/xhtml+xml'],
        ['GIF', 'image/gif'],
        ['', 'constructor']
    ] as const) {
        const response = await fetch((await shown(t, answer(body, type))).url);
        assert.equal(response.headers.get('content-type'), 'application/octet-stream', type);
        assert.equal(response.headers.get('content-disposition'), 'attachment; filename="AC1-2.bin"');
        assert.equal(await response.text(), body);
    }
});

test('a file that people send is saved under a name that opens with its program', async (t) => {
    const response = await fetch((await shown(t, answer('%PDF-1.7', 'application/PDF; name="a"'))).url);
    assert.equal(response.headers.get('content-type'), 'application/pdf');
    assert.equal(response.headers.get('content-disposition'), 'attachment; filename="AC1-2.pdf"');
    assert.equal(await response.text(), '%PDF-1.7');
});

test('a file that is too large is refused where Quo says so, and cut off where it does not', async (t) => {
    const told = () => new Response(PNG, { headers: { 'content-length': String(PNG.length) } });
    const refused = await shown(t, told, { most: PNG.length - 1 });
    const response = await fetch(refused.url, { headers: { 'accept-language': 'fr' } });
    assert.equal(response.status, 502);
    assert.ok((await response.text()).startsWith(sentence({ code: 'WEB-ATTACHMENT-LARGE' }, 'fr')));
    assert.deepEqual(refused.viewed, []);
    const streamed = () =>
        new Response(
            new ReadableStream<Uint8Array>({
                pull(stream) {
                    stream.enqueue(PNG);
                }
            })
        );
    const cut = await shown(t, streamed, { most: 10 * PNG.length });
    await assert.rejects(async () => (await fetch(cut.url)).arrayBuffer());
});

test('a file that is exactly as large as may be is handed out whole', async (t) => {
    const it = await shown(t, answer(PNG, 'image/png'), { most: PNG.length });
    assert.equal((await (await fetch(it.url)).arrayBuffer()).byteLength, PNG.length);
});

test('who may not see it is refused with a sentence, or asked to sign in; nothing is asked of Quo', async (t) => {
    let asked = 0;
    const file = () => {
        asked += 1;
        return answer(PNG, 'image/png')();
    };
    const cases: readonly (readonly [Verdict, number, RegExp])[] = [
        [{ plays: false, code: 'WEB-RECORDING-RIGHT' }, 403, /photos of texts/],
        [{ plays: false, code: 'WEB-RECORDING-ENDED' }, 403, /has ended/],
        [{ plays: false, code: 'WEB-RECORDING-UNSURE' }, 503, /ten minutes/],
        [{ plays: false }, 303, /^/]
    ];
    for (const [verdict, status, says] of cases) {
        const it = await shown(t, file, { verdict: async () => verdict });
        const response = await fetch(it.url, { redirect: 'manual', headers: { 'accept-language': 'en' } });
        assert.equal(response.status, status);
        assert.match(await response.text(), says);
        if (status === 303) {
            const { pathname, search } = new URL(it.url);
            assert.equal(response.headers.get('location'), `/sign-in?to=${encodeURIComponent(pathname + search)}`);
        }
        assert.deepEqual(it.viewed, []);
    }
    assert.equal(asked, 0);
});

test('a right that ends while a file is being sent ends it in the middle', async (t) => {
    let [may, now] = [true, 0];
    const slow = () =>
        new Response(
            new ReadableStream<Uint8Array>({
                pull(stream) {
                    stream.enqueue(PNG);
                    // Somebody reads it for five minutes; meanwhile the right is taken away.
                    now += 5 * 60_000;
                    may = false;
                }
            })
        );
    const verdict = async (): Promise<Verdict> => (may ? forWhoever() : { plays: false });
    const it = await shown(t, slow, { verdict, nowMs: () => now });
    await assert.rejects(async () => (await fetch(it.url)).arrayBuffer());
});

test('a link that was not made here, a file that Quo has not, and a Quo that fails each say so', async (t) => {
    const gone = await shown(t, () => undefined);
    const said = async (url: string) => {
        const response = await fetch(url, { headers: { 'accept-language': 'en' } });
        return [response.status, await response.text()] as const;
    };
    assert.deepEqual((await said(gone.url))[0], 404);
    assert.ok((await said(gone.url))[1].startsWith(sentence({ code: 'WEB-ATTACHMENT-GONE' }, 'en')));
    assert.equal((await said(gone.url.replace('/2?', '/3?')))[0], 403);
    const failing = await shown(t, () => {
        throw new Error('no route to Quo');
    });
    const [status, text] = await said(failing.url);
    assert.equal(status, 502);
    assert.doesNotMatch(text, /no route/);
    assert.match(failing.logged.join('\n'), /AC1.*attachment not shown/);
});

test('whoever asks too often is told to wait, and one that only looks at the headers is no view', async (t) => {
    const it = await shown(t, answer(PNG, 'image/png'), { asksAMinute: 1 });
    const head = await fetch(it.url, { method: 'HEAD' });
    assert.equal(head.headers.get('content-type'), 'image/png');
    assert.deepEqual(it.viewed, []);
    assert.equal((await fetch(it.url)).status, 429);
});
