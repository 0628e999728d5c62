import type { Direction, Instant, Media, MessageStatus } from '../facts.ts';

/** A window closes this long after its first message; a message at that very instant opens the next one. */
export const WINDOW_MS = 60 * 60 * 1_000;

/** One text as the newest facts about it tell it. */
export interface Message {
    readonly id: string;
    readonly direction: Direction;
    readonly createdAt: Instant;
    readonly text?: string | undefined;
    readonly media: readonly Media[];
    readonly status?: MessageStatus;
    readonly errorCode?: string | undefined;
    readonly from?: string | undefined;
    readonly to: readonly string[];
    readonly phoneNumberId?: string | undefined;
    readonly userId?: string | undefined;
    readonly link?: string | undefined;
}

/** The texts of one conversation from its first message until 60 minutes later, in order of sending. */
export interface ConversationWindow {
    readonly conversation: string;
    /** `createdAt` of the first message. */
    readonly startedAt: Instant;
    readonly messages: readonly Message[];
    /** Everybody but the inbox itself, E.164 where readable, sorted. */
    readonly external: readonly string[];
    readonly phoneNumberId?: string;
    readonly link?: string;
}
