export interface Ticks {
    /** No tick begins any more; waits for the one that runs. */
    stop(): Promise<void>;
}

/**
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
            clearInterval(timer);
            await running;
        }
    };
}
