import type { Direction, EndStatus, Instant, Job, Progress, Recording, TranscriptLine } from '../facts.ts';

export interface CallSummary {
    readonly progress: Progress;
    readonly title?: string | undefined;
    readonly summary?: readonly string[] | undefined;
    readonly nextSteps?: readonly string[] | undefined;
    readonly jobs?: readonly Job[] | undefined;
    readonly bySona?: boolean | undefined;
    readonly answeredBy?: string | undefined;
    readonly callerNumber?: string | undefined;
}

export interface Voicemail {
    readonly id?: string | undefined;
    readonly duration?: number | undefined;
    readonly transcript?: string | undefined;
    readonly url?: string | undefined;
    readonly from?: string | undefined;
    readonly to?: string | undefined;
    readonly progress?: Progress | undefined;
}

/** A call is the newest fact of each kind; an absent key is something that Quo has not told (yet). */
export interface Call {
    readonly id: string;
    /** True once Quo said that it is over: nothing is written before. */
    readonly ended: boolean;
    readonly direction?: Direction | undefined;
    readonly status?: EndStatus | undefined;
    readonly startedAt?: Instant | undefined;
    readonly answeredAt?: Instant | undefined;
    readonly completedAt?: Instant | undefined;
    /** Whole seconds. */
    readonly duration?: number | undefined;
    readonly hasVoicemail?: boolean | undefined;
    readonly missed?: boolean | undefined;
    readonly answeredBy?: string | undefined;
    readonly initiatedBy?: string | undefined;
    readonly phoneNumberId?: string | undefined;
    readonly conversationId?: string | undefined;
    readonly userId?: string | undefined;
    readonly external?: readonly string[] | undefined;
    readonly workspace?: readonly string[] | undefined;
    readonly sidesKnown?: boolean | undefined;
    readonly forwarded?: { readonly from?: string | undefined; readonly to?: string | undefined };
    readonly menu?: {
        readonly selection?: string | undefined;
        readonly name?: string | undefined;
        readonly reason?: string | undefined;
    };
    /** Oldest first. Absent: not told; `[]`: Quo said that there is none. */
    readonly recordings?: readonly Recording[] | undefined;
    readonly summary?: CallSummary | undefined;
    readonly transcript?: {
        readonly progress: Progress;
        readonly dialogue?: readonly TranscriptLine[] | undefined;
        readonly language?: string | undefined;
    };
    readonly voicemail?: Voicemail | undefined;
    readonly link?: string | undefined;
    /** Sona took it, by any one fact; stays true when a person answered after a hand-off. */
    readonly sona?: boolean | undefined;
    /** The `at` of the newest fact. */
    readonly toldAt: Instant;
}

/** What a person would say of the call: the values of `Quo_Outcome__c`. */
export type Outcome =
    'answered' | 'missed' | 'voicemail' | 'forwarded' | 'abandoned' | 'handled by Sona' | 'unanswered' | 'failed';
