import express, { type ErrorRequestHandler, type RequestHandler, type Router } from 'express';
import type { LimitOf } from '../contracts/auth.ts';
import type { Headers, Receipt } from '../pipeline/receive.ts';
import { limitsInMemory } from './auth/limits-in-memory.ts';

/** Quo's events are a few kilobytes; a long transcript is a few hundred. */
const LARGEST_BODY = 1_048_576; // 1 MiB

/** What Quo, or whoever it is, is told; the codes are those of the page of errors. */
const UNKNOWN = { outcome: 'unknown-connection', code: 'WEBHOOK-CONNECTION' } as const;
const TOO_LARGE = { outcome: 'too-large', code: 'WEBHOOK-TOO-LARGE' } as const;

export interface WebhookDeps {
    readonly receive: (connection: string, headers: Headers, body: Uint8Array) => Promise<Receipt>;
    readonly isConnection: (connection: string) => boolean;
    /** Wrongly signed deliveries that one caller may send in a minute. Default: 60. */
    readonly refusalsAMinute?: number;
    /** Default: counted in this process alone. */
    readonly limits?: LimitOf;
}

/** `POST /webhooks/quo/<connection>`: the bytes as they came, and an answer as soon as they are durable. */
export function webhook({ receive, isConnection, limits = limitsInMemory, refusalsAMinute = 60 }: WebhookDeps): Router {
    const router = express.Router();
    const refusals = limits('webhook', refusalsAMinute, 60);
    const mustExist: RequestHandler<{ connection: string }> = (request, response, next) => {
        if (isConnection(request.params.connection)) next();
        else response.status(404).json(UNKNOWN);
    };
    const take: RequestHandler<{ connection: string }> = async (request, response) => {
        const body: unknown = request.body;
        const bytes = Buffer.isBuffer(body) ? body : Buffer.alloc(0);
        const { status, ...answer } = await receive(request.params.connection, headersOf(request), bytes);
        // Only what is refused anyway is limited: a wrong webhook among good ones must not hold those up.
        if (status === 401 && !(await refusals.take(request.ip ?? '')))
            response.status(429).json({ outcome: 'too-many' });
        else response.status(status).json(answer);
    };
    // `inflate: false`: Quo does not compress, so a compressed body is refused before it can grow.
    const raw = express.raw({ type: () => true, limit: LARGEST_BODY, inflate: false });
    router.post('/webhooks/quo/:connection', mustExist, raw, take);
    router.use('/webhooks/quo', refuseBody);
    return router;
}

/** Names that came twice as lists: node joins or drops them in `request.headers`, and a doubled signature must be seen. */
function headersOf({ headersDistinct }: { headersDistinct: NodeJS.Dict<string[]> }): Headers {
    return Object.fromEntries(
        Object.entries(headersDistinct).map(([name, values]) => [name, values?.length === 1 ? values[0] : values])
    );
}

const refuseBody: ErrorRequestHandler = (error: { type?: string }, _request, response, next) => {
    if (error.type === 'entity.too.large') response.status(413).json(TOO_LARGE);
    else if (error.type === 'encoding.unsupported') response.status(415).json({ outcome: 'compressed' });
    else if (error.type === 'request.aborted' || error.type === 'request.size.invalid')
        response.status(400).json({ outcome: 'cut-off' });
    else next(error);
};
