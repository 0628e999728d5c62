import express, { type ErrorRequestHandler, type Request, type RequestHandler, type Router } from 'express';
import type { LimitOf } from '../contracts/auth.ts';
import type { Log } from '../log.ts';
import type { Headers, Receipt } from '../pipeline/receive.ts';
import { limitsInMemory } from './auth/limits-in-memory.ts';
import { strictRouter } from './strict-router.ts';

/** Quo's events are a few kilobytes; a long transcript is a few hundred. */
const LARGEST_BODY = 1_048_576; // 1 MiB

/** What Quo, or whoever it is, is told; the codes are those of the page of errors. */
const UNKNOWN = { outcome: 'unknown-connection', code: 'WEBHOOK-CONNECTION' } as const;
const TOO_MANY = { outcome: 'too-many' } as const;
const TOO_LARGE = { outcome: 'too-large', code: 'WEBHOOK-TOO-LARGE' } as const;

export interface WebhookDeps {
    readonly receive: (connection: string, headers: Headers, body: Uint8Array) => Promise<Receipt>;
    readonly isConnection: (connection: string) => boolean;
    /** Wrongly signed deliveries that one caller may send in a minute. Default: 60. */
    readonly refusalsAMinute?: number;
    /** Deliveries with a signature that are looked at from such a caller all the same, in a minute. Default: 600. */
    readonly looksAMinute?: number;
    readonly log: Log;
    /** Default: counted in this process alone. */
    readonly limits?: LimitOf;
}

/** `POST /webhooks/quo/<connection>`: the bytes as they came, and an answer as soon as they are durable. */
export function webhook(parts: WebhookDeps): Router {
    const { receive, isConnection, log, limits = limitsInMemory, refusalsAMinute = 60, looksAMinute = 600 } = parts;
    const router = strictRouter();
    const refusals = limits('webhook', refusalsAMinute, 60);
    const looks = limitsInMemory('webhook-looks', looksAMinute, 60);
    const lines = limitsInMemory('webhook-lines', 1, 60);
    // Before the body is read, a signature computed or a line logged. What is signed is looked at still, so far as that is
    // cheap: good deliveries may come from the same address as a wrong webhook's.
    const mayBeLookedAt: RequestHandler<{ connection: string }> = async (request, response, next) => {
        const caller = request.ip ?? '';
        if (!refusals.isSpent(caller) || (isSigned(request) && (await looks.take(caller)))) next();
        else response.status(429).json(TOO_MANY);
    };
    const mustExist: RequestHandler<{ connection: string }> = (request, response, next) => {
        if (isConnection(request.params.connection)) next();
        else response.status(404).json(UNKNOWN);
    };
    const take: RequestHandler<{ connection: string }> = async (request, response) => {
        const body: unknown = request.body;
        const bytes = Buffer.isBuffer(body) ? body : Buffer.alloc(0);
        const { connection } = request.params;
        const receipt = await receive(connection, headersOf(request), bytes);
        const { status, ...answer } = receipt;
        if (receipt.status !== 401) {
            response.status(status).json(answer);
            return;
        }
        const caller = request.ip ?? '';
        if (await lines.take(caller)) log.warn('delivery refused', { connection, code: receipt.code });
        const mayTryAgain = await refusals.take(caller);
        response.status(mayTryAgain ? status : 429).json(mayTryAgain ? answer : TOO_MANY);
    };
    // `inflate: false`: Quo does not compress, so a compressed body is refused before it can grow.
    const raw = express.raw({ type: () => true, limit: LARGEST_BODY, inflate: false });
    router.post('/webhooks/quo/:connection', mustExist, mayBeLookedAt, raw, take);
    router.use('/webhooks/quo', refuseBody);
    return router;
}

/** Whether it claims to be Quo's, in either of its ways. */
function isSigned({ headers }: Pick<Request, 'headers'>): boolean {
    return headers['webhook-signature'] !== undefined || headers['openphone-signature'] !== undefined;
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
