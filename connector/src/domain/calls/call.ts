import type { Direction, EndStatus, Instant, Job, Progress, Recording, TranscriptLine } from '../facts.ts';

export interface CallSummary {
    readonly progress: Progress;
    readonly title?: string;
    readonly summary?: readonly string[];
    readonly nextSteps?: readonly string[];
    readonly jobs?: readonly Job[];
    readonly bySona?: boolean;
    readonly answeredBy?: string;
    readonly callerNumber?: string;
}

export interface Voicemail {
    readonly id?: string;
    readonly duration?: number;
    readonly transcript?: string;
    readonly url?: string;
    readonly from?: string;
    readonly to?: string;
    readonly progress?: Progress;
}

/** A call is the newest fact of each kind; an absent key is something that Quo has not told (yet). */
export interface Call {
    readonly id: string;
    /** True once Quo said that it is over: nothing is written before. */
    readonly ended: boolean;
    readonly direction?: Direction;
    readonly status?: EndStatus;
    readonly startedAt?: Instant;
    readonly answeredAt?: Instant;
    readonly completedAt?: Instant;
    /** Whole seconds. */
    readonly duration?: number;
    readonly hasVoicemail?: boolean;
    readonly missed?: boolean;
    readonly answeredBy?: string;
    readonly initiatedBy?: string;
    readonly phoneNumberId?: string;
    readonly conversationId?: string;
    readonly userId?: string;
    readonly external?: readonly string[];
    readonly workspace?: readonly string[];
    readonly sidesKnown?: boolean;
    readonly forwarded?: { readonly from?: string; readonly to?: string };
    readonly menu?: { readonly selection?: string; readonly name?: string; readonly reason?: string };
    /** Oldest first. Absent: not told; `[]`: Quo said that there is none. */
    readonly recordings?: readonly Recording[];
    readonly summary?: CallSummary;
    readonly transcript?: { readonly progress: Progress; readonly dialogue?: readonly TranscriptLine[] };
    readonly voicemail?: Voicemail;
    readonly link?: string;
    /** Sona took it, by any one fact; stays true when a person answered after a hand-off. */
    readonly sona?: boolean;
    /** The `at` of the newest fact. */
    readonly toldAt: Instant;
}

/** What a person would say of the call: the values of `Quo_Outcome__c`. */
export type Outcome =
    'answered' | 'missed' | 'voicemail' | 'forwarded' | 'abandoned' | 'handled by Sona' | 'unanswered' | 'failed';
