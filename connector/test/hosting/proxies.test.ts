import assert from 'node:assert/strict';
import { once } from 'node:events';
import { get, type IncomingMessage } from 'node:http';
import { request } from 'node:https';
import { text } from 'node:stream/consumers';
import { test, type TestContext } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import express, { type Response } from 'express';
import { SILENT } from '../../src/log.ts';
import { listen } from '../../src/web/server.ts';
import { without } from './program.ts';
import { startCaddy, startNginx, type Proxy } from './proxies.ts';

const LOOK_EVERY = 50;
const EXAMPLES = [
    { name: 'nginx', start: startNginx, skip: without('nginx', 'openssl') },
    { name: 'Caddy', start: startCaddy, skip: without('caddy') }
];
const MONITORING = ['metrics', 'readyz'].flatMap((name) => [
    `/${name}`,
    `/${name}/`,
    `/${name.toUpperCase()}`,
    `/${name}?format=text`,
    `//${name}`,
    `/%${name.charCodeAt(0).toString(16)}${name.slice(1)}`
]);

/** The connector's own server, with routes that show what came. */
async function behind(t: TestContext, start: (t: TestContext, connector: string) => Promise<Proxy>) {
    const router = express.Router();
    const streams: Response[] = [];
    router.get(['/metrics', '/readyz'], (_request, response) => void response.send('for monitoring'));
    router.post('/echo', express.raw({ type: () => true, limit: '4mb' }), (request, response) => {
        const bytes = (request.body as Buffer).toString('base64');
        response.json({ ip: request.ip, host: request.headers.host, bytes });
    });
    router.get('/recording', (_request, response) => {
        streams.push(response);
        response.write('first');
    });
    const web = await listen([router], { port: 0, host: '127.0.0.1', trustedProxies: 1, log: SILENT });
    const proxy = await start(t, web.url.replace('http://', ''));
    t.after(() => web.close(0));
    return { proxy, streams, web };
}

interface Sent {
    readonly method?: string;
    readonly headers?: Readonly<Record<string, string>>;
}

/** A request to the proxy on this machine, under its public name. */
async function ask(
    { name, httpsPort }: Proxy,
    path: string,
    options: Sent = {},
    body?: Buffer
): Promise<IncomingMessage> {
    const asking = request({
        host: '127.0.0.1',
        port: httpsPort,
        servername: name,
        path,
        rejectUnauthorized: false,
        agent: false,
        ...options,
        headers: { host: name, ...options.headers }
    });
    asking.end(body);
    const [response] = (await once(asking, 'response')) as [IncomingMessage];
    return response;
}

const post = (headers: Readonly<Record<string, string>> = {}): Sent => ({ method: 'POST', headers });

for (const { name, start, skip } of EXAMPLES) {
    test(
        `${name} hands every byte of a delivery on, and says who sent it whatever the sender says`,
        { skip },
        async (t) => {
            const { proxy } = await behind(t, start);
            const bytes = Buffer.from([0, 1, 0xff, 0x0d, 0x0a, ...Buffer.from('{"é":"…"}')]);
            const response = await ask(proxy, '/echo', post({ 'x-forwarded-for': '203.0.113.9, 198.51.100.7' }), bytes);
            const told = JSON.parse(await text(response)) as Record<string, string>;
            assert.equal(told['bytes'], bytes.toString('base64'));
            assert.equal(told['ip'], '127.0.0.1');
            assert.equal(told['host'], 'quo.example.com');
        }
    );

    test(`${name} leaves it to the connector to refuse what is larger than it takes`, { skip }, async (t) => {
        const { proxy } = await behind(t, start);
        const bytes = Buffer.alloc(1_500_000, 'x');
        const response = await ask(proxy, '/echo', post(), bytes);
        const told = JSON.parse(await text(response)) as Record<string, string>;
        assert.ok(told['bytes'] === bytes.toString('base64'));
    });

    test(`${name} shows nobody what is for monitoring, however its address is written`, { skip }, async (t) => {
        const { proxy } = await behind(t, start);
        for (const path of MONITORING) {
            const response = await ask(proxy, path);
            assert.doesNotMatch(await text(response), /for monitoring/, path);
            assert.equal(response.statusCode, 404, path);
        }
    });

    test(`${name} hands a recording on while it comes in`, { skip }, async (t) => {
        const { proxy, streams } = await behind(t, start);
        const response = await ask(proxy, '/recording');
        const [first] = (await once(response, 'data')) as [Buffer];
        // Only now does the rest leave the connector: whoever waits for the whole would wait for ever.
        assert.equal(first.toString(), 'first');
        streams[0]?.end(' and last');
        assert.equal(await text(response), ' and last');
    });

    test(`${name} stops a recording when its listener leaves`, { skip }, async (t) => {
        const { proxy, streams } = await behind(t, start);
        const response = await ask(proxy, '/recording');
        await once(response, 'data');
        const [stream] = streams;
        assert.ok(stream !== undefined && !stream.destroyed);
        const closed = once(stream, 'close');
        response.destroy();
        await closed;
    });

    test(`${name} sends whoever comes without TLS to the same address with it`, { skip }, async (t) => {
        const { proxy } = await behind(t, start);
        const headers = { host: 'quo.example.com' };
        const asking = get({ host: '127.0.0.1', port: proxy.httpPort, path: '/recordings/AC1/1?s=x', headers });
        const [response] = (await once(asking, 'response')) as [IncomingMessage];
        response.resume();
        assert.ok([301, 308].includes(response.statusCode ?? 0));
        const { hostname, pathname, search } = new URL(response.headers.location ?? '');
        assert.deepEqual([hostname, pathname, search], ['quo.example.com', '/recordings/AC1/1', '?s=x']);
    });

    test(
        `${name} writes no signature of a link into its logs, not even when the connector is away`,
        { skip },
        async (t) => {
            const { proxy, web } = await behind(t, start);
            (await ask(proxy, '/recordings/AC1/1?c=default&s=SIGNATURE')).resume();
            await web.close(0);
            const response = await ask(proxy, '/recordings/AC2/1?c=default&s=SIGNATURE');
            assert.equal(response.statusCode, 502);
            await text(response);
            // It writes when it has answered.
            while (!(await proxy.log()).includes('/recordings/AC2/1')) await sleep(LOOK_EVERY);
            assert.doesNotMatch(await proxy.log(), /SIGNATURE/);
        }
    );
}
