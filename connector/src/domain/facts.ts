import { callKey, conversationKey } from './activity-key.ts';

/**
 * A fact is one thing that Quo told us, in our words. Facts are never changed and never thrown away: a call or a
 * conversation is what its facts add up to. A key that is absent means "not told", never "empty".
 */

/** ISO 8601, UTC, milliseconds: `2026-11-20T16:00:00.000Z`. The edges convert every other form to this one. */
export type Instant = string;

export type Direction = 'incoming' | 'outgoing';

/** How a call ended, as Quo says it; `outcome` turns it into what a person would say. */
export type EndStatus = 'answered' | 'unanswered' | 'failed' | 'forwarded' | 'abandoned' | 'sona' | 'unknown';

/** Where Quo's AI work on a call stands. `absent` is final: there will never be one. */
export type Progress = 'absent' | 'in-progress' | 'completed' | 'failed';

export interface Recording {
    /** `CR…` or `RE…`; where Quo gave none, the edge makes a stable one from the start time. */
    readonly id: string;
    readonly startedAt?: Instant | undefined;
    /** Whole seconds. */
    readonly duration?: number | undefined;
    /** MIME type, for example `audio/mpeg`. */
    readonly type?: string | undefined;
    /** Quo's signed address; it expires, so it is never written anywhere but in our own store. */
    readonly url?: string | undefined;
}

/** One question that a Sona job asked, and what the caller answered. */
export interface Answer {
    readonly question: string;
    readonly value: string | number | boolean;
}

/** A Sona job that ran on a call. The same job can run twice; order is Quo's. */
export interface Job {
    readonly icon?: string | undefined;
    readonly name: string;
    readonly answers: readonly Answer[];
}

export interface TranscriptLine {
    readonly content: string;
    /** Seconds from the start of the recording, with fractions. */
    readonly start: number;
    readonly end: number;
    /** `US…` or `SYU…` for our side; absent for the other party. */
    readonly userId?: string | undefined;
    /** The other party's number, where Quo says it. */
    readonly identifier?: string | undefined;
}

type CallFactBody =
    | { readonly kind: 'ringing'; readonly direction?: Direction | undefined; readonly startedAt?: Instant | undefined }
    | { readonly kind: 'answered'; readonly answeredAt?: Instant | undefined; readonly answeredBy?: string | undefined }
    | {
          readonly kind: 'ended';
          readonly direction?: Direction | undefined;
          readonly status?: EndStatus | undefined;
          readonly startedAt?: Instant | undefined;
          readonly answeredAt?: Instant | undefined;
          readonly completedAt?: Instant | undefined;
          /** Whole seconds. */
          readonly duration?: number | undefined;
          readonly hasVoicemail?: boolean | undefined;
          readonly answeredBy?: string | undefined;
          readonly initiatedBy?: string | undefined;
      }
    | { readonly kind: 'missed' }
    | { readonly kind: 'forwarded'; readonly from?: string | undefined; readonly to?: string | undefined }
    | {
          readonly kind: 'menu';
          readonly selection?: string | undefined;
          readonly name?: string | undefined;
          readonly reason?: string | undefined;
      }
    | {
          /** Who takes part, and where in Quo. */
          readonly kind: 'parties';
          readonly phoneNumberId?: string | undefined;
          readonly conversationId?: string | undefined;
          /** `US…`, or `SYU…` for Sona: whose call it is in Quo, not always who spoke. */
          readonly userId?: string | undefined;
          /** E.164, short code, or `anonymous`; absent when Quo could not tell, `[]` when there is truly nobody. */
          readonly external?: readonly string[] | undefined;
          readonly workspace?: readonly string[] | undefined;
          /** False for v4 and REST shapes, where `external` may still hold the workspace's own numbers. */
          readonly sidesKnown?: boolean;
      }
    | { readonly kind: 'recordings'; readonly recordings: readonly Recording[]; readonly progress?: Progress }
    | {
          readonly kind: 'summary';
          readonly progress: Progress;
          /** Only from the REST API, only for Sona. */
          readonly title?: string | undefined;
          readonly summary?: readonly string[] | undefined;
          readonly nextSteps?: readonly string[] | undefined;
          readonly jobs?: readonly Job[] | undefined;
          readonly bySona?: boolean | undefined;
          readonly answeredBy?: string | undefined;
          readonly callerNumber?: string | undefined;
      }
    | {
          readonly kind: 'transcript';
          readonly progress: Progress;
          readonly dialogue?: readonly TranscriptLine[] | undefined;
          /** As Quo names it, where it does. */
          readonly language?: string | undefined;
      }
    | {
          readonly kind: 'voicemail';
          readonly id?: string | undefined;
          readonly duration?: number | undefined;
          readonly transcript?: string | undefined;
          /** Quo's signed address; it expires. */
          readonly url?: string | undefined;
          readonly from?: string | undefined;
          readonly to?: string | undefined;
          readonly progress?: Progress;
      }
    /** The address of the activity in Quo's own app. */
    | { readonly kind: 'link'; readonly url: string };

