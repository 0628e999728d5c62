import assert from 'node:assert/strict';
import { once } from 'node:events';
import { connect } from 'node:net';
import { test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { mediaQuo, serving, SOUND } from './media-quo.ts';

const ranged = (link: string, range: string, more: Record<string, string> = {}): Promise<Response> =>
    fetch(link, { headers: { range, ...more } });

test('one part is one part; several at once are answered with the whole', async (t) => {
    const { link } = await mediaQuo(t, serving);
    const one = await ranged(link, 'bytes=2-4');
    assert.deepEqual([one.status, await one.text(), one.headers.get('content-range')], [206, '234', 'bytes 2-4/20']);
    for (const range of ['bytes=0-1,4-5', 'bytes=5', 'lines=1-2', 'bytes=-', `bytes=${'9'.repeat(300)}-`]) {
        const whole = await ranged(link, range);
        assert.deepEqual([whole.status, await whole.text()], [200, SOUND.toString()], range);
    }
});

test('a part beyond the end is refused with the length, and with nothing of what Quo’s storage says', async (t) => {
    const { link, played } = await mediaQuo(t, serving);
    const beyond = await ranged(link, 'bytes=500-');
    assert.equal(beyond.status, 416);
    assert.equal(beyond.headers.get('content-range'), 'bytes */20');
    assert.equal(await beyond.text(), '');
    assert.notEqual(beyond.headers.get('content-type'), 'application/xml');
    assert.deepEqual(played, []);
});

test('a part of what is not the same any more is answered with the whole', async (t) => {
    const { link } = await mediaQuo(t, serving);
    assert.equal((await ranged(link, 'bytes=2-4', { 'if-range': '"one"' })).status, 206);
    assert.equal((await ranged(link, 'bytes=2-4', { 'if-range': '"another"' })).status, 200);
    assert.equal((await ranged(link, 'bytes=2-4', { 'if-range': 'no such thing' })).status, 200);
});

test('whoever asks for the headers alone gets them, and no sound is carried', async (t) => {
    const { link, played, asked } = await mediaQuo(t, serving);
    const head = await fetch(link, { method: 'HEAD' });
    assert.equal(head.status, 200);
    assert.equal(head.headers.get('content-type'), 'audio/mpeg');
    assert.equal(head.headers.get('accept-ranges'), 'bytes');
    assert.equal(await head.text(), '');
    assert.deepEqual(played, []);
    assert.equal(asked[0]?.method, 'GET', 'Quo’s addresses are signed for GET');
});

test('each play is told once: a probe and the parts after it belong to it, a start in the middle is one as well', async (t) => {
    const { link, played } = await mediaQuo(t, serving);
    for (const range of ['bytes=0-1', 'bytes=0-', 'bytes=4-', 'bytes=8-9']) await (await ranged(link, range)).text();
    assert.equal(played.length, 1);
    await (await fetch(link)).text();
    assert.equal(played.length, 2, 'from the beginning once more');
    const { link: other, played: others } = await mediaQuo(t, serving);
    for (const range of ['bytes=1-', 'bytes=3-']) await (await ranged(other, range)).text();
    assert.equal(others.length, 1, 'leaving out the first byte hides nothing');
});

test('no answer is kept by browsers or proxies, and none says where the sound came from', async (t) => {
    const { link } = await mediaQuo(t, (request, response) => {
        response.setHeader('set-cookie', 'quo=1');
        response.setHeader('server', 'inside');
        response.setHeader('x-amz-request-id', 'inside');
        serving(request, response);
    });
    for (const answer of [await fetch(link), await fetch(link.replace('s=', 's=x')), await ranged(link, 'bytes=99-')]) {
        assert.match(answer.headers.get('cache-control') ?? '', /no-store/);
        assert.ok(!/inside|quo=1|127\.0\.0\.1/.test(JSON.stringify([...answer.headers])));
    }
});

test('what is no sound is never shown as anything else', async (t) => {
    const { link } = await mediaQuo(t, (_request, response) => {
        response.setHeader('content-type', 'text/html');
        response.end('<script>alert(1)</script>');
    });
    const answer = await fetch(link);
    assert.equal(answer.headers.get('content-type'), 'audio/mpeg');
    assert.equal(answer.headers.get('x-content-type-options'), 'nosniff');
    assert.match(answer.headers.get('content-security-policy') ?? '', /script-src/);
});

/** Packed before the test, so that nothing stops the server in the middle of a request. */
const PACKED = gzipSync(Buffer.alloc(50_000_000));

test('compressed sound is not unpacked: a small answer must not grow', async (t) => {
    const { link, asked } = await mediaQuo(t, (_request, response) => {
        response.writeHead(200, { 'content-type': 'audio/mpeg', 'content-encoding': 'gzip' });
        response.end(PACKED);
    });
    assert.equal((await fetch(link)).status, 502);
    assert.equal(asked[0]?.headers['accept-encoding'], 'identity');
});

/** Nothing comes within it, on whatever machine. */
const SHORT_MS = 500;
/** What is sent at once comes within it; nothing more does. */
const SILENCE_MS = 3_000;

test('storage that does not answer is given up, one that falls silent is too', async (t) => {
    const silent = await mediaQuo(t, () => {}, {}, { timeoutMs: SHORT_MS });
    assert.equal((await fetch(silent.link)).status, 502);
    const halting = await mediaQuo(
        t,
        (_request, response) => {
            response.writeHead(200, { 'content-type': 'audio/mpeg', 'content-length': '1000' });
            response.write('abc');
        },
        {},
        { silenceMs: SILENCE_MS }
    );
    const answer = await fetch(halting.link);
    assert.equal(answer.status, 200);
    await assert.rejects(answer.text());
});

test('sound that breaks off in the middle breaks off for the listener too', async (t) => {
    const { link } = await mediaQuo(t, (_request, response) => {
        response.writeHead(200, { 'content-type': 'audio/mpeg', 'content-length': '1000' });
        response.write('abc', () => response.destroy());
    });
    await assert.rejects((await fetch(link)).text());
});

test('when the listener goes away, Quo’s storage is let go at once', async (t) => {
    const { link, asked } = await mediaQuo(t, (_request, response) => {
        response.writeHead(200, { 'content-type': 'audio/mpeg' });
        response.write('abc');
    });
    const { port, pathname, search } = new URL(link);
    const socket = connect(Number(port), '127.0.0.1');
    socket.write(`GET ${pathname}${search} HTTP/1.1\r\nHost: x\r\n\r\n`);
    await once(socket, 'data');
    socket.destroy();
    const [source] = asked;
    assert.ok(source);
    // With an error, as it was cut off.
    if (!source.destroyed) await new Promise((resolve) => source.once('close', resolve));
});

test('a play that cannot be noted does not happen', async (t) => {
    const { link } = await mediaQuo(t, serving, { onPlayed: () => Promise.reject(new Error('no database')) });
    const answer = await fetch(link);
    assert.equal(answer.status, 502);
    assert.ok(!(await answer.text()).includes('0123'));
});

test('an address that no browser sends is the sender’s fault, and told apart from trouble', async (t) => {
    const { link, logged } = await mediaQuo(t, serving);
    const { port } = new URL(link);
    const socket = connect(Number(port), '127.0.0.1');
    socket.write('GET /recordings/%E0%A4%A/1 HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n');
    const [chunk] = (await once(socket, 'data')) as [Buffer];
    assert.match(chunk.toString(), /^HTTP\/1\.1 400/);
    assert.ok(!logged.some((line) => line.includes('"level":"error"')));
});

test('whoever asks without end is put off, and Quo is not asked for them', async (t) => {
    const { link, asked } = await mediaQuo(t, serving, { asksAMinute: 3 });
    const statuses: number[] = [];
    for (let n = 0; n < 5; n += 1) statuses.push((await fetch(link)).status);
    assert.deepEqual(statuses, [200, 200, 200, 429, 429]);
    assert.equal(asked.length, 3);
    assert.equal((await fetch(link.replace('s=', 's=x'))).status, 403);
    const told = await fetch(link, { headers: { 'accept-language': 'fr' } });
    assert.match(await told.text(), /Attendez une minute/);
});
