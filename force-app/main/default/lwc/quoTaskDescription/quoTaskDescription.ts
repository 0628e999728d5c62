/**
 * What a Task's text holds and no field does: who spoke, the summary, the next steps, further recordings, the messages.
 * People may have edited the text, so nothing is required and what is not understood is kept as it stands.
 */
import { linesOf } from 'c/quoTextLines';

export { readMessages } from './messages';
export type { TextMessage } from './messages';

/** What the record's own fields say; the text is not asked for it again. */
export interface KnownFields {
    readonly disposition?: string;
    readonly recordingUrl?: string;
    readonly conversationUrl?: string;
    readonly matchReason?: string;
}

export interface CallText {
    /** Who answered or dialled. */
    readonly spokeWith?: string;
    /** Whom the call was forwarded or handed to. */
    readonly handedTo?: string;
    /** What the caller chose in the phone menu. */
    readonly menu?: string;
    readonly summary: readonly string[];
    readonly nextSteps: readonly string[];
    /** In the order of the text, without repeats. */
    readonly recordingUrls: readonly string[];
}

const STATUS = [
    /^(?:appel répondu|appel manqué(?:, message vocal laissé)?|appel abandonné par l[’']appelant)$/i,
    /^(?:appel sans réponse|échec de l[’']appel|appel transféré|géré par sona)$/i,
    /^(?:answered call|missed call(?:, voicemail left)?|call abandoned by the caller)$/i,
    /^(?:unanswered call|call failed|call forwarded|handled by sona)$/i
];
const HANDED =
    /^(?:appel|géré par sona, puis|call|handled by sona, then) (?:transféré à|forwarded to|transferred to) (.+)$/i;
const DURATION = /^(?:durée de l[’']appel|call duration)\s*:/i;
const SPEAKER = /^(?:répondu par|answered by|initié par|initiated by)\s+(.+)$/i;
const MENU = /^(?:menu téléphonique|phone menu)\s*:\s*(.+)$/i;
const STEPS = /^(?:prochaines étapes|next steps)\s*:?$/i;
const HEADING = /^(?:résumé(?: de l[’']appel)?|(?:call )?summary)\s*:?$/i;
const STEP = /^[-•*–]\s*(.+)$/;
/** A line that is a link, with or without a name before it. */
const LINK = /^(?:[^:]{1,60}?\s?:\s+)?(https?:\/\/\S+)$/i;

/** @returns the address that a line consists of, or undefined */
export function linkIn(line: string): string | undefined {
    return LINK.exec(line.trim())?.[1];
}

interface Reading {
    spokeWith?: string;
    handedTo?: string;
    menu?: string;
    readonly summary: string[];
    readonly nextSteps: string[];
    readonly recordingUrls: string[];
}

/** Takes in what stands before the summary, and the links after it. @returns true when the line is dealt with. */
function takeFrame(line: string, into: Reading, known: KnownFields): boolean {
    const link = linkIn(line);
    if (link !== undefined) {
        const isRecording = link === known.recordingUrl || link.includes('/recordings/');
        if (isRecording && !into.recordingUrls.includes(link)) into.recordingUrls.push(link);
        return isRecording || link === known.conversationUrl;
    }
    if (DURATION.test(line) || HEADING.test(line) || line === known.matchReason) return true;
    if (into.summary.length > 0) return false;
    const [handedTo, menu, spokeWith] = [HANDED, MENU, SPEAKER].map((form) => form.exec(line)?.[1]);
    if (handedTo !== undefined) into.handedTo = handedTo;
    else if (menu !== undefined) into.menu = menu;
    else if (spokeWith !== undefined) into.spokeWith = spokeWith;
    else return STATUS.some((form) => form.test(line)) || line.toLowerCase() === known.disposition?.toLowerCase();
    return true;
}

/** Reads the Description of a call's Task. Never fails; an empty text gives empty lists. */
export function readCallText(description: string | null | undefined, known: KnownFields = {}): CallText {
    const reading: Reading = { summary: [], nextSteps: [], recordingUrls: [] };
    let inSteps = false;
    for (const raw of linesOf(description)) {
        const line = raw.trim();
        const step = inSteps ? STEP.exec(line)?.[1] : undefined;
        if (step !== undefined) {
            reading.nextSteps.push(step);
        } else if (line) {
            inSteps = STEPS.test(line);
            if (!inSteps && !takeFrame(line, reading, known)) reading.summary.push(line);
        }
    }
    return reading;
}
