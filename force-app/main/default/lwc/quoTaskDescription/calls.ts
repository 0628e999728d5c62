// A copy of connector/src/domain/records/description/grammar/calls.ts, made by scripts/lwc-build: change it there.
import { contentOf, kindOf, linesOf, marked, visibleLine, writtenLine, type Kind } from './lines';

/** A line of a summary, or of what was left on the voicemail. @param line without line breaks */
export function summaryLine(line: string): string {
    return marked('text', line);
}

export function stepLine(step: string): string {
    return marked('item', `- ${writtenLine(step)}`);
}

/** @param sentence whose last word is the address */
export function recordingLine(sentence: string): string {
    return marked('link', writtenLine(sentence));
}

export interface CallText {
    readonly summary: readonly string[];
    readonly nextSteps: readonly string[];
    readonly recordingUrls: readonly string[];
    /** What people wrote beside it. */
    readonly notes: readonly string[];
}

/** Reads the Description of a call's Task. @returns `undefined` when it holds no line of this grammar */
export function parseCall(description: string): CallText | undefined {
    const lines = linesOf(description);
    if (lines.every((line) => kindOf(line) === undefined)) return undefined;
    const contents = (kind: Kind) => lines.filter((line) => kindOf(line) === kind).map(contentOf);
    return {
        summary: contents('text'),
        nextSteps: contents('item').map((step) => step.replace(/^- /, '')),
        recordingUrls: contents('link').map((sentence) => sentence.slice(sentence.lastIndexOf(' ') + 1)),
        notes: lines.filter((line) => kindOf(line) === undefined).flatMap(visibleLine)
    };
}
