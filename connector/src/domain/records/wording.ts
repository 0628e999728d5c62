import type { Outcome } from '../calls/call.ts';
import type { MessageStatus } from '../facts.ts';
import type { RelatedReason, Reason } from '../people/match.ts';

/** Everything that we write in Salesforce in a language. The words are given: the domain knows none. */
export interface Wording {
    /** How a Subject ends. `other`: Quo has not told the direction. */
    readonly subject: Readonly<Record<'incoming' | 'outgoing' | 'sona' | 'other', string>> & {
        /** @param part from 1; further parts continue a long conversation */
        readonly messages: (count: number, part: number) => string;
    };
    /** One or two words: `CallDisposition`. */
    readonly outcome: Readonly<Record<Outcome, string>>;
    /** First line of an incoming call. `to`: whom it was forwarded or handed to. */
    readonly status: (outcome: Outcome, to: string | undefined) => string;
    readonly menu: (choice: string) => string;
    readonly duration: (time: string) => string;
    readonly answeredBy: (name: string) => string;
    readonly initiatedBy: (name: string) => string;
    readonly nextSteps: string;
    readonly voicemail: (transcript: string) => string;
    readonly voicemailLink: (url: string) => string;
    /** `n` from 1, absent when there is one recording only. */
    readonly recording: (url: string, n: number | undefined) => string;
    readonly conversation: (url: string) => string;
    /** What a turn of a transcript begins with. */
    readonly said: (author: string, text: string) => string;
    /** What stands between an author and their words. */
    readonly colon: string;
    /** What stands above the messages of a conversation, before the number of the part. */
    readonly messagesHeading: string;
    readonly participants: (names: readonly string[]) => string;
    /** Of texts that did not arrive; `undefined` for all others. */
    readonly notDelivered: (status: MessageStatus, errorCode: string | undefined) => string | undefined;
    readonly unknownPerson: string;
    readonly unknownCompany: string;
    readonly yes: string;
    readonly no: string;
    readonly reason: (reason: Reason, formatNumber: (number: string) => string) => string;
    /** Instead of a reason, while the people of Salesforce are being read. `who`: whom it is about so far. */
    readonly provisional: (who: string | undefined) => string;
    readonly related: (reason: RelatedReason) => string;
}
