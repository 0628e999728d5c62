/** Keeps a component fresh without push messages: when the page regains attention, and every minute while it is seen. */

const INTERVAL = 60_000;
/** Regaining focus often fires twice (focus, then visibility); one refresh is enough. */
const MIN_INTERVAL = 5_000;

/**
 * Calls `poll` until the returned function is called. A hidden page costs nothing: it is not polled.
 *
 * @param now milliseconds; a parameter for tests
 */
export function startPolling(poll: () => void, now: () => number = () => Date.now()): () => void {
    let last = now();
    const attempt = (minInterval: number) => {
        if (document.visibilityState === 'hidden' || now() - last < minInterval) return;
        last = now();
        poll();
    };
    const onAttention = () => attempt(MIN_INTERVAL);
    // A clock is the point of this module; it is stopped by the function returned.
    const timer = setInterval(() => attempt(0), INTERVAL);
    document.addEventListener('visibilitychange', onAttention);
    window.addEventListener('focus', onAttention);
    return () => {
        clearInterval(timer);
        document.removeEventListener('visibilitychange', onAttention);
        window.removeEventListener('focus', onAttention);
    };
}

/** Runs only the last of a burst of calls, once it has been quiet for so many milliseconds: typing, for instance. */
export function debounce<T>(milliseconds: number, run: (value: T) => void): (value: T) => void {
    let timer: ReturnType<typeof setTimeout> | undefined;
    return (value) => {
        clearTimeout(timer);
        timer = setTimeout(() => run(value), milliseconds);
    };
}
