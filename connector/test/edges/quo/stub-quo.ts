import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { TestContext } from 'node:test';
import { quoClient, type QuoClient, type QuoClientOptions } from '../../../src/quo/client.ts';

export interface Seen {
    readonly method: string;
    /** Decoded, with its query. */
    readonly path: string;
    readonly headers: IncomingHttpHeaders;
    readonly body: unknown;
    /** Milliseconds, by this machine's monotonic clock. */
    readonly at: number;
}

export type Answer =
    | {
          readonly status?: number;
          readonly json?: unknown;
          readonly text?: string;
          readonly headers?: Record<string, string>;
      }
    | 'silence'
    | 'hang up';

export interface Stub {
    readonly url: string;
    readonly seen: Seen[];
}

/** A server that answers as the test says; closed with the test. */
export async function stubQuo(t: TestContext, answer: (seen: Seen, count: number) => Answer): Promise<Stub> {
    const seen: Seen[] = [];
    const server = createServer((request, response) => {
        const chunks: Buffer[] = [];
        request.on('data', (chunk: Buffer) => chunks.push(chunk));
        request.on('end', () => {
            const text = Buffer.concat(chunks).toString();
            const one: Seen = {
                method: request.method ?? '',
                path: decodeURIComponent(request.url ?? ''),
                headers: request.headers,
                body: text === '' ? undefined : (JSON.parse(text) as unknown),
                at: performance.now()
            };
            seen.push(one);
            const said = answer(one, seen.length);
            if (said === 'silence') return;
            if (said === 'hang up') return void request.socket.destroy();
            response.writeHead(said.status ?? 200, { 'content-type': 'application/json', ...said.headers });
            response.end(said.text ?? (said.json === undefined ? '' : JSON.stringify(said.json)));
        });
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    t.after(() => {
        server.closeAllConnections();
        server.close();
    });
    return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, seen };
}

/** A client that waits for nothing, and says what it would have waited for. */
export function hastyClient(
    baseUrl: string,
    options: Partial<QuoClientOptions> = {}
): QuoClient & { readonly slept: number[] } {
    const slept: number[] = [];
    let clock = Date.parse('2026-11-20T12:00:00.000Z');
    const client = quoClient({
        baseUrl,
        key: 'sandbox-key',
        perSecond: 1_000,
        timeoutMs: 60_000,
        random: () => 0.5,
        now: () => clock,
        sleep: async (ms) => {
            slept.push(ms);
            clock += ms;
        },
        ...options
    });
    return { ...client, slept };
}
