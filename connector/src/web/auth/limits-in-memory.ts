import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import type { LimitOf } from '../../contracts/auth.ts';
import { spentCallers } from '../../contracts/spent-callers.ts';

/** Counts in this process alone: where there is no store. */
export const limitsInMemory: LimitOf = (name, attempts, seconds) => {
    const limiter = new RateLimiterMemory({ keyPrefix: name, points: attempts, duration: seconds });
    const spent = spentCallers();
    return {
        isSpent: (caller) => spent.has(caller),
        take: (caller) =>
            limiter.consume(caller).then(
                () => true,
                (error: unknown) => {
                    if (error instanceof RateLimiterRes) return spent.add(caller, error.msBeforeNext);
                    throw error;
                }
            ),
        forgive: async (caller) => {
            spent.delete(caller);
            await limiter.delete(caller);
        }
    };
};
