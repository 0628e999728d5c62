/**
 * What a Task's Description holds and no field does: summary, next steps, further recordings, messages, and what people
 * wrote beside them. It is read by the grammar that it was written by, and by nothing that its words say.
 */
import { linesOf } from 'c/quoTextLines';
import { parseCall, type CallText } from './calls';
import { readFormerMessages } from './formerMessages';
import { parseConversation, type Part, type WrittenMessage } from './messages';
import type { TextMessage } from './textMessage';

export type { CallText } from './calls';
export type { Part } from './messages';
export type { TextMessage } from './textMessage';

/** What the record's own fields say: lines that only repeat it are no notes. */
export interface KnownFields {
    readonly recordingUrl?: string;
    readonly conversationUrl?: string;
    readonly matchReason?: string;
}

/** The address that a line ends with. */
function addressIn(line: string): string | undefined {
    return /(?:^|\s)(https?:\/\/\S+)$/i.exec(line)?.[1];
}

function withoutKnown(lines: readonly string[], { conversationUrl, matchReason }: KnownFields): string[] {
    return lines.filter((line) => line !== matchReason && (!conversationUrl || addressIn(line) !== conversationUrl));
}

/** The Description of a call from before the grammar: its lines as they stand, and nothing made of their words. */
function readFormerCall(description: string, known: KnownFields): CallText {
    const lines = linesOf(description)
        .map((line) => line.trim())
        .filter(Boolean);
    const { recordingUrl = '' } = known;
    const beside = recordingUrl.slice(0, recordingUrl.lastIndexOf('/') + 1);
    const isRecording = (line: string): boolean =>
        addressIn(line) === recordingUrl || Boolean(beside && addressIn(line)?.startsWith(beside));
    return {
        summary: [],
        nextSteps: [],
        recordingUrls: lines.filter(isRecording).map((line) => addressIn(line) ?? ''),
        notes: withoutKnown(lines, known).filter((line) => !isRecording(line))
    };
}

/** Reads the Description of a call's Task. Never fails; an empty one gives empty lists. */
export function readCall(description: string | null | undefined, known: KnownFields = {}): CallText {
    return parseCall(description ?? '') ?? readFormerCall(description ?? '', known);
}

export interface Conversation {
    /** Which Task of how many this is, where the Description says so. */
    readonly part?: Part;
    readonly messages: readonly TextMessage[];
    readonly notes: readonly string[];
}

function textMessage({ at, direction, author, text, attachments, state }: WrittenMessage): TextMessage {
    const outgoing = direction === 'outgoing';
    return { outgoing, author, text, attachments, at, ...(state === undefined ? {} : { state }) };
}

/**
 * Reads the Description of a conversation's Task. Never fails.
 *
 * @param startedAt the record's start, ISO
 * @param mayContinue true where the Task continues another one, or may do so for all that is known
 */
export function readConversation(
    description: string | null | undefined,
    startedAt?: string,
    mayContinue = false,
    known: KnownFields = {}
): Conversation {
    const read = parseConversation(description ?? '');
    if (read) return { ...read, messages: read.messages.map(textMessage) };
    const former = readFormerMessages(description ?? '', startedAt, mayContinue);
    return { ...former, notes: withoutKnown(former.notes, known) };
}
