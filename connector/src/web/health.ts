import type { RequestHandler, Router } from 'express';
import { strictRouter } from './strict-router.ts';

export interface OperationsDeps {
    /** Why deliveries cannot be made durable now; `undefined` while they can. */
    readonly storeTrouble: () => Promise<string | undefined>;
    /** What keeps connections from their whole work, by code; empty when nothing does. Receiving goes on all the same. */
    readonly troubles: () => Promise<readonly string[]>;
    readonly registry: { readonly contentType: string; metrics(): Promise<string> };
}

/** `/healthz`, for whoever asks: this process answers. Nothing else counts: a lost database is no reason to end it. */
export function health(): Router {
    const router = strictRouter();
    router.get('/healthz', (_request, response) => {
        response.set(NOT_KEPT).json({ status: 'alive' });
    });
    return router;
}

/**
 * For load balancers and monitoring, without a name, number or text of anybody.
 *
 * `/readyz`: deliveries sent here are made durable. A connection that waits, for its budget or for a person, is told there
 * and does not count: what Quo sends must go on arriving.
 *
 * @param guard who may ask
 */
export function operations({ storeTrouble, troubles, registry }: OperationsDeps, guard: RequestHandler): Router {
    const router = strictRouter();
    router.get('/readyz', guard, async (_request, response) => {
        const reason = await storeTrouble();
        const found = reason === undefined ? await troubles() : [reason];
        response
            .status(reason === undefined ? 200 : 503)
            .set(NOT_KEPT)
            .json({ status: reason === undefined ? 'ready' : 'not-ready', troubles: found });
    });
    router.get('/metrics', guard, async (_request, response) => {
        response
            .set(NOT_KEPT)
            .type(registry.contentType)
            .send(await registry.metrics());
    });
    return router;
}

const NOT_KEPT = { 'cache-control': 'no-store' };
