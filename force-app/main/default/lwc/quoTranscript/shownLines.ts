import { formatPosition } from 'c/quoDurations';
import { piecesOf, speakerName, type Line, type Piece } from 'c/quoTranscriptLines';

export interface ShownLine {
    readonly key: string;
    readonly index: number;
    readonly css: string;
    /** `1:05` into the recording; empty where it is not told. */
    readonly time: string;
    readonly who: string;
    readonly whoClass: string;
    readonly pieces: readonly Piece[];
    readonly canHear: boolean;
    readonly current: 'true' | undefined;
    readonly tabIndex: '0' | '-1';
}

interface Showing {
    readonly litIndex: number;
    readonly reachedIndex: number;
    readonly foundIndex: number | undefined;
    readonly search: string;
    readonly canHear: boolean;
}

/** Two names that are told apart by the side too: a caller may be called like one of ours. */
const speakerOf = ({ side, who }: Line): string => `${side ?? ''} ${who}`;

/** The lines as they are drawn: a speaker who goes on is not named again to the eye. */
export function shownLines(lines: readonly Line[], showing: Showing): readonly ShownLine[] {
    const { litIndex, reachedIndex, foundIndex, search, canHear } = showing;
    const isHeard = (line: Line | undefined): boolean => canHear && line?.start !== undefined;
    // The line that was reached may be gone with another transcript: then it is the first.
    const reached = isHeard(lines[reachedIndex]) ? reachedIndex : lines.findIndex(isHeard);
    return lines.map((line, index) => {
        const before = lines[index - 1];
        const isNamed = before === undefined || speakerOf(before) !== speakerOf(line);
        const marks = [line.side, index === litIndex ? 'lit' : '', index === foundIndex ? 'found' : ''];
        return {
            key: String(index),
            index,
            css: ['item', ...marks].filter(Boolean).join(' '),
            time: line.start === undefined ? '' : formatPosition(line.start),
            who: speakerName(line),
            whoClass: isNamed ? 'slds-show who' : 'slds-assistive-text',
            pieces: piecesOf(line.text, search),
            canHear: isHeard(line),
            current: index === litIndex ? 'true' : undefined,
            tabIndex: index === reached ? '0' : '-1'
        };
    });
}
