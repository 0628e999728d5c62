import type { WrittenMessage } from './messages';

/** One text message, as the Description of its Task tells it. */
export interface TextMessage {
    readonly outgoing: boolean;
    readonly author: string;
    readonly text: string;
    readonly attachments: WrittenMessage['attachments'];
    /** ISO instant, where it is known. */
    readonly at?: string;
    /** Else the time as it was written: `14:05`. */
    readonly time?: string;
    /** How it did not arrive. */
    readonly state?: WrittenMessage['state'];
}
