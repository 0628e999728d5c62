import express, { type Router } from 'express';

export interface HealthDeps {
    /** Why deliveries cannot be made durable now; `undefined` while they can. */
    readonly storeTrouble: () => Promise<string | undefined>;
    /** What keeps connections from their whole work, by code; empty when nothing does. Receiving goes on all the same. */
    readonly troubles: () => Promise<readonly string[]>;
    readonly registry: { readonly contentType: string; metrics(): Promise<string> };
}

/**
 * For load balancers and monitoring, without a name, number or text of anybody.
 *
 * `/healthz`: this process answers. Nothing else counts: a lost database is no reason to end it. `/readyz`: deliveries sent
 * here are made durable. A connection that waits, for its budget or for a person, is told there and does not count either:
 * what Quo sends must go on arriving.
 */
export function health({ storeTrouble, troubles, registry }: HealthDeps): Router {
    const router = express.Router();
    router.get('/healthz', (_request, response) => {
        response.set(NOT_KEPT).json({ status: 'alive' });
    });
    router.get('/readyz', async (_request, response) => {
        const reason = await storeTrouble();
        const found = reason === undefined ? await troubles() : [reason];
        response
            .status(reason === undefined ? 200 : 503)
            .set(NOT_KEPT)
            .json({ status: reason === undefined ? 'ready' : 'not-ready', troubles: found });
    });
    router.get('/metrics', async (_request, response) => {
        response
            .set(NOT_KEPT)
            .type(registry.contentType)
            .send(await registry.metrics());
    });
    return router;
}

const NOT_KEPT = { 'cache-control': 'no-store' };
