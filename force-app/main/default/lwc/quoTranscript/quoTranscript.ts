/** A transcript's text as turns of a dialogue: who, when in the call, what. Unknown shapes stay readable as one turn. */
import { linesOf } from 'c/quoTextLines';

export interface Turn {
    /** `1:05` into the call; empty when the text does not say. */
    readonly time: string;
    /** Empty when the text does not say. */
    readonly author: string;
    readonly text: string;
}

/** `[0:05] Sona : Bonjour` · `00:05 Sona: Hello` · `Sona : Bonjour` */
const TURN = /^(?:\[?(\d{1,2}(?::\d{2}){1,2})\]?\s+)?([^:\n]{1,80}?)\s?:\s+(.*)$/u;
const TIMED = /^\[?\d{1,2}(?::\d{2}){1,2}\]?\s/u;

/** Reads `Transcript__c`. A line that opens no turn belongs to the one before it. */
export function readTranscript(text: string | null | undefined): readonly Turn[] {
    const turns: { time: string; author: string; text: string }[] = [];
    const lines = linesOf(text);
    const isTimed = lines.some((line) => TIMED.test(line));
    for (const line of lines) {
        const match = TURN.exec(line);
        const last = turns[turns.length - 1];
        if (match && (!isTimed || match[1] !== undefined)) {
            turns.push({ time: match[1] ?? '', author: match[2] ?? '', text: match[3] ?? '' });
        } else if (last && line.trim()) {
            last.text += `\n${line.trim()}`;
        } else if (line.trim()) {
            turns.push({ time: '', author: '', text: line.trim() });
        }
    }
    return turns;
}
