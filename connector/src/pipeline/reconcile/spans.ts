const HOUR = 3_600_000;
/** Quo sends a delivery again for 27 h 35 min, and a call's details may come as late as its deliveries. */
export const OVERLAP = 28 * HOUR;
const DAY = 24 * HOUR;
/** A span up to here is read at once, as every ordinary comparison's is: Quo lists the newest first, without a time to live. */
const AT_ONCE = 36 * HOUR;

export interface Span {
    /** Milliseconds since the epoch. */
    readonly from: number;
    readonly to: number;
    /** It ends where the comparison ends. */
    readonly isLast: boolean;
}

/** The next part to compare of what is left: a day, or all of it. */
export function nextSpan(from: number, to: number): Span {
    return to - from > AT_ONCE
        ? { from, to: from + DAY, isLast: false }
        : { from, to: Math.max(from, to), isLast: true };
}

/** In how many parts this is compared. */
export function countSpans(from: number, to: number): number {
    return 1 + Math.max(0, Math.ceil((to - from - AT_ONCE) / DAY));
}
