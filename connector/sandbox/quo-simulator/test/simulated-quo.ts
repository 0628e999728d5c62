import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { TestContext } from 'node:test';
import { startQuo, type QuoOptions } from '../quo.ts';

export type Json = Record<string, unknown>;

export interface Answer {
    readonly status: number;
    readonly headers: Headers;
    /** Any JSON; `undefined` when there is none. Tests say what they expect of it. */
    readonly body: Json;
}

export interface SimulatedQuo {
    readonly url: string;
    /** Milliseconds that the simulated Quo believes it is. */
    readonly clock: { ms: number };
    /** With the key and the version; every call is in a second of its own, so that the limiter stays out of the way. */
    api(path: string, init?: { method?: string; body?: unknown; headers?: Record<string, string> }): Promise<Answer>;
    control(method: string, path: string, body?: unknown): Promise<Answer>;
}

const START = Date.parse('2026-11-23T15:00:00.000Z');

/** A simulated Quo for one test, closed when the test ends. */
export async function simulatedQuo(t: TestContext, options: QuoOptions = {}): Promise<SimulatedQuo> {
    const clock = { ms: START };
    const quo = await startQuo({ now: () => clock.ms, retryScale: 0.000_01, ...options });
    t.after(() => quo.close());
    return {
        url: quo.url,
        clock,
        api(path, { method = 'GET', body, headers = {} } = {}) {
            clock.ms += 1_000;
            const own = { authorization: 'sandbox-key', 'quo-api-version': '2026-03-30', ...headers };
            return ask(quo.url + path, method, body, own);
        },
        control: (method, path, body) => ask(`${quo.url}/_control${path}`, method, body, {})
    };
}

async function ask(url: string, method: string, body: unknown, headers: Record<string, string>): Promise<Answer> {
    const json = body === undefined ? {} : { body: JSON.stringify(body) };
    const type = body === undefined ? {} : { 'content-type': 'application/json' };
    const response = await fetch(url, { method, headers: { ...headers, ...type }, ...json });
    const text = await response.text();
    const read: unknown = text.startsWith('{') ? JSON.parse(text) : { text };
    return { status: response.status, headers: response.headers, body: read as Json };
}

export interface Received {
    readonly headers: IncomingHttpHeaders;
    readonly bytes: Buffer;
    readonly body: Json & { type: string; data: { resource: Json; context: Json; object: Json } };
}

export interface Receiver {
    readonly url: string;
    readonly got: readonly Received[];
    /** Resolves when so many deliveries have come, or throws after five seconds. */
    until(count: number): Promise<readonly Received[]>;
}

/** A webhook endpoint. `answer` gives the status for each delivery, from the first (0) on. */
export async function receiver(
    t: TestContext,
    answer: (n: number, headers: IncomingHttpHeaders) => number = () => 200
): Promise<Receiver> {
    const got: Received[] = [];
    let heard = (): void => undefined;
    const server = createServer((request, response) => {
        const chunks: Buffer[] = [];
        request.on('data', (chunk: Buffer) => chunks.push(chunk));
        request.on('end', () => {
            const bytes = Buffer.concat(chunks);
            response.writeHead(answer(got.length, request.headers)).end();
            got.push({ headers: request.headers, bytes, body: readable(bytes) });
            heard();
        });
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    t.after(() => {
        server.closeAllConnections();
        server.close();
    });
    return {
        url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook`,
        got,
        async until(count) {
            const late = AbortSignal.timeout(5_000);
            while (got.length < count) {
                if (late.aborted)
                    throw new Error(`Only ${got.length} of ${count} deliveries came within five seconds.`);
                await new Promise<void>((resolve) => {
                    heard = resolve;
                    late.addEventListener('abort', () => resolve(), { once: true });
                });
            }
            return got;
        }
    };
}

function readable(bytes: Buffer): Received['body'] {
    try {
        return JSON.parse(bytes.toString()) as Received['body'];
    } catch {
        return { type: 'unreadable', data: { resource: {}, context: {}, object: {} } };
    }
}

/** A call in the short form: incoming, answered by Luc after five seconds, for a minute. */
export const ANSWERED_CALL = {
    kind: 'call',
    direction: 'incoming',
    inbox: 'principal',
    who: ['mathieu-bergeron'],
    rings: 5,
    talks: 60,
    answeredBy: 'luc',
    ends: 'answered',
    recordings: [{ lasts: 59 }],
    summary: { summary: ['Bonjour.'], nextSteps: ['Rappeler.'] }
};

export function data(answer: Answer): Json {
    return answer.body.data as Json;
}

export function list(answer: Answer): Json[] {
    return answer.body.data as Json[];
}
