import type { Call } from '../../calls/call.ts';
import type { TranscriptLine } from '../../facts.ts';
import { isHiddenNumber } from '../../people/number.ts';
import { outsideNumbers } from '../call-task.ts';
import type { RenderContext } from '../context.ts';
import { cut, lines, oneLine } from '../fields.ts';

/** One thing that somebody said, as it stands in `Lines__c` for the player. */
export interface SpokenLine {
    /** By the speaker that Quo names, never by a name: a user of the workspace is us, a number is them. */
    readonly side: 'us' | 'them';
    /** The Quo user's name, the name of the person who has the number, else the number; `null`: not known. */
    readonly who: string | null;
    /** Seconds from the start of the recording, to the millisecond. */
    readonly start: number;
    readonly end: number;
    /** Lines end in `\n`. */
    readonly text: string;
}

/** A name is one line of reasonable length. */
const LONGEST_NAME = 200;
/** Longer ones are told in several, so that any of them fits a record however its characters are escaped. */
const LONGEST_TEXT = 20_000;

/** What was said, in Quo's order; silence is left out. */
export function spokenLines(call: Call, context: RenderContext): readonly SpokenLine[] {
    return (call.transcript?.dialogue ?? []).flatMap((line) => {
        const about = {
            side: sideOf(line, call, context),
            who: nameOrNull(speakerName(line, call, context)),
            start: seconds(line.start),
            end: Math.max(seconds(line.start), seconds(line.end))
        };
        return pieces(lines(line.content)).map((text): SpokenLine => ({ ...about, text }));
    });
}

/** Who said it, as far as it is known; a number only stands for a person who is the only one with it. */
export function speakerName(line: TranscriptLine, call: Call, context: RenderContext): string | undefined {
    const { userId, identifier } = line;
    if (userId !== undefined) return context.userName(userId);
    if (sideOf(line, call, context) === 'us') return undefined;
    const outside = outsideNumbers(call, context);
    const number = identifier ?? (outside.length === 1 ? outside[0] : undefined);
    // Of several people on the other end the match names one.
    const matched = outside.length > 1 ? undefined : context.match.whoName;
    if (number === undefined) return matched;
    return context.personName(number) ?? matched ?? (isHiddenNumber(number) ? undefined : context.formatNumber(number));
}

/** A number of the workspace's own speaks for us, whoever holds its telephone. */
function sideOf({ userId, identifier }: TranscriptLine, call: Call, { inbox }: RenderContext): SpokenLine['side'] {
    if (userId !== undefined) return 'us';
    const own = [inbox?.number, ...(call.workspace ?? [])];
    return identifier !== undefined && own.includes(identifier) ? 'us' : 'them';
}

function nameOrNull(name: string | undefined): string | null {
    return cut(oneLine(name ?? ''), LONGEST_NAME) || null;
}

function seconds(told: number): number {
    return Math.max(0, Math.round(told * 1_000) / 1_000);
}

/** The text in pieces that together are the text. Half a surrogate pair is no piece. */
function pieces(text: string): readonly string[] {
    const all: string[] = [];
    for (let rest = text; rest !== '';) {
        const isInPair = rest.length > LONGEST_TEXT && /[\uD800-\uDBFF]/.test(rest.charAt(LONGEST_TEXT - 1));
        const length = isInPair ? LONGEST_TEXT - 1 : LONGEST_TEXT;
        all.push(rest.slice(0, length));
        rest = rest.slice(length);
    }
    return all;
}
