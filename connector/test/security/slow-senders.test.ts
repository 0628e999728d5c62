import assert from 'node:assert/strict';
import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { test, type TestContext } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import express from 'express';
import { SILENT } from '../../src/log.ts';
import { listen } from '../../src/web/server.ts';
import { webhook } from '../../src/web/webhook.ts';

/** Short: what is tested is that it ends. No test says how soon, which is the machine's. */
const PATIENCE = { headersMs: 400, requestMs: 800, silenceMs: 1_500 };
/** Longer than a test may take: nobody is cut off. */
const FOR_EVER = { headersMs: 600_000, requestMs: 600_000, silenceMs: 600_000 };
/** A connection that is never cut off keeps its test from ending. */
const HANGS = { timeout: 120_000 };

async function world(t: TestContext, patience = PATIENCE) {
    let received = 0;
    const receive = async () => {
        received += 1;
        return { status: 202, outcome: 'stored' } as const;
    };
    const unread = Promise.withResolvers<void>();
    const endless = express.Router();
    endless.get('/endless', (_request, response) => {
        response.once('close', () => unread.resolve());
        response.write(Buffer.alloc(64 * 1_024 * 1_024));
    });
    const routers = [
        webhook({
            log: SILENT,
            receive,
            isConnection: () => true
        }),
        endless
    ];
    const server = await listen(routers, { port: 0, host: '127.0.0.1', log: SILENT, patience });
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
    return { dial, served, received: () => received, unread: unread.promise };
}

/** @returns what the connector said until it hung up */
async function hungUp(socket: Socket): Promise<string> {
    let said = '';
    socket.on('data', (chunk: Buffer) => (said += chunk.toString('latin1').slice(0, 200)));
    // Cut off by a reset as well.
    await new Promise((resolve) => socket.once('close', resolve));
    return said;
}

/** Says one more letter every now and then, as long as anybody listens. */
async function drip(socket: Socket): Promise<void> {
    while (!socket.destroyed && socket.writable) {
        socket.write('x');
        await sleep(50);
    }
}

const HEAD = 'POST /webhooks/quo/default HTTP/1.1\r\nHost: x\r\nContent-Length: 100000\r\n\r\n';

test('headers that come letter by letter are cut off, and nothing of them is handled', HANGS, async (t) => {
    const { dial, received } = await world(t);
    const socket = await dial();
    const over = hungUp(socket);
    socket.write('POST /webhooks/quo/default HTTP/1.1\r\nX-Slow: ');
    void drip(socket);
    // A letter that crosses the refusal resets the connection before it is read.
    assert.match(await over, /^$|^HTTP\/1\.1 408/);
    assert.equal(received(), 0);
});

test('a body that comes letter by letter is cut off, and nothing of it is handled', HANGS, async (t) => {
    const { dial, received } = await world(t);
    const socket = await dial();
    const over = hungUp(socket);
    socket.write(HEAD);
    void drip(socket);
    await over;
    assert.equal(received(), 0);
});

test('whoever connects and says nothing is hung up on', HANGS, async (t) => {
    const { dial } = await world(t);
    await hungUp(await dial());
});

test('whoever asks and never reads the answer is hung up on', HANGS, async (t) => {
    const { dial, unread } = await world(t);
    const socket = await dial();
    socket.pause();
    socket.write('GET /endless HTTP/1.1\r\nHost: x\r\n\r\n');
    await unread;
    socket.resume();
    await hungUp(socket);
});

async function dawdlers({ dial }: Awaited<ReturnType<typeof world>>): Promise<readonly Socket[]> {
    const sockets = await Promise.all(Array.from({ length: 300 }, dial));
    for (const [n, socket] of sockets.entries()) {
        if (n % 3 === 0) socket.write(HEAD);
        if (n % 3 === 1) socket.write('POST /webhooks');
    }
    return sockets;
}

test('three hundred who dawdle keep nobody else waiting', HANGS, async (t) => {
    const it = await world(t, FOR_EVER);
    const sockets = await dawdlers(it);
    for (let n = 0; n < 20; n += 1) assert.equal(await it.served(), 202);
    assert.equal(it.received(), 20);
    assert.ok(sockets.every((socket) => !socket.closed));
});

test('three hundred who dawdle are all cut off', HANGS, async (t) => {
    const it = await world(t);
    const held = (await dawdlers(it)).filter((socket) => !socket.closed);
    await Promise.all(held.map(hungUp));
    assert.equal(it.received(), 0);
});
