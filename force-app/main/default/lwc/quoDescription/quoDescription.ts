/**
 * What a Task's text holds and no field does: who spoke, the summary, the next steps, further recordings, the messages.
 * People may have edited the text, so nothing is required and what is not understood is kept as it stands.
 */
import { readMessages, type TextMessage } from './messages';

export { readMessages };
export type { TextMessage };

/** What the record's own fields say; the text is not asked for it again. */
export interface KnownFields {
    readonly disposition?: string;
    readonly recordingUrl?: string;
    readonly conversationUrl?: string;
}

export interface CallText {
    /** Who answered or dialled. */
    readonly spokeWith?: string;
    readonly summary: readonly string[];
    readonly nextSteps: readonly string[];
    /** In the order of the text, without repeats. */
    readonly recordingUrls: readonly string[];
}

const DURATION = /^(?:durée de l[’']appel|call duration)\s*:/i;
const SPEAKER = /^(?:répondu par|answered by|initié par|initiated by)\s+(.+)$/i;
const STEPS = /^(?:prochaines étapes|next steps)\s*:?$/i;
const SUMMARY = /^(?:résumé(?: de l[’']appel)?|(?:call )?summary)\s*:?$/i;
const STEP = /^[-•*–]\s*(.+)$/;
/** A line that is a link, with or without a name before it. */
const LINK = /^(?:[^:]{1,40}\s?:\s*)?(https?:\/\/\S+)$/i;

/** @returns the lines without the one that only says how the call ended: the fields say it better. */
function withoutStatus(lines: readonly string[], disposition: string | undefined): readonly string[] {
    const [first, second] = lines;
    if (first === undefined || LINK.test(first) || DURATION.test(first) || SPEAKER.test(first)) return lines;
    const isStatus =
        (disposition !== undefined && first.toLowerCase() === disposition.toLowerCase()) ||
        (second !== undefined && DURATION.test(second));
    return isStatus ? lines.slice(1) : lines;
}

/** Reads the Description of a call's Task. Never fails; an empty text gives empty lists. */
export function readCallText(description: string | null | undefined, known: KnownFields = {}): CallText {
    const all = (description ?? '')
        .split(/\r\n|\r|\n/)
        .map((line) => line.trim())
        .filter(Boolean);
    let spokeWith: string | undefined;
    let inSteps = false;
    const summary: string[] = [];
    const nextSteps: string[] = [];
    const recordingUrls = new Set<string>();
    for (const line of withoutStatus(all, known.disposition)) {
        const link = LINK.exec(line)?.[1];
        const speaker = SPEAKER.exec(line)?.[1];
        const step = inSteps ? STEP.exec(line)?.[1] : undefined;
        if (step !== undefined) {
            nextSteps.push(step);
            continue;
        }
        inSteps = STEPS.test(line);
        const isConversation = link !== undefined && link === known.conversationUrl;
        if (inSteps || isConversation || SUMMARY.test(line) || DURATION.test(line)) continue;
        if (link !== undefined && (link === known.recordingUrl || link.includes('/recordings/'))) {
            recordingUrls.add(link);
        } else if (speaker !== undefined && spokeWith === undefined && summary.length === 0) {
            spokeWith = speaker;
        } else {
            summary.push(line);
        }
    }
    return { ...(spokeWith === undefined ? {} : { spokeWith }), summary, nextSteps, recordingUrls: [...recordingUrls] };
}
