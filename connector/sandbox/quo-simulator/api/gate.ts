import type { NextFunction, Request, RequestHandler, Response } from 'express';
import { Refusal } from './refusal.ts';

const API_VERSION = '2026-03-30';
const YOUNG_KEY_MS = 30_000;
const PER_SECOND = 10;

/** API keys, with the moment each was made (milliseconds): a key is refused for its first 30 seconds. */
export type Keys = Map<string, number>;

/** The dated surface looks at the version before it looks at the key. */
export const requireVersion: RequestHandler = (request, _response, next) => {
    if (request.headers['quo-api-version'] === API_VERSION) {
        next();
        return;
    }
    throw new Refusal(
        400,
        `Unsupported or missing Quo-Api-Version header. Supported versions: ${API_VERSION}`,
        [],
        '0305400'
    );
};

/** The raw key, no `Bearer`; one that is younger than 30 seconds is not known yet. */
export function requireKey(keys: Keys, now: () => number): RequestHandler {
    return (request, _response, next) => {
        const bornAt = keys.get(request.headers.authorization ?? '');
        if (bornAt === undefined || now() - bornAt < YOUNG_KEY_MS) throw new Refusal(401, 'Unauthorized');
        next();
    };
}

/** Ten requests in each second of the clock for one key; then 429, without `Retry-After`, until the next second. */
export function limitRate(now: () => number): RequestHandler {
    const windows = new Map<string, { second: number; count: number }>();
    return (request: Request, _response: Response, next: NextFunction): void => {
        const key = request.headers.authorization ?? '';
        const second = Math.floor(now() / 1_000);
        const before = windows.get(key);
        const count = before?.second === second ? before.count + 1 : 1;
        windows.set(key, { second, count });
        if (count > PER_SECOND) throw new Refusal(429, 'Rate limit exceeded');
        next();
    };
}
