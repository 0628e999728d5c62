/** Runs until it is stopped; what runs then is waited for. */
export interface Ticks {
    stop(): Promise<void>;
}

/**
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
            clearInterval(timer);
            await running;
        }
    };
}
