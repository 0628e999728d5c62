import assert from 'node:assert/strict';
import { gzipSync } from 'node:zlib';
import { request } from 'node:http';
import { after, test } from 'node:test';
import { SILENT } from '../../src/log.ts';
import type { Headers } from '../../src/pipeline/receive.ts';
import { listen } from '../../src/web/server.ts';
import { webhook } from '../../src/web/webhook.ts';

const seen: { headers: Headers; body: Uint8Array }[] = [];
const server = await listen(
    [
        webhook({
            log: SILENT,
            isConnection: (connection) => connection === 'default',
            receive: async (_connection, headers, body) => {
                seen.push({ headers, body });
                return { status: 202, outcome: 'stored' };
            }
        })
    ],
    { port: 0, host: '127.0.0.1', log: SILENT }
);
after(() => server.close());

const post = (
    path: string,
    body: string | Uint8Array<ArrayBuffer>,
    headers: Record<string, string> = {}
): Promise<Response> => fetch(`${server.url}${path}`, { method: 'POST', body, headers });

test('the bytes arrive as they were sent, whatever the content type', async () => {
    const body = '{ "text":  "Café ☕" }\n';
    for (const type of ['application/json', 'text/plain', 'application/x-www-form-urlencoded']) {
        const response = await post('/webhooks/quo/default', body, { 'content-type': type });
        assert.equal(response.status, 202);
        assert.equal(Buffer.from(seen.at(-1)?.body ?? []).toString(), body);
    }
});

test('a body over one mebibyte is refused with 413, one of exactly that size is not', async () => {
    assert.equal((await post('/webhooks/quo/default', 'x'.repeat(1_048_576))).status, 202);
    const refused = await post('/webhooks/quo/default', 'x'.repeat(1_048_577));
    assert.equal(refused.status, 413);
    assert.deepEqual(await refused.json(), { outcome: 'too-large', code: 'WEBHOOK-TOO-LARGE' });
});

test('a compressed body is refused before it can grow', async () => {
    const before = seen.length;
    const bomb = new Uint8Array(gzipSync(Buffer.alloc(10_000_000)));
    const response = await post('/webhooks/quo/default', bomb, { 'content-encoding': 'gzip' });
    assert.equal(response.status, 415);
    assert.equal(seen.length, before);
});

test('another connection is unknown, and other methods and paths are not found', async () => {
    const unknown = await post('/webhooks/quo/other', '{}');
    assert.equal(unknown.status, 404);
    assert.deepEqual(await unknown.json(), { outcome: 'unknown-connection', code: 'WEBHOOK-CONNECTION' });
    assert.equal((await fetch(`${server.url}/webhooks/quo/default`)).status, 404);
    assert.equal((await post('/webhooks/quo/default/../../etc/passwd', '{}')).status, 404);
});

test('a signature header that comes twice is seen as two', async () => {
    await new Promise<void>((resolve, reject) => {
        const sent = request(`${server.url}/webhooks/quo/default`, { method: 'POST' }, (response) => {
            response.resume().once('end', resolve);
        });
        sent.once('error', reject);
        sent.setHeader('webhook-signature', ['v1,a', 'v1,b']);
        sent.end('{}');
    });
    assert.deepEqual(seen.at(-1)?.headers['webhook-signature'], ['v1,a', 'v1,b']);
});

test('a port that is taken is told with its remedy', async () => {
    const port = Number(new URL(server.url).port);
    await assert.rejects(listen([], { port, host: '127.0.0.1', log: SILENT }), /WEB-PORT/);
});
