import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { TestContext } from 'node:test';
import { jsonLog, type Log } from '../../src/log.ts';
import { quoClient } from '../../src/quo/client.ts';
import { recordings as quoRecordings } from '../../src/quo/recordings.ts';
import { recordingLinks, type RecordingRef } from '../../src/web/recordings/recording-links.ts';
import type { Heard } from '../../src/web/recordings/guard.ts';
import { recordings, type RecordingDeps } from '../../src/web/recordings/recordings.ts';
import { listen } from '../../src/web/server.ts';
import { forWhoever } from './heard.ts';

export const SOUND = Buffer.from('0123456789abcdefghij');

/** Longer than any test may take, on whatever machine. */
const FOR_EVER_MS = 600_000;

export interface Play {
    readonly link: string;
    /** Requests for the sound itself. */
    readonly asked: IncomingMessage[];
    readonly played: string[];
    readonly logged: string[];
}

type Media = (request: IncomingMessage, response: ServerResponse) => void;

/**
 * A Quo whose recording is served as the test says, and the connector's link to it.
 *
 * @param limits.timeoutMs how long the connector waits for Quo's storage
 * @param limits.silenceMs how long it keeps a listener to whom nothing is sent
 */
export async function mediaQuo(
    t: TestContext,
    media: Media,
    more: Partial<RecordingDeps> = {},
    { timeoutMs = FOR_EVER_MS, silenceMs = FOR_EVER_MS }: { timeoutMs?: number; silenceMs?: number } = {}
): Promise<Play> {
    const asked: IncomingMessage[] = [];
    let own = '';
    const quo = createServer((request, response) => {
        if (request.url?.startsWith('/media') === true) {
            asked.push(request);
            return media(request, response);
        }
        response.setHeader('content-type', 'application/json');
        response.end(JSON.stringify({ data: [{ id: 'CR1', url: `${own}/media?secret=s3`, status: 'completed' }] }));
    });
    quo.listen(0, '127.0.0.1');
    await once(quo, 'listening');
    own = `http://127.0.0.1:${(quo.address() as AddressInfo).port}`;
    const source = quoRecordings(quoClient({ baseUrl: own, key: 'k' }), { apiUrl: own, timeoutMs });
    const played: string[] = [];
    const logged: string[] = [];
    const log: Log = jsonLog('debug', (line) => void logged.push(line));
    let url = '';
    const links = recordingLinks(() => url, 'key');
    const onPlayed = async (_: RecordingRef, { listener }: Heard) => void played.push(listener);
    const fetchRecording: RecordingDeps['fetchRecording'] = ({ callId, n }, part, signal) =>
        source.open(callId, n, part, signal);
    const patience = { headersMs: FOR_EVER_MS, requestMs: FOR_EVER_MS, silenceMs };
    const server = await listen([recordings({ links, log, verdict: forWhoever, onPlayed, fetchRecording, ...more })], {
        port: 0,
        host: '127.0.0.1',
        log,
        patience
    });
    t.after(async () => {
        await server.close(0);
        quo.closeAllConnections();
        quo.close();
    });
    url = server.url;
    return { link: links.url({ connection: 'default', callId: 'AC1', n: 1 }), asked, played, logged };
}

/** Serves one range, as storage does. */
export const serving: Media = (request, response) => {
    const [, from, to] = /^bytes=(\d+)-(\d*)$/.exec(request.headers.range ?? '') ?? [];
    response.setHeader('content-type', 'audio/mpeg');
    response.setHeader('accept-ranges', 'bytes');
    response.setHeader('etag', '"one"');
    const isStale = request.headers['if-range'] !== undefined && request.headers['if-range'] !== '"one"';
    if (from === undefined || isStale) return void response.end(SOUND);
    if (Number(from) >= SOUND.length) {
        response.writeHead(416, { 'content-type': 'application/xml', 'content-range': `bytes */${SOUND.length}` });
        return void response.end('<Error><HostId>inside</HostId></Error>');
    }
    const part = SOUND.subarray(Number(from), to === '' ? undefined : Number(to) + 1);
    const last = Number(from) + part.length - 1;
    response.writeHead(206, {
        'content-range': `bytes ${from}-${last}/${SOUND.length}`,
        'content-length': part.length
    });
    response.end(part);
};
