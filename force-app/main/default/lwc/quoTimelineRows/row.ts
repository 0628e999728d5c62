import type { Part, TextMessage } from 'c/quoTaskDescription';

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
    /** What people wrote in the Description; of a Task from before its grammar, all of it. */
    readonly notes: readonly string[];
    /** Of the voicemail, whole seconds. */
    readonly voicemailDuration?: number;
    readonly recordingUrls: readonly string[];
    readonly conversationUrl?: string;
    readonly match?: string;
    readonly matchReason?: string;
    readonly messages: readonly TextMessage[];
    /** Which of the Tasks of a conversation this is. */
    readonly part?: Part;
    /** The Task; absent when only the Sona record is there. */
    readonly taskId?: string;
    readonly sonaId?: string;
    readonly followUpStatus?: string;
}
