export interface Random {
    /** At least 0, less than 1. */
    next(): number;
    /** A whole number, at least 0, less than `bound`. */
    below(bound: number): number;
    chance(probability: number): boolean;
    pick<T>(list: readonly T[]): T;
    shuffled<T>(list: readonly T[]): T[];
}

/** The same seed always gives the same numbers (mulberry32, public domain). */
export function seededRandom(seed: number): Random {
    let state = seed >>> 0;
    const next = (): number => {
        state = (state + 0x6d2b79f5) >>> 0;
        let t = state;
        t = Math.imul(t ^ (t >>> 15), t | 1);
        t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
        return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
    };
    const below = (bound: number): number => Math.floor(next() * bound);
    return {
        next,
        below,
        chance: (probability) => next() < probability,
        pick(list) {
            const picked = list[below(list.length)];
            if (picked === undefined) throw new Error('Nothing to pick from: the list is empty.');
            return picked;
        },
        shuffled(list) {
            const copy = [...list];
            for (let i = copy.length - 1; i > 0; i--) {
                const j = below(i + 1);
                [copy[i], copy[j]] = [copy[j] as (typeof copy)[number], copy[i] as (typeof copy)[number]];
            }
            return copy;
        }
    };
}
