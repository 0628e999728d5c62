/** What the simulated Quo knows: the truth that its API, its webhooks and its app are three views of. */

type Direction = 'incoming' | 'outgoing';

export interface Party {
    readonly phoneNumber: string;
    /** `null`: outside the workspace. */
    readonly actorId: string | null;
}

interface Job {
    readonly icon: string;
    readonly name: string;
    readonly result: { readonly data: readonly { readonly name: string; readonly value: string | number | boolean }[] };
}

export interface Summary {
    readonly status: 'absent' | 'in-progress' | 'completed' | 'failed';
    readonly title: string | null;
    readonly summary: readonly string[] | null;
    readonly nextSteps: readonly string[] | null;
    readonly jobs: readonly Job[];
}

export interface Recording {
    readonly id: string;
    readonly startTime: string;
    readonly duration: number;
}

interface Voicemail {
    readonly id: string;
    /** The voicemail is an activity of its own beside the call. */
    readonly activityId: string;
    readonly duration: number;
    readonly transcript: string | null;
}

export interface TranscriptLine {
    readonly actorId: string | null;
    readonly identifier: string | null;
    readonly content: string;
    readonly start: number;
    readonly end: number;
}

/** What has become known of a call so far: nothing shows in the API before it happened. */
export type Revelation = 'answered' | 'ended' | 'menu' | 'recordings' | 'summary' | 'transcript' | 'voicemail';

export interface Call {
    readonly id: string;
    readonly conversationId: string | null;
    readonly phoneNumberId: string | null;
    readonly actorId: string;
    readonly direction: Direction;
    /** In the API's words. */
    readonly status: string;
    /** In the words of `call.completed`. */
    readonly ends: string;
    /** Every party, the Quo number included. */
    readonly participants: readonly Party[];
    readonly createdAt: string;
    readonly answeredAt: string | null;
    readonly completedAt: string;
    readonly updatedAt: string;
    readonly answeredBy: string | null;
    readonly initiatedBy: string | null;
    readonly callRoute: 'phone-number' | 'phone-menu' | null;
    readonly duration: number | null;
    readonly forwardedFrom: string | null;
    readonly forwardedTo: string | null;
    readonly bySona: boolean;
    readonly menu: {
        readonly selection: string | null;
        readonly name: string | null;
        readonly reason: string | null;
    } | null;
    readonly recordings: readonly Recording[];
    readonly summary: Summary | null;
    readonly voicemail: Voicemail | null;
    readonly transcript: readonly TranscriptLine[] | null;
    readonly known: ReadonlySet<Revelation>;
}

type MessageStatus = 'queued' | 'sent' | 'delivered' | 'undelivered' | 'failed' | 'received';

export interface Message {
    readonly id: string;
    readonly conversationId: string;
    readonly phoneNumberId: string;
    readonly direction: Direction;
    readonly from: string;
    readonly to: readonly string[];
    readonly text: string;
    readonly media: readonly { readonly type: string; readonly name: string }[];
    readonly status: MessageStatus;
    readonly errorCode: string | null;
    /** Who sent it; `null` for incoming ones. */
    readonly userId: string | null;
    readonly createdAt: string;
    readonly updatedAt: string;
}

export interface Conversation {
    readonly id: string;
    readonly phoneNumberId: string;
    /** The others only. */
    readonly participants: readonly string[];
    readonly createdAt: string;
    readonly updatedAt: string;
    readonly lastActivityAt: string;
    readonly lastActivityId: string;
    /** Not exposed by the API; the three POSTs change it. */
    readonly inboxState: 'open' | 'done';
    readonly read: boolean;
}

/** A phone number, an email or a custom value of a contact. */
export interface Property {
    readonly id: string;
    readonly type: string;
    readonly name: string | null;
    readonly value: unknown;
    readonly createdAt: string;
    readonly updatedAt: string;
}

export interface Contact {
    readonly id: string;
    readonly externalId: string | null;
    readonly source: string | null;
    readonly sourceUrl: string | null;
    readonly firstName: string | null;
    readonly lastName: string | null;
    readonly company: string | null;
    readonly role: string | null;
    readonly actorId: string;
    readonly createdAt: string;
    readonly updatedAt: string;
    readonly properties: readonly Property[];
}

/** The form of payload that a webhook gets: pinned when it is created. */
export type Family = '2026-03-30' | 'v4' | 'v3' | 'v2';
export type Scheme = 'standard' | 'openphone';

export interface Webhook {
    readonly id: string;
    readonly origin: 'api' | 'v1' | 'control';
    readonly userId: string;
    readonly label: string | null;
    readonly status: 'enabled' | 'disabled';
    readonly url: string;
    readonly family: Family;
    readonly scheme: Scheme;
    /** Newest first; the older one still signs for a while after a rotation. */
    readonly keys: readonly string[];
    /** `["*"]`: everything (only by control). */
    readonly events: readonly string[];
    readonly resourceIds: readonly string[];
    /** Scenario events of other families too, in this webhook's form. */
    readonly everything: boolean;
    readonly createdAt: string;
    readonly updatedAt: string;
}
