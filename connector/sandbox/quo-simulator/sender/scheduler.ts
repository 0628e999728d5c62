/** Timers that can all be forgotten at once. */
export interface Scheduler {
    later(ms: number, run: () => void): void;
    /** Forgets what waits; returns a new generation, so that work under way can see that it is no longer wanted. */
    forget(): void;
    generation(): number;
}

export function createScheduler(): Scheduler {
    const timers = new Set<NodeJS.Timeout>();
    let generation = 0;
    return {
        later(ms, run) {
            const timer = setTimeout(() => {
                timers.delete(timer);
                run();
            }, ms);
            timers.add(timer);
        },
        forget() {
            generation++;
            for (const timer of timers) clearTimeout(timer);
            timers.clear();
        },
        generation: () => generation
    };
}
