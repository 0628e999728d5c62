const FIRST_DELAY_MS = 400;
const LONGEST_DELAY_MS = 8_000;
/** Longer waits are better spent by whoever asked: work that is due comes back by itself. */
const ATTEMPTS_AFTER_TROUBLE = 4;
const ATTEMPTS_AFTER_429 = 8;

/**
 * How long to wait before the same request is made again.
 *
 * What cannot be read is repeated as well. Quo documents no `Retry-After`, but one is obeyed. A `POST` that got no answer, or an error of the server, may have
 * been carried out: it is never repeated here, because a second one makes a second thing.
 *
 * @param random from 0 up to 1
 * @returns undefined when it is not to be repeated
 */
export function retryDelay(
    failure: { readonly status?: number; readonly retryAfterMs?: number; readonly isUnreadable?: boolean },
    endpoint: string,
    attempts: number,
    random: number
): number | undefined {
    const { status } = failure;
    const trouble = status === undefined || status >= 500 || status === 408 || failure.isUnreadable === true;
    if (!trouble && status !== 429) return undefined;
    if (trouble && endpoint.startsWith('POST ')) return undefined;
    if (attempts >= (status === 429 ? ATTEMPTS_AFTER_429 : ATTEMPTS_AFTER_TROUBLE)) return undefined;
    const ceiling = Math.min(LONGEST_DELAY_MS, FIRST_DELAY_MS * 2 ** attempts);
    const jittered = ceiling / 2 + (random * ceiling) / 2;
    return Math.max(jittered, Math.min(failure.retryAfterMs ?? 0, 4 * LONGEST_DELAY_MS));
}
