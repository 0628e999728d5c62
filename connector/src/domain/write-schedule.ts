const SECOND = 1_000;
const MINUTE = 60 * SECOND;

/** Later facts of a call are gathered until none came for this long. */
const QUIET_MS = MINUTE;
/** Facts that are not yet written wait no longer than this, however often new ones come. */
const GATHER_AT_MOST_MS = 5 * MINUTE;
/** A conversation that is being added to is written at most this often. */
const MESSAGES_EVERY_MS = MINUTE;
/** Texts that open a window wait this long for company: others that open one share their request. */
const COMPANY_MS = 3 * SECOND;

export interface WriteScheduleInput {
    readonly kind: 'call' | 'messages';
    /** Late facts that may still come; see `awaited`. */
    readonly awaited: readonly string[];
    /** Whether the call, or each window of the conversation, is in Salesforce already. */
    readonly everWritten: boolean;
    /** Since the first fact that is not yet written. */
    readonly pendingForMs: number;
    /** Since the newest fact. */
    readonly quietForMs: number;
    /** Since the last write. */
    readonly writtenForMs?: number | undefined;
    /** Gathering is over: a person asked, or something else than a fact changed. */
    readonly forced: boolean;
    /** How long later facts are gathered, in milliseconds; of a call five times as long at most. Default: a minute. */
    readonly gatherMs?: number;
}

export type WriteSchedule =
    | { readonly write: true }
    | {
          readonly write: false;
          readonly lookInMs: number;
          /** A request that goes out anyway may take it along: that costs nothing. */
          readonly mayRide?: boolean;
      };

/** The least time between two writes of a conversation; no longer than texts are gathered at all. */
export function messagesEveryMs(gatherMs: number): number {
    return Math.min(gatherMs, MESSAGES_EVERY_MS);
}

/**
 * Whether to write now, or when to look again.
 *
 * A call's first write never waits; it is then written when nothing is awaited any more, or after a quiet minute, or
 * five minutes after the first unwritten fact. A window's first write waits three seconds for others; a conversation is
 * then written once a minute at most, a minute after its first unwritten text, or sooner with a request that goes out
 * anyway.
 */
export function writeSchedule(input: WriteScheduleInput): WriteSchedule {
    if (input.forced) return { write: true };
    if (input.kind === 'messages') return messagesPace(input);
    return input.everWritten ? callPace(input) : { write: true };
}

function callPace(input: WriteScheduleInput): WriteSchedule {
    if (input.awaited.length === 0) return { write: true };
    const gatherMs = input.gatherMs ?? QUIET_MS;
    const atMostMs = gatherMs * (GATHER_AT_MOST_MS / QUIET_MS);
    return after(Math.min(gatherMs - input.quietForMs, atMostMs - input.pendingForMs));
}

function messagesPace(input: WriteScheduleInput): WriteSchedule {
    const { everWritten, pendingForMs, writtenForMs = Infinity, gatherMs = MESSAGES_EVERY_MS } = input;
    if (!everWritten) return riding(after(Math.min(COMPANY_MS, gatherMs / 20) - pendingForMs), true);
    const everyMs = messagesEveryMs(gatherMs);
    return riding(after(Math.max(everyMs - writtenForMs, gatherMs - pendingForMs)), writtenForMs >= everyMs);
}

function riding(step: WriteSchedule, mayRide: boolean): WriteSchedule {
    return step.write || !mayRide ? step : { ...step, mayRide };
}

function after(ms: number): WriteSchedule {
    return ms > 0 ? { write: false, lookInMs: Math.ceil(ms) } : { write: true };
}