/** A fact about one call. `at` is when Quo told it: the resource's `updatedAt` where there is one, else the event's `createdAt`. */
export type CallFact = { readonly callId: string; readonly at: Instant } & CallFactBody;
export type CallFactKind = CallFactBody['kind'];

export type MessageStatus = 'queued' | 'sent' | 'delivered' | 'undelivered' | 'failed' | 'received';

export interface Media {
    readonly url: string;
    readonly type?: string | undefined;
}

/** One text message, as told at one moment. Its status can be told again later; the rest does not change. */
export interface MessageFact {
    readonly kind: 'message';
    readonly messageId: string;
    /**
     * The conversation's key: `CN…` where Quo gives one, else made by the edge from the inbox and the sorted numbers
     * (`PN…-<12 hex digits>`). Letters, digits and `-` only, at most 60 characters.
     */
    readonly conversation: string;
    readonly at: Instant;
    readonly direction: Direction;
    readonly createdAt: Instant;
    readonly text?: string | undefined;
    readonly media?: readonly Media[] | undefined;
    readonly status?: MessageStatus | undefined;
    readonly errorCode?: string | undefined;
    readonly from?: string | undefined;
    readonly to?: readonly string[] | undefined;
    readonly phoneNumberId?: string | undefined;
    /** Who sent it, for outgoing ones: `US…`, or `SYU…` for Sona. */
    readonly userId?: string | undefined;
    readonly link?: string | undefined;
}

/** A contact of Quo's own directory was changed or deleted there. */
export interface ContactFact {
    readonly kind: 'contact';
    readonly change: 'updated' | 'deleted';
    /** Without the legacy `CT` prefix. */
    readonly contactId: string;
    readonly at: Instant;
    readonly source?: string | undefined;
    readonly externalId?: string | undefined;
    readonly firstName?: string | undefined;
    readonly lastName?: string | undefined;
    readonly company?: string | undefined;
    readonly role?: string | undefined;
    readonly emails: readonly string[];
    readonly phoneNumbers: readonly string[];
}

export type Fact = CallFact | MessageFact | ContactFact;

/** What the bytes of one delivery turned out to be. */
export type Reading =
    | { readonly kind: 'facts'; readonly type: string; readonly eventId?: string; readonly facts: readonly Fact[] }
    /** Signed and well-formed, but nothing that we log (a task, a sample event): kept and counted. */
    | { readonly kind: 'ignored'; readonly type: string; readonly eventId?: string; readonly why: string }
    /** Signed JSON of a type or shape that we do not know: kept, counted, shown. */
    | { readonly kind: 'unknown'; readonly type: string; readonly eventId?: string; readonly why: string };

/** The row of `activities` that a fact belongs to: `call_AC…`, `conversation_CN…`; contacts have no activity. */
export function activityKeyOf(fact: CallFact | MessageFact): string {
    return fact.kind === 'message' ? conversationKey(fact.conversation) : callKey(fact.callId);
}
