import type { Instant } from '../facts.ts';
import type { Match } from '../people/match.ts';
import type { Preferences } from '../preferences/preferences.ts';
import type { FieldShapes } from './field-shape.ts';
import type { Wording } from './wording.ts';
import type { Inbox, TaskPicklists } from '../workspace.ts';

/** Which attachment of which text. */
export interface TextAttachment {
    readonly messageId: string;
    /** From 1, in Quo's order. */
    readonly n: number;
    /** The key of the Task that the text stands in. */
    readonly task: string;
}

/** Everything that rendering needs besides the call or the conversation itself: looked up before, never looked up inside. */
export interface RenderContext {
    readonly preferences: Preferences;
    /** In the language of the preferences. */
    readonly wording: Wording;
    /** IANA name: the inbox's, else the connection's. */
    readonly timeZone: string;
    /** Absent when Quo did not say which inbox, or when it is not one of the workspace's. */
    readonly inbox?: Inbox | undefined;
    readonly match: Match;
    /** The Salesforce user who is credited; absent: Salesforce's own default, the integration user. */
    readonly ownerId?: string | undefined;
    /** The queue or user who owns a Task while it is about nobody; absent: `ownerId` does. */
    readonly unmatchedOwnerId?: string | undefined;
    readonly vocabulary: TaskPicklists;
    /** The name of a Quo user (`US…`), or Sona's. */
    readonly userName: (quoUserId: string) => string | undefined;
    /** The Salesforce user of a Quo user, by hand or by email. */
    readonly orgUserId: (quoUserId: string) => string | undefined;
    /** The name of the person who has this number, when exactly one has. */
    readonly personName: (number: string) => string | undefined;
    /** National format for the number's own region, else international: `(514) 555-0123`, `+33 6 12 34 56 78`. */
    readonly formatNumber: (number: string) => string;
    /**
     * The connector's own lasting link to a recording (`n` from 1) or voicemail of a call. With the start of the call, the
     * one for a field that only listeners read: it plays in place. With an offset, in seconds from the beginning of the
     * first recording, it tells the page which of several a line of the transcript is heard in.
     */
    readonly recordingUrl: (
        callId: string,
        n: number | 'voicemail',
        startedAt?: Instant,
        offset?: number
    ) => string | undefined;
    /**
     * The connector's own lasting link to an attachment of a text, `n` from 1. With the start of its Task, the one for the
     * field that only listeners read: by it the attachments of the Task are shown in place.
     */
    readonly attachmentUrl: (attachment: TextAttachment, startedAt?: Instant) => string;
    /** The Salesforce id of a record that we wrote before. */
    readonly recordId: (object: 'Task' | 'Sona_Call__c', key: string) => string | undefined;
    /** Who and what a person set by hand on our record; they win over the match. */
    readonly setByHand?:
        { readonly whoId?: string | null; readonly whatId?: string | null; readonly ownerId?: string } | undefined;
    /** What the fields of `Sona_Call__c` can hold; absent: not known, or not needed. */
    readonly sonaFields?: FieldShapes | undefined;
    /** Whether the org has the object of transcripts, and we may write it; absent: nobody said otherwise. */
    readonly takesTranscripts?: boolean | undefined;
    readonly now: Instant;
}
