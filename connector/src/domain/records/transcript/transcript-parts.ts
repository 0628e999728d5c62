import { LENGTH } from '../names.ts';
import type { Wording } from '../wording.ts';
import type { SpokenLine } from './spoken-line.ts';

/** What one record holds of a transcript. */
export interface TranscriptPart {
    /** A JSON array of `SpokenLine`. */
    readonly lines: string;
    /** One line after another with who said it, for people and for search. */
    readonly readingCopy: string;
}

const BRACKETS = 2;

/** The lines, in order, in as many parts as their fields need; whole lines, each in one part only. */
export function transcriptParts(spoken: readonly SpokenLine[], wording: Wording): readonly TranscriptPart[] {
    const parts: { json: string[]; read: string[]; jsonLength: number; readLength: number }[] = [];
    for (const line of spoken) {
        const json = JSON.stringify(line);
        const read = wording.said(line.who ?? wording.unknownPerson, line.text);
        const last = parts.at(-1);
        // Each with what stands between it and the one before.
        const jsonLength = (last?.jsonLength ?? BRACKETS) + json.length + 1;
        const readLength = (last?.readLength ?? 0) + read.length + 1;
        const fits =
            jsonLength <= LENGTH['Quo_Transcript__c.Lines__c'] &&
            readLength <= LENGTH['Quo_Transcript__c.Reading_Copy__c'];
        if (last !== undefined && fits) {
            last.json.push(json);
            last.read.push(read);
            Object.assign(last, { jsonLength, readLength });
        } else
            parts.push({
                json: [json],
                read: [read],
                jsonLength: BRACKETS + json.length + 1,
                readLength: read.length + 1
            });
    }
    return parts.map(({ json, read }) => ({ lines: `[${json.join(',')}]`, readingCopy: read.join('\n') }));
}
