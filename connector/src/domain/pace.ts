const SECOND = 1_000;
const MINUTE = 60 * SECOND;

/** Later facts of a call are gathered until none came for this long. */
export const QUIET_MS = MINUTE;
/** Facts that are not yet written wait no longer than this, however often new ones come. */
export const GATHER_AT_MOST_MS = 5 * MINUTE;
/** A conversation that is being added to is written at most this often. */
export const MESSAGES_EVERY_MS = MINUTE;

export interface PaceInput {
    readonly kind: 'call' | 'messages';
    /** Late facts that may still come; see `awaited`. */
    readonly awaited: readonly string[];
    /** Whether the activity is in Salesforce already. */
    readonly everWritten: boolean;
    /** Since the first fact that is not yet written. */
    readonly dirtyForMs: number;
    /** Since the newest fact. */
    readonly quietForMs: number;
    /** Since the last write. */
    readonly writtenForMs?: number;
    /** Gathering is over: a person asked, or something else than a fact changed. */
    readonly forced: boolean;
    /** How long a call's later facts are gathered, in milliseconds; five times as long at most. Default: a minute. */
    readonly gatherMs?: number;
}

export type Pace = { readonly write: true } | { readonly write: false; readonly lookInMs: number };

/**
 * Whether to write now, or when to look again. A first write never waits. A call is then written when nothing is
 * awaited any more, or after a quiet minute, or five minutes after the first unwritten fact; a conversation at most
 * once a minute.
 */
export function pace(input: PaceInput): Pace {
    if (input.forced || !input.everWritten) return { write: true };
    return input.kind === 'call' ? callPace(input) : messagesPace(input);
}

function callPace(input: PaceInput): Pace {
    if (input.awaited.length === 0) return { write: true };
    const gatherMs = input.gatherMs ?? QUIET_MS;
    const atMostMs = gatherMs * (GATHER_AT_MOST_MS / QUIET_MS);
    return after(Math.min(gatherMs - input.quietForMs, atMostMs - input.dirtyForMs));
}

function messagesPace(input: PaceInput): Pace {
    return input.writtenForMs === undefined
        ? { write: true }
        : after((input.gatherMs ?? MESSAGES_EVERY_MS) - input.writtenForMs);
}

function after(ms: number): Pace {
    return ms > 0 ? { write: false, lookInMs: Math.ceil(ms) } : { write: true };
}
