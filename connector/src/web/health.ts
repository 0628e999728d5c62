import express, { type Router } from 'express';

export interface HealthParts {
    /** True while deliveries can be made durable. */
    readonly isStoring: () => Promise<boolean>;
    /** What keeps this process from doing its whole work; empty when nothing does. */
    readonly troubles: () => Promise<readonly string[]>;
    readonly registry: { readonly contentType: string; metrics(): Promise<string> };
}

/** For load balancers and monitoring: alive, ready, and numbers. No names, numbers or texts. */
export function health({ isStoring, troubles, registry }: HealthParts): Router {
    const router = express.Router();
    router.get('/healthz', async (_request, response) => {
        const isUp = await isStoring();
        response.status(isUp ? 200 : 503).json({ status: isUp ? 'accepting' : 'store-unreachable' });
    });
    router.get('/readyz', async (_request, response) => {
        const found = await troubles();
        response
            .status(found.length === 0 ? 200 : 503)
            .json({ status: found.length === 0 ? 'ready' : 'not-ready', troubles: found });
    });
    router.get('/metrics', async (_request, response) => {
        response.type(registry.contentType).send(await registry.metrics());
    });
    return router;
}
