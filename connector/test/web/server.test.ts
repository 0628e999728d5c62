import assert from 'node:assert/strict';
import { once, EventEmitter } from 'node:events';
import { Agent, get, type IncomingMessage } from 'node:http';
import { connect } from 'node:net';
import { test, type TestContext } from 'node:test';
import express from 'express';
import { SILENT } from '../../src/log.ts';
import { listen, type WebServer } from '../../src/web/server.ts';

/** Waiting so long would be hanging. */
const FOR_EVER_MS = 600_000;
const HANGS = { timeout: 60_000 };

/** Answers `/slow` when told to. */
async function serving(t: TestContext): Promise<{ web: WebServer; asked: Promise<unknown>; answer: () => void }> {
    const router = express.Router();
    const happened = new EventEmitter();
    const asked = once(happened, 'asked');
    let answer = (): void => {};
    router.get('/slow', (_request, response) => {
        answer = () => void response.json({ done: true });
        happened.emit('asked');
    });
    const web = await listen([router], { port: 0, host: '127.0.0.1', log: SILENT });
    t.after(() => web.close(0));
    return { web, asked, answer: () => answer() };
}

test(
    'closing lets a request under way finish, and waits no longer for a connection that is kept open',
    HANGS,
    async (t) => {
        const { web, asked, answer } = await serving(t);
        const agent = new Agent({ keepAlive: true });
        t.after(() => agent.destroy());
        const response = once(get(`${web.url}/slow`, { agent }), 'response') as Promise<[IncomingMessage]>;
        await asked;
        const closed = web.close(FOR_EVER_MS);
        answer();
        assert.equal((await response)[0].resume().statusCode, 200);
        await closed;
    }
);

test(
    'closing does not wait for somebody who never asks for anything, nor for who never hears the answer',
    HANGS,
    async (t) => {
        const { web, asked } = await serving(t);
        const mute = connect(Number(new URL(web.url).port), '127.0.0.1').on('error', () => {});
        await once(mute, 'connect');
        const waiting = get(`${web.url}/slow`).on('error', () => {});
        await asked;
        await web.close(50);
        waiting.destroy();
        mute.destroy();
    }
);

test('an address whose escapes mean nothing is the asker’s fault', async (t) => {
    const router = express.Router();
    router.get('/things/:name', (_request, response) => void response.json({}));
    const web = await listen([router], { port: 0, host: '127.0.0.1', log: SILENT });
    t.after(() => web.close(0));
    assert.equal((await fetch(`${web.url}/things/%zz`)).status, 400);
});
