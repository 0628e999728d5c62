import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import express, { type ErrorRequestHandler, type Router } from 'express';
import helmet from 'helmet';
import { CodedError } from '../errors.ts';
import { errorData, type Log } from '../log.ts';

const SECOND = 1_000;
const SWEEP_MS = 50;

export interface WebServer {
    /** `http://127.0.0.1:3000` */
    readonly url: string;
    /** Lets requests under way finish, at most `graceMs`, then closes every connection. */
    close(graceMs?: number): Promise<void>;
}

export interface Listening {
    readonly port: number;
    readonly host: string;
    /** How many proxies in front may say where a request comes from. Default: none. */
    readonly trustedProxies?: number;
    readonly log: Log;
}

/**
 * Listens, with strict limits: a sender who dawdles is cut off, and nothing that goes wrong is told in detail.
 *
 * @throws {CodedError} `WEB-PORT` when the port is taken or not allowed
 */
export async function listen(
    routers: readonly Router[],
    { port, host, log, trustedProxies = 0 }: Listening
): Promise<WebServer> {
    const app = express();
    app.disable('x-powered-by');
    app.set('query parser', 'simple');
    app.set('trust proxy', trustedProxies);
    app.use(helmet());
    for (const router of routers) app.use(router);
    app.use((_request, response) => void response.status(404).json({ outcome: 'not-found' }));
    app.use(lastResort(log));
    const server = createServer(
        { requestTimeout: 30 * SECOND, headersTimeout: 10 * SECOND, keepAliveTimeout: 65 * SECOND },
        app
    );
    await new Promise<void>((resolve, reject) => {
        server.once('error', (error) =>
            reject(new CodedError('WEB-PORT', `${host}:${port} (${error.message})`, { cause: error }))
        );
        server.listen(port, host, resolve);
    });
    const address = server.address() as AddressInfo;
    return {
        url: `http://${host.includes(':') ? `[${host}]` : host}:${address.port}`,
        close: (graceMs) => closeServer(server, graceMs)
    };
}

function lastResort(log: Log): ErrorRequestHandler {
    return (error: unknown, request, response, next) => {
        log.error('request failed', { method: request.method, ...errorData(error) });
        if (response.headersSent) next(error);
        else response.status(500).json({ outcome: 'failed' });
    };
}

async function closeServer(server: Server, graceMs = 5 * SECOND): Promise<void> {
    const closed = new Promise<void>((resolve) => server.close(() => resolve()));
    // A connection that is answered now is kept open by its client: it is idle only then (seen with Node 24.21).
    const sweep = setInterval(() => server.closeIdleConnections(), SWEEP_MS);
    const timer = setTimeout(() => server.closeAllConnections(), graceMs);
    await closed;
    clearInterval(sweep);
    clearTimeout(timer);
}
