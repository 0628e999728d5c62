import type { CallFact, Direction, EndStatus, Instant } from '../../domain/facts.ts';
import { partyNumbers } from './parties.ts';
import { told } from './scalars.ts';

/** One call as one source told it at one moment: the older families and the REST API tell all of it at once. */
export interface ToldCall {
    readonly callId: string;
    readonly at: Instant;
    readonly direction?: Direction | undefined;
    /** Absent while the call goes on. */
    readonly ended?:
        { readonly status?: EndStatus | undefined; readonly hasVoicemail?: boolean | undefined } | undefined;
    readonly startedAt?: Instant | undefined;
    readonly answeredAt?: Instant | undefined;
    readonly completedAt?: Instant | undefined;
    readonly duration?: number | undefined;
    readonly answeredBy?: string | undefined;
    readonly initiatedBy?: string | undefined;
    readonly forwardedFrom?: string | undefined;
    readonly forwardedTo?: string | undefined;
    readonly parties: Parties;
    readonly link?: string | undefined;
}

export interface Parties {
    readonly phoneNumberId?: string | undefined;
    readonly conversationId?: string | undefined;
    readonly userId?: string | undefined;
    readonly external?: readonly string[] | undefined;
    readonly workspace?: readonly string[] | undefined;
    readonly sidesKnown?: boolean | undefined;
}

/** The facts that a whole call amounts to. */
export function callFacts(call: ToldCall): readonly CallFact[] {
    const { callId, at } = call;
    const state: CallFact =
        call.ended === undefined
            ? told({ callId, at, kind: 'ringing' as const, direction: call.direction, startedAt: call.startedAt })
            : told({
                  callId,
                  at,
                  kind: 'ended' as const,
                  direction: call.direction,
                  status: call.ended.status,
                  startedAt: call.startedAt,
                  answeredAt: call.answeredAt,
                  completedAt: call.completedAt,
                  duration: call.duration,
                  hasVoicemail: call.ended.hasVoicemail,
                  answeredBy: call.answeredBy,
                  initiatedBy: call.initiatedBy
              });
    return [
        state,
        ...forwardedFact(callId, at, call.forwardedFrom, call.forwardedTo),
        ...partiesFact(callId, at, call.parties),
        ...linkFact(callId, at, call.link)
    ];
}

function forwardedFact(callId: string, at: Instant, from?: string, to?: string): readonly CallFact[] {
    return from === undefined && to === undefined ? [] : [told({ callId, at, kind: 'forwarded' as const, from, to })];
}

export function partiesFact(callId: string, at: Instant, parties: Parties): readonly CallFact[] {
    const known = told({
        phoneNumberId: parties.phoneNumberId,
        conversationId: parties.conversationId,
        userId: parties.userId,
        external: partyNumbers(parties.external),
        workspace: partyNumbers(parties.workspace)
    });
    if (Object.keys(known).length === 0) return [];
    const sides = known.external === undefined ? {} : told({ sidesKnown: parties.sidesKnown });
    return [{ callId, at, kind: 'parties', ...known, ...sides }];
}

export function linkFact(callId: string, at: Instant, url: string | undefined): readonly CallFact[] {
    return url === undefined ? [] : [{ callId, at, kind: 'link', url }];
}
