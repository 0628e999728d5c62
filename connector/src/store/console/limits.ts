import { createHash } from 'node:crypto';
import type pg from 'pg';
import { RateLimiterMemory, RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible';
import type { LimitOf } from '../../contracts/auth.ts';
import { spentCallers } from '../../contracts/spent-callers.ts';
import { rateLimitKey } from './rate-limit-key.ts';

/**
 * Limits that hold for all processes on one database together.
 *
 * An attempt costs one statement until the caller has had all of theirs; then this process remembers it, and a flood costs
 * the database nothing. While the database is away each process counts for itself.
 */
export function limitsOn(pool: pg.Pool): LimitOf {
    return (name, attempts, seconds) => {
        const own = { keyPrefix: name, points: attempts, duration: seconds };
        const limiter = new RateLimiterPostgres({
            ...own,
            storeClient: withoutNames(pool),
            storeType: 'pool',
            tableName: 'attempts',
            tableCreated: true,
            // `upkeep` lets old rows go.
            clearExpiredByTimeout: false,
            inMemoryBlockOnConsumed: attempts + 1,
            insuranceLimiter: new RateLimiterMemory(own)
        });
        const spent = spentCallers();
        return {
            isSpent: (caller) => spent.has(keyOf(caller)),
            take: (caller) =>
                limiter.consume(keyOf(caller)).then(
                    () => true,
                    (error: unknown) => {
                        if (error instanceof RateLimiterRes) return spent.add(keyOf(caller), error.msBeforeNext);
                        throw error;
                    }
                ),
            forgive: async (caller) => {
                spent.delete(keyOf(caller));
                await limiter.delete(keyOf(caller));
            }
        };
    };
}

/**
 * The limiter names its statements (rate-limiter-flexible), and a session keeps what was named. Behind a pooler in
 * transaction mode the next session does not know the name, and each process would silently count for itself.
 */
function withoutNames(pool: pg.Pool): Pick<pg.Pool, 'query'> {
    const query = ({ text, values = [] }: pg.QueryConfig): Promise<pg.QueryResult> => pool.query(text, values);
    return { query } as Pick<pg.Pool, 'query'>;
}

/** Where somebody calls from is nobody's business after the fact. */
function keyOf(caller: string): string {
    return createHash('sha256').update(rateLimitKey(caller)).digest('base64url');
}
