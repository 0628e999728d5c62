const SECOND = 1_000;
const MINUTE = 60 * SECOND;

/** Quo prepares summaries and voicemails for minutes: asked soon, then with growing patience, then no more. */
const ASK_AFTER = [SECOND, 30 * SECOND, MINUTE, 2 * MINUTE, 5 * MINUTE, 10 * MINUTE];

/** @param asks how often was asked before. @returns milliseconds until the next question; `undefined`: give up */
export function enrichmentDelay(asks: number): number | undefined {
    return ASK_AFTER[asks];
}
