const SECOND = 1_000;
const MINUTE = 60 * SECOND;

/** Quo prepares summaries and voicemails for minutes: asked soon, then with growing patience, then no more. */
const ASK_AFTER = [SECOND, 30 * SECOND, MINUTE, 2 * MINUTE, 5 * MINUTE, 10 * MINUTE];

/** @param asks how often was asked before. @returns milliseconds until the next question; `undefined`: give up */
export function enrichmentDelay(asks: number): number | undefined {
    return ASK_AFTER[asks];
}

const HOUR = 60 * MINUTE;
const LONGEST = 6 * HOUR;
/** Some ten days of silence: whoever runs the connector was told long before. */
const GIVEN_UP_AT = 48;

/**
 * The same where Quo gave no answer that says anything: that passes, and what was asked for is there afterwards.
 *
 * @returns as `enrichmentDelay` at first, then twice as long each time, up to six hours
 */
export function delayAfterOutage(asks: number): number | undefined {
    if (asks >= GIVEN_UP_AT) return undefined;
    return ASK_AFTER[asks] ?? Math.min(LONGEST, 10 * MINUTE * 2 ** (asks - ASK_AFTER.length + 1));
}
