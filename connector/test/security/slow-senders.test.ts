import assert from 'node:assert/strict';
import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { test, type TestContext } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import express from 'express';
import { SILENT } from '../../src/log.ts';
import { listen } from '../../src/web/server.ts';
import { webhook } from '../../src/web/webhook.ts';

const PATIENCE = { headersMs: 400, requestMs: 800, silenceMs: 1_500 };
/** Nobody is cut off later than this after their time. */
const AT_MOST_MS = 1_500;

async function world(t: TestContext) {
    let received = 0;
    const receive = async () => {
        received += 1;
        return { status: 202, outcome: 'stored' } as const;
    };
    const endless = express.Router();
    endless.get('/endless', (_request, response) => void response.write(Buffer.alloc(64 * 1_024 * 1_024)));
    const routers = [webhook({ receive, isConnection: () => true }), endless];
    const server = await listen(routers, { port: 0, host: '127.0.0.1', log: SILENT, patience: PATIENCE });
    t.after(() => server.close(0));
    const { port } = new URL(server.url);
    const dial = async (): Promise<Socket> => {
        const socket = connect(Number(port), '127.0.0.1');
        socket.on('error', () => {});
        t.after(() => socket.destroy());
        await once(socket, 'connect');
        return socket;
    };
    const served = async (): Promise<number> =>
        (await fetch(`${server.url}/webhooks/quo/default`, { method: 'POST', body: '{}' })).status;
    return { dial, served, received: () => received };
}

/** @returns what the connector said until it hung up, and after how many milliseconds */
async function hungUp(socket: Socket): Promise<{ readonly said: string; readonly afterMs: number }> {
    const began = performance.now();
    let said = '';
    socket.on('data', (chunk: Buffer) => (said += chunk.toString('latin1').slice(0, 200)));
    await once(socket, 'close');
    return { said, afterMs: performance.now() - began };
}

/** Says one more byte every now and then, as long as anybody listens. */
async function drip(socket: Socket, text: string): Promise<void> {
    for (const letter of text) {
        if (socket.destroyed || !socket.writable) return;
        socket.write(letter);
        await sleep(50);
    }
}

const HEAD = 'POST /webhooks/quo/default HTTP/1.1\r\nHost: x\r\nContent-Length: 100000\r\n\r\n';

test('headers that come letter by letter are cut off, and nothing of them is handled', async (t) => {
    const { dial, served, received } = await world(t);
    const socket = await dial();
    const over = hungUp(socket);
    void drip(socket, `POST /webhooks/quo/default HTTP/1.1\r\nX-Slow: ${'a'.repeat(200)}`);
    assert.equal(await served(), 202);
    const { said, afterMs } = await over;
    // A letter that crosses the refusal resets the connection before it is read.
    assert.match(said, /^$|^HTTP\/1\.1 408/);
    assert.ok(afterMs < PATIENCE.headersMs + AT_MOST_MS, `${afterMs} ms`);
    assert.equal(received(), 1);
});

test('a body that comes letter by letter is cut off, and nothing of it is handled', async (t) => {
    const { dial, served, received } = await world(t);
    const socket = await dial();
    const over = hungUp(socket);
    socket.write(HEAD);
    void drip(socket, 'x'.repeat(200));
    assert.equal(await served(), 202);
    const { afterMs } = await over;
    assert.ok(afterMs < PATIENCE.requestMs + AT_MOST_MS, `${afterMs} ms`);
    assert.equal(received(), 1);
});

test('whoever connects and says nothing is hung up on', async (t) => {
    const { dial } = await world(t);
    const { afterMs } = await hungUp(await dial());
    assert.ok(afterMs < PATIENCE.headersMs + AT_MOST_MS, `${afterMs} ms`);
});

test('whoever asks and never reads the answer is hung up on', async (t) => {
    const { dial } = await world(t);
    const socket = await dial();
    socket.write('GET /endless HTTP/1.1\r\nHost: x\r\n\r\n');
    socket.pause();
    // Node waits once more where something was still being sent when the time was over.
    await sleep(2 * PATIENCE.silenceMs + 500);
    socket.resume();
    const { afterMs } = await hungUp(socket);
    assert.ok(afterMs < AT_MOST_MS, `${afterMs} ms`);
});

test('among three hundred who dawdle everybody else is served at once, and all of them are cut off', async (t) => {
    const { dial, served } = await world(t);
    const sockets = await Promise.all(Array.from({ length: 300 }, dial));
    const over = Promise.all(sockets.map(hungUp));
    for (const [n, socket] of sockets.entries()) {
        if (n % 3 === 0) socket.write(HEAD);
        if (n % 3 === 1) socket.write('POST /webhooks');
    }
    for (let n = 0; n < 20; n += 1) {
        const began = performance.now();
        assert.equal(await served(), 202);
        assert.ok(performance.now() - began < 1_000);
    }
    for (const { afterMs } of await over) assert.ok(afterMs < PATIENCE.requestMs + 2 * AT_MOST_MS, `${afterMs} ms`);
});
