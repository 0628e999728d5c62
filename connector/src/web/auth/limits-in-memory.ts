import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import type { LimitOf } from '../../contracts/auth.ts';

/** Counts in this process alone: where there is no store. */
export const limitsInMemory: LimitOf = (name, attempts, seconds) => {
    const limiter = new RateLimiterMemory({ keyPrefix: name, points: attempts, duration: seconds });
    return {
        take: (caller) =>
            limiter.consume(caller).then(
                () => true,
                (error: unknown) => {
                    if (error instanceof RateLimiterRes) return false;
                    throw error;
                }
            ),
        forgive: async (caller) => void (await limiter.delete(caller))
    };
};
