/** The transcript of a Sona call as a text, which is all that older records have. */
import { linesOf } from 'c/quoTextLines';
import type { Line } from './lines';

/** `[0:05] Sona : Bonjour` · `00:05 Sona: Hello` · `Sona : Bonjour` */
const TURN = /^(?:\[?(\d{1,2}(?::\d{2}){1,2})\]?\s+)?([^:\n]{1,80}?)\s?:\s+(.*)$/u;
const TIMED = /^\[?\d{1,2}(?::\d{2}){1,2}\]?\s/u;

const secondsOf = (time: string): number => time.split(':').reduce((seconds, part) => 60 * seconds + Number(part), 0);

/**
 * Reads `Transcript__c`: who spoke, and when where it says so. On which side somebody stood the text does not tell, and
 * names do not either. A line that opens no turn belongs to the one before it; unknown shapes stay readable as one line.
 */
export function readFormerTranscript(text: string | null | undefined): readonly Line[] {
    const turns: { time?: string; who: string; text: string }[] = [];
    const lines = linesOf(text);
    const isTimed = lines.some((line) => TIMED.test(line));
    for (const line of lines) {
        const match = TURN.exec(line);
        const last = turns[turns.length - 1];
        if (match && (!isTimed || match[1] !== undefined)) {
            const [, time, who = '', said = ''] = match;
            turns.push({ ...(time === undefined ? {} : { time }), who, text: said });
        } else if (last && line.trim()) {
            last.text += `\n${line.trim()}`;
        } else if (line.trim()) {
            turns.push({ who: '', text: line.trim() });
        }
    }
    return turns.map(({ time, ...turn }) => (time === undefined ? turn : { ...turn, start: secondsOf(time) }));
}
