import type { EndStatus, Instant } from '../../domain/facts.ts';
import { isSona } from '../../domain/workspace.ts';

/** `call.completed` of the dated family has words of its own. */
const DATED: Readonly<Record<string, EndStatus>> = {
    answered: 'answered',
    unanswered: 'unanswered',
    failed: 'failed',
    forwarded: 'forwarded',
    abandoned: 'abandoned',
    'ai-handled': 'sona',
    unknown: 'unknown'
};

/** A status that Quo adds one day says at least that the call is over. */
export function datedEndStatus(status: string | undefined): EndStatus | undefined {
    return status === undefined ? undefined : (DATED[status] ?? 'unknown');
}

/** The older families and the REST API share thirteen words; the first four mean that the call goes on. */
const LIVE = new Set(['queued', 'initiated', 'ringing', 'in-progress']);

const TERMINAL: Readonly<Record<string, EndStatus>> = {
    forwarded: 'forwarded',
    abandoned: 'abandoned',
    failed: 'failed',
    answered: 'answered',
    busy: 'unanswered',
    'no-answer': 'unanswered',
    canceled: 'unanswered',
    missed: 'unanswered'
};

export function isLive(status: string | undefined): boolean {
    return status !== undefined && LIVE.has(status);
}

/**
 * How a call ended, from the fields of the older families and the REST API.
 *
 * `completed` only says that it is over: without `answeredAt` nobody answered (Quo's own integrations logged those as
 * answered until November 2025). Sona is told by `aiHandled`, or by who answered.
 */
export function endStatus(call: {
    readonly status?: string | undefined;
    readonly answeredAt?: Instant | undefined;
    readonly answeredBy?: string | undefined;
    readonly aiHandled?: string | undefined;
}): EndStatus | undefined {
    if (call.aiHandled !== undefined || isSona(call.answeredBy)) return 'sona';
    if (call.status === undefined || isLive(call.status)) return undefined;
    if (call.status === 'completed') return call.answeredAt === undefined ? 'unanswered' : 'answered';
    return TERMINAL[call.status] ?? 'unknown';
}
