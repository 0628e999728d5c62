import { createServer, type Server, type ServerOptions } from 'node:http';
import type { AddressInfo } from 'node:net';
import express, { type ErrorRequestHandler, type RequestHandler, type Router } from 'express';
import helmet from 'helmet';
import { CodedError } from '../errors/errors.ts';
import { errorData, type Log } from '../log.ts';

const SECOND = 1_000;
/** Longer than what balancers keep open towards us (60 seconds), so that they never send into a closing connection. */
const KEEP_ALIVE_MS = 65 * SECOND;
const SWEEP_MS = 50;

export interface WebServer {
    /** `http://127.0.0.1:3000` */
    readonly url: string;
    /** Lets requests under way finish, at most `graceMs`, then closes every connection. */
    close(graceMs?: number): Promise<void>;
}

/** Milliseconds after which a connection is cut off. */
interface Patience {
    /** Until all headers are there, from the connection or the end of the last request on. */
    readonly headersMs: number;
    /** Until the whole request is there. */
    readonly requestMs: number;
    /** While neither side says anything, as when a player is paused: it asks for the rest when it goes on. */
    readonly silenceMs: number;
}

const PATIENCE: Patience = { headersMs: 10 * SECOND, requestMs: 30 * SECOND, silenceMs: 300 * SECOND };

export interface Listening {
    readonly port: number;
    readonly host: string;
    /** How long others may keep us waiting. Default: as long as a slow line needs. */
    readonly patience?: Patience;
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
    { port, host, log, trustedProxies = 0, patience = PATIENCE }: Listening
): Promise<WebServer> {
    const app = express();
    app.disable('x-powered-by');
    app.set('query parser', 'simple');
    app.set('case sensitive routing', true);
    app.set('strict routing', true);
    app.set('trust proxy', trustedProxies);
    app.use(helmet());
    app.use(refuseNul);
    for (const router of routers) app.use(router);
    app.use((_request, response) => void response.status(404).json({ outcome: 'not-found' }));
    app.use(lastResort(log));
    const server = createServer(limitsOf(patience), app);
    server.timeout = patience.silenceMs;
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

/** Node looks for those who dawdle only so often, by default every 30 seconds. */
function limitsOf({ headersMs, requestMs }: Patience): ServerOptions {
    return {
        headersTimeout: headersMs,
        requestTimeout: requestMs,
        connectionsCheckingInterval: headersMs / 4,
        keepAliveTimeout: KEEP_ALIVE_MS
    };
}

/** No address of ours has one, and no database takes one. */
const refuseNul: RequestHandler = ({ url }, response, next) => {
    if (/%00/.test(url)) response.status(400).json({ outcome: 'bad-request' });
    else next();
};

function lastResort(log: Log): ErrorRequestHandler {
    return (error: unknown, request, response, next) => {
        if (isUnreadable(error) && !response.headersSent) {
            response.status(400).json({ outcome: 'unreadable' });
            return;
        }
        log.error('request failed', { method: request.method, ...errorData(error) });
        if (response.headersSent) next(error);
        else response.status(500).json({ outcome: 'failed' });
    };
}

/** An address whose escapes mean nothing (`/%zz`): the asker's fault, which express throws with its status. */
function isUnreadable(error: unknown): boolean {
    return error instanceof URIError || (error instanceof Error && 'status' in error && error.status === 400);
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
