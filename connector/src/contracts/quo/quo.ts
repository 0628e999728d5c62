import type { CallFact, MessageFact, Reading } from '../../domain/facts.ts';
import type { Inbox, QuoUser } from '../../domain/workspace.ts';

/** Why a delivery is refused, or that it may be read. */
export type Verdict =
    | { readonly ok: true; readonly scheme: 'standard-webhooks' | 'openphone'; readonly id: string }
    | { readonly ok: false; readonly why: 'unsigned' | 'malformed' | 'stale' | 'wrong' };

/**
 * Checks a delivery against every key, before anything is parsed.
 *
 * @param headers lower-case names; a header sent twice is an array, and refused
 * @param nowMs milliseconds since the epoch; deliveries more than five minutes off are stale
 */
export type Verify = (
    headers: Readonly<Record<string, string | readonly string[] | undefined>>,
    body: Uint8Array,
    keys: readonly string[],
    nowMs: number
) => Verdict;

/** Turns signed bytes into facts. Never throws: what it cannot read is `unknown`. @throws {SyntaxError} only when the bytes are not JSON */
export type Read = (body: Uint8Array) => Reading;

/** The Quo workspace through its API, never faster than ten requests a second for the key. */
export interface Workspace {
    inboxes(): Promise<readonly Inbox[]>;
    users(): Promise<readonly QuoUser[]>;
    /** The call as the API knows it now: state, parties, summary, voicemail. `undefined`: Quo has no such call. */
    call(callId: string): Promise<readonly CallFact[] | undefined>;
    recordings(callId: string): Promise<readonly CallFact[]>;
    transcript(callId: string): Promise<readonly CallFact[]>;
    /** Calls that began in this span, oldest first, as facts. */
    callsBetween(from: string, to: string, which?: Listed): AsyncIterable<readonly CallFact[]>;
    messagesBetween(from: string, to: string, which?: Listed): AsyncIterable<readonly MessageFact[]>;
}

/** Which part of a list, and how soon. */
export interface Listed {
    /** Absent: of all inboxes. */
    readonly inbox?: string | undefined;
    /** Behind everything else that is asked of Quo. */
    readonly isLate?: boolean;
    readonly signal?: AbortSignal;
}

/** One part of the sound, in the words of HTTP. */
export interface SoundPart {
    readonly range: string;
    readonly ifRange?: string;
}

export interface Recordings {
    /**
     * A fresh address: Quo's are signed and expire.
     *
     * @param n from 1, oldest first
     * @returns undefined when there is none, or none any more
     * @throws {CodedError} `QUO-RECORDING-HOST` and those of the API
     */
    address(callId: string, n: number | 'voicemail'): Promise<URL | undefined>;
    /**
     * The sound itself.
     *
     * @param part headers `Range` and `If-Range`; anything that is none is left out
     * @returns an answer with status 200, 206 or 416; undefined when there is none, or none any more
     */
    open(
        callId: string,
        n: number | 'voicemail',
        part?: SoundPart,
        signal?: AbortSignal
    ): Promise<Response | undefined>;
}

/** What was sent with texts: photos and files. */
export interface Attachments {
    /**
     * The file itself.
     *
     * @param n from 1, in Quo's order
     * @returns `undefined` when there is none, or none any more
     * @throws {CodedError} `QUO-RECORDING-HOST` and those of the API
     */
    open(messageId: string, n: number, signal?: AbortSignal): Promise<Response | undefined>;
}
