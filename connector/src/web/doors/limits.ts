import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';

/** Counts failures by caller, in this process. */
export interface Limit {
    /** True while the caller may still try. */
    isOpen(caller: string): Promise<boolean>;
    /** @returns false once there were too many */
    failed(caller: string): Promise<boolean>;
}

/** @param failures allowed within `seconds` */
export function limit(failures: number, seconds: number): Limit {
    const limiter = new RateLimiterMemory({ points: failures, duration: seconds });
    return {
        isOpen: async (caller) => ((await limiter.get(caller))?.consumedPoints ?? 0) < failures,
        failed: (caller) =>
            limiter.consume(caller).then(
                () => true,
                (error: unknown) => {
                    if (error instanceof RateLimiterRes) return false;
                    throw error;
                }
            )
    };
}
