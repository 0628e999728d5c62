import assert from 'node:assert/strict';
import { createServer, type Server } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { test, type TestContext } from 'node:test';
import { SILENT } from '../../src/log.ts';
import { quoClient } from '../../src/quo/client.ts';
import { recordings as quoRecordings } from '../../src/quo/recordings.ts';
import { recordingLinks } from '../../src/web/recordings/recording-links.ts';
import { recordings } from '../../src/web/recordings/recordings.ts';
import { listen } from '../../src/web/server.ts';
import { forWhoever } from '../web/heard.ts';

async function listening(t: TestContext, server: Server): Promise<string> {
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    t.after(() => {
        server.closeAllConnections();
        server.close();
    });
    return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

/** A Quo whose answer names the address of a recording, and something inside the network that must not be asked. */
async function world(t: TestContext, addressOf: (secret: string, own: string) => string) {
    let asked = 0;
    const inside = await listening(
        t,
        createServer((_request, response) => {
            asked += 1;
            response.end('a secret of the network');
        })
    );
    let own = '';
    const quo = createServer((request, response) => {
        if (request.url?.startsWith('/redirect') === true) {
            response.writeHead(302, { location: inside }).end();
            return;
        }
        response.setHeader('content-type', 'application/json');
        response.end(JSON.stringify({ data: [{ id: 'CR1', url: addressOf(inside, own), status: 'completed' }] }));
    });
    own = await listening(t, quo);
    const source = quoRecordings(quoClient({ baseUrl: own, key: 'k' }), { apiUrl: own });
    let url = '';
    const links = recordingLinks(() => url, 'key');
    const parts = {
        links,
        log: SILENT,
        verdict: forWhoever,
        onPlayed: async () => {},
        fetchRecording: ({ callId, n }: { callId: string; n: number | 'voicemail' }) => source.open(callId, n)
    };
    const server = await listen([recordings(parts)], { port: 0, host: '127.0.0.1', log: SILENT });
    t.after(() => server.close());
    url = server.url;
    return { link: links.url({ connection: 'default', callId: 'AC1', n: 1 }), asked: () => asked };
}

for (const [what, addressOf] of Object.entries<(secret: string, own: string) => string>({
    'an address inside the network': (secret) => secret,
    'the metadata address of a cloud': () => 'http://169.254.169.254/latest/meta-data/',
    'a file': () => 'file:///etc/passwd',
    'a host that only looks like Quo’s': () => 'https://quo.com.evil.example/a.mp3',
    'Quo’s name as a user name': () => 'https://quo.com@evil.example/a.mp3',
    'a redirect into the network': (_secret, own) => `${own}/redirect`
}))
    test(`a recording is not fetched from ${what}`, async (t) => {
        const { link, asked } = await world(t, addressOf);
        const answer = await fetch(link, { headers: { 'accept-language': 'en' } });
        assert.equal(answer.status, 502);
        const text = await answer.text();
        assert.match(text, /did not hand out the recording/);
        assert.ok(!/secret|169\.254|evil/.test(text));
        assert.equal(asked(), 0);
    });
