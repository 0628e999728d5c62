/** Keeps a component fresh without push messages: when the page regains attention, and every minute while it is seen. */

const EVERY_MINUTE = 60_000;
/** Regaining focus often fires twice (focus, then visibility); one refresh is enough. */
const AT_MOST_EVERY = 5_000;

/**
 * Calls `beat` until the returned function is called. A hidden page costs nothing: its beats are skipped.
 *
 * @param now milliseconds; a parameter for tests
 */
export function startPulse(beat: () => void, now: () => number = () => Date.now()): () => void {
    let last = now();
    const attempt = (least: number) => {
        if (document.visibilityState === 'hidden' || now() - last < least) return;
        last = now();
        beat();
    };
    const onAttention = () => attempt(AT_MOST_EVERY);
    // A clock is the point of this module; it is stopped by the function returned.
    const timer = setInterval(() => attempt(0), EVERY_MINUTE);
    document.addEventListener('visibilitychange', onAttention);
    window.addEventListener('focus', onAttention);
    return () => {
        clearInterval(timer);
        document.removeEventListener('visibilitychange', onAttention);
        window.removeEventListener('focus', onAttention);
    };
}

/** Runs only the last of a burst of calls, once it has been quiet for so many milliseconds: typing, for instance. */
export function afterQuiet<T>(milliseconds: number, run: (value: T) => void): (value: T) => void {
    let timer: ReturnType<typeof setTimeout> | undefined;
    return (value) => {
        clearTimeout(timer);
        timer = setTimeout(() => run(value), milliseconds);
    };
}
