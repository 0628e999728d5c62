import assert from 'node:assert/strict';
import { createHmac, randomBytes } from 'node:crypto';
import { connect } from 'node:net';
import { once } from 'node:events';
import { test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { begin, connectSalesforce, type Connected } from '../console/connected.ts';

const KEY = Buffer.alloc(32, 5);

interface Signed {
    readonly id?: string;
    readonly at?: number;
    readonly key?: Buffer;
}

/** A delivery with a signature of the family 2026-03-30. */
function signed(body: string, { id = 'msg_1', at = Date.now(), key = KEY }: Signed = {}): RequestInit {
    const seconds = String(Math.floor(at / 1_000));
    const signature = createHmac('sha256', key).update(`${id}.${seconds}.${body}`).digest('base64');
    const headers = { 'webhook-id': id, 'webhook-timestamp': seconds, 'webhook-signature': `v1,${signature}` };
    return { method: 'POST', body, headers: { 'content-type': 'application/json', ...headers } };
}

async function receiving(all: Connected): Promise<string> {
    await connectSalesforce(all);
    const { admin, base, stand, id } = all;
    await admin.submit(`${base}/connect/quo`, { key: 'sandbox-key' });
    await admin.submit(`${base}/connect/webhook-key`, { key: `whsec_${KEY.toString('base64')}` });
    return `${stand.connector.url}/webhooks/quo/${id}`;
}

const BODY = JSON.stringify({ id: 'EV1', type: 'call.ringing', apiVersion: '2026-03-30', data: {} });

test('forged, stale and foreign deliveries are refused without a word, a replayed one changes nothing', async (t) => {
    const all = await begin(t);
    const url = await receiving(all);
    const hour = 3_600_000;
    for (const [what, init] of [
        ['another key', signed(BODY, { key: randomBytes(32) })],
        ['an hour old', signed(BODY, { at: Date.now() - hour })],
        ['an hour ahead', signed(BODY, { at: Date.now() + hour })],
        ['another body', { ...signed(BODY), body: BODY.replace('EV1', 'EV2') }],
        ['unsigned', { method: 'POST', body: BODY }]
    ] as const) {
        const answer = await fetch(url, init);
        assert.equal(answer.status, 401, what);
        assert.ok((await answer.text()).length < 60, what);
    }
    const good = signed(BODY);
    assert.equal((await fetch(url, good)).status, 202);
    assert.equal((await fetch(url, good)).status, 200);
    const { received } = await all.stand.database.store.deliveries.counts(all.id);
    assert.equal(received, 1);
    assert.equal((await fetch(`${all.stand.connector.url}/webhooks/quo/someone-else`, good)).status, 404);
});

test('whoever sends too many wrong signatures is put off; a good one from the same place still passes', async (t) => {
    const all = await begin(t);
    const url = await receiving(all);
    const statuses: number[] = [];
    for (let n = 0; n < 70; n += 1) statuses.push((await fetch(url, signed(BODY, { key: randomBytes(32) }))).status);
    assert.deepEqual([statuses[0], statuses[59], statuses[60], statuses[69]], [401, 401, 429, 429]);
    assert.equal((await fetch(url, signed(BODY))).status, 202);
});

test('a compressed bomb, a huge body and one that never ends are refused, and others are served meanwhile', async (t) => {
    const all = await begin(t);
    const url = await receiving(all);
    const bomb = new Uint8Array(gzipSync(Buffer.alloc(50_000_000)));
    assert.equal(
        (await fetch(url, { method: 'POST', body: bomb, headers: { 'content-encoding': 'gzip' } })).status,
        415
    );
    assert.equal((await fetch(url, { method: 'POST', body: 'x'.repeat(2_000_000) })).status, 413);
    const { port, pathname } = new URL(url);
    const slow = connect(Number(port), '127.0.0.1');
    await once(slow, 'connect');
    slow.write(`POST ${pathname} HTTP/1.1\r\nHost: x\r\nContent-Length: 1000\r\n\r\n{`);
    assert.equal((await fetch(url, signed(BODY))).status, 202);
    slow.destroy();
});

test('a header that is smuggled in splits nothing', async (t) => {
    const all = await begin(t);
    const url = new URL(await receiving(all));
    const socket = connect(Number(url.port), '127.0.0.1');
    await once(socket, 'connect');
    socket.write(
        `POST ${url.pathname} HTTP/1.1\r\nHost: x\r\nContent-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\nGET /metrics HTTP/1.1\r\n\r\n`
    );
    const chunks: string[] = [];
    socket.on('data', (chunk: Buffer) => chunks.push(chunk.toString()));
    await once(socket, 'close');
    assert.match(chunks.join(''), /^HTTP\/1\.1 400/);
    assert.ok(!chunks.join('').includes('quo_activities'));
});
