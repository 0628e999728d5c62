import express from 'express';
import { begin, type Connected } from '../console/connected.ts';
import type { TestContext } from 'node:test';

export interface FoundRoute {
    readonly method: string;
    /** As it was written: `/console/:connection/forget`. */
    readonly path: string | RegExp;
}

type Route = Record<string, unknown> & { readonly path: string | RegExp };
interface Routers {
    route: (this: Routers, path: string | RegExp) => Route;
}

const METHODS = ['get', 'post', 'put', 'patch', 'delete', 'all', 'head', 'options'];

/** Opens a stand, and notes every route that a connector makes as it starts, so that a new one cannot be forgotten. */
export async function standWithRoutes(
    t: TestContext
): Promise<{ readonly all: Connected; readonly routes: readonly FoundRoute[] }> {
    const all = await begin(t);
    const routes: FoundRoute[] = [];
    const routers = (express.Router as unknown as { prototype: Routers }).prototype;
    const make = routers.route;
    routers.route = function noted(this: Routers, path) {
        const route = make.call(this, path);
        for (const method of METHODS) {
            const handle = route[method];
            if (typeof handle !== 'function') continue;
            route[method] = (...handlers: unknown[]): unknown => {
                routes.push({ method: method.toUpperCase(), path });
                return handle.apply(route, handlers) as unknown;
            };
        }
        return route;
    };
    try {
        await all.stand.another();
    } finally {
        routers.route = make;
    }
    return { all, routes };
}
