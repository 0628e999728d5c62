/** What is asked of a recording: from which byte to which, as far as the player says. */
export interface ByteRange {
    readonly first?: number;
    readonly last?: number;
}

const MINUTE = 60_000;
/** A pause that is longer ends a play: what is asked for then is another. */
const PAUSE_MS = 30 * MINUTE;
/** Safari asks for the first two bytes before it asks for the sound. */
const PROBE_BYTES = 2;
const PROBE_MS = 10_000;
const REMEMBERED = 2_000;

/**
 * Tells where a play begins: players ask for one play in many parts.
 *
 * A play begins where somebody asks for the first byte, or for any other without having begun lately, so that leaving out
 * the beginning hides nothing.
 */
export function playbackStart(nowMs: () => number): (who: string, asked: ByteRange) => boolean {
    const lately = new Map<string, { readonly at: number; readonly isProbe: boolean }>();
    return (who, { first, last }) => {
        const at = nowMs();
        const before = lately.get(who);
        const isStart = first === undefined || first === 0;
        const isProbe = first === 0 && last !== undefined && last < PROBE_BYTES;
        lately.delete(who);
        lately.set(who, { at, isProbe });
        for (const [oldest] of lately) {
            if (lately.size <= REMEMBERED) break;
            lately.delete(oldest);
        }
        if (before === undefined || at - before.at > PAUSE_MS) return true;
        return isStart && !(before.isProbe && at - before.at < PROBE_MS);
    };
}
