const MINUTE = 60_000;
/** How old a right may be while a recording is still being sent: a long one, read slowly, outlasts it. */
const LOOK_AGAIN_EVERY = 4 * MINUTE;

/**
 * Lets sound pass for as long as whoever listens may.
 *
 * @param still asked again from time to time; `false` ends it in the middle
 */
export function whileAllowed(
    still: () => Promise<boolean>,
    nowMs: () => number
): (sound: AsyncIterable<Uint8Array>) => AsyncGenerator<Uint8Array> {
    return async function* (sound) {
        let lookedAt = nowMs();
        for await (const chunk of sound) {
            if (nowMs() - lookedAt >= LOOK_AGAIN_EVERY) {
                if (!(await still())) throw new Error('may not listen any more');
                lookedAt = nowMs();
            }
            yield chunk;
        }
    };
}
