<<<<<<< HEAD
export interface Ticks {
    /** No tick begins any more; waits for the one that runs. */
=======
/** Runs until it is stopped; what runs then is waited for. */
export interface Ticks {
>>>>>>> faults2
    stop(): Promise<void>;
}

/**
<<<<<<< HEAD
 * Runs `tick` again and again, `everyMs` after it began, or as soon as it is done where it takes longer: two never run at
 * once. It must not throw.
 */
export function ticks(everyMs: number, tick: () => Promise<void>): Ticks {
    let running: Promise<void> | undefined;
    const timer = setInterval(() => {
        running ??= tick().finally(() => (running = undefined));
    }, everyMs);
    return {
        async stop() {
=======
 * Runs something every so often, never twice at once. By time that passes, not by the clock on the wall: that one may be set
 * back, and who waits for a moment of it waits for as long as it was set back.
 *
 * @param tick never rejects
 */
export function everyMs(ms: number, tick: () => Promise<void>): Ticks {
    let running: Promise<void> | undefined;
    const timer = setInterval(() => {
        running ??= tick().finally(() => (running = undefined));
    }, ms);
    return {
        stop: async () => {
>>>>>>> faults2
            clearInterval(timer);
            await running;
        }
    };
}
