/** Callers who have had all of their attempts, until when; whoever floods from ever new addresses fills no memory. */
const MOST = 10_000;

interface SpentCallers {
    /** @returns false: what a limit answers to them */
    add(caller: string, forMs: number): false;
    has(caller: string): boolean;
    delete(caller: string): void;
}

/** @param nowMs monotonic milliseconds */
export function spentCallers(nowMs: () => number = () => performance.now()): SpentCallers {
    const until = new Map<string, number>();
    return {
        add(caller, forMs) {
            until.delete(caller);
            until.set(caller, nowMs() + forMs);
            for (const oldest of until.keys()) if (until.size > MOST) until.delete(oldest);
            return false;
        },
        has: (caller) => (until.get(caller) ?? -Infinity) > nowMs(),
        delete: (caller) => void until.delete(caller)
    };
}
