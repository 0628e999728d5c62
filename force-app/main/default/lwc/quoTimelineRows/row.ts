import type { TextMessage } from 'c/quoTaskDescription';

export interface Person {
    readonly id: string;
    readonly name: string;
}

export interface Row {
    readonly id: string;
    readonly kind: 'call' | 'messages';
    readonly direction?: 'incoming' | 'outgoing';
    /** A value of `Quo_Outcome__c`. */
    readonly outcome?: string;
    /** ISO, UTC. */
    readonly startedAt?: string;
    /** Whole seconds. */
    readonly duration?: number;
    /** The contact or lead on the other end. */
    readonly who?: Person;
    /** The account or opportunity it belongs to. */
    readonly what?: Person;
    /** E.164; several separated by commas. */
    readonly number: string;
    readonly owner?: Person;
    /** Who answered or dialled. */
    readonly spokeWith?: string;
    /** Whom the call was forwarded or handed to. */
    readonly handedTo?: string;
    /** What the caller chose in the phone menu. */
    readonly menu?: string;
    readonly inbox?: string;
    readonly title?: string;
    readonly summary: readonly string[];
    readonly nextSteps: readonly string[];
    readonly recordingUrls: readonly string[];
    readonly conversationUrl?: string;
    readonly match?: string;
    readonly matchReason?: string;
    readonly messages: readonly TextMessage[];
    /** The Task; absent when only the Sona record is there. */
    readonly taskId?: string;
    readonly sonaId?: string;
    /** `contained` or `transferred`, for Sona calls. */
    readonly sonaOutcome?: string;
    readonly followUpStatus?: string;
}
