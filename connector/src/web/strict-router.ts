import express, { type Router } from 'express';

/**
 * A router for which `/Console` and `/console/` are other addresses than `/console`, as they are for proxies and for every
 * rule that somebody wrote for one of them.
 */
export function strictRouter(): Router {
    return express.Router({ caseSensitive: true, strict: true });
}
