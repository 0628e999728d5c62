/** Timers that can all be forgotten at once. */
export interface Scheduler {
    /** @returns false when it was stopped: it is never run then */
    later(ms: number, run: () => void): boolean;
    /** Forgets what waits; returns a new generation, so that work under way can see that it is no longer wanted. */
    forget(): void;
    generation(): number;
    /** Forgets what waits and takes nothing more, so that nothing keeps the program alive. */
    stop(): void;
}

export function createScheduler(): Scheduler {
    const timers = new Set<NodeJS.Timeout>();
    let generation = 0;
    let isStopped = false;
    const forget = (): void => {
        generation++;
        for (const timer of timers) clearTimeout(timer);
        timers.clear();
    };
    return {
        later(ms, run) {
            if (isStopped) return false;
            const timer = setTimeout(() => {
                timers.delete(timer);
                run();
            }, ms);
            timers.add(timer);
            return true;
        },
        forget,
        generation: () => generation,
        stop() {
            isStopped = true;
            forget();
        }
    };
}
