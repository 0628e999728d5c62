/** Standard Webhooks' own tolerance; Quo documents none for the older scheme, where implementers use the same. */
const TOLERANCE_MS = 5 * 60_000;

/** Whether a signed time is close enough to ours, in either direction. Both in milliseconds since the epoch. */
export function isFresh(signedMs: number, nowMs: number): boolean {
    return Math.abs(nowMs - signedMs) <= TOLERANCE_MS;
}
