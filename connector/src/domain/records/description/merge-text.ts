import { atMost, blocksOf, countsOf } from './blocks.ts';
import { ADDED_BELOW, linesOf } from './grammar/lines.ts';

/** What we last wanted in a text, and the part of it that we last put there. */
interface Last {
    readonly whole: string;
    readonly part: string;
}

/** A text of a record, with the part of it that is ours. */
export interface MergedText {
    readonly text: string;
    /** What stands in it because of us: it is looked for, and replaced in place, the next time. */
    readonly part: string;
}

/**
 * Puts our new text into a text that somebody else may have changed.
 *
 * Where our last part still stands, whole and on lines of its own, it is replaced in place and everything around it
 * stays. Where it does not, nothing is touched: what is new since, messages as a whole and else lines, is added at the
 * end, below a line of ours. No character of theirs is ever lost, and ours stands at most once.
 *
 * @param current what the record holds; line ends of either kind
 * @param last all that we last wanted to stand there, and the part of it that we last put there
 * @param next all that we want to stand there now
 */
export function mergeText(current: string, last: Last | undefined, next: string): MergedText {
    const place = last === undefined ? undefined : placeOf(last.part, current);
    if (last !== undefined && place !== undefined) {
        const [before, after] = [current.slice(0, place.from), current.slice(place.to)];
        const isWhole = last.part === last.whole;
        const around = [...blocksOf(before), ...blocksOf(after)];
        const blocks = wantedBlocks(next, { ...last, around, hasBlank: isWhole });
        const part = [...(last.part.startsWith(ADDED_BELOW) ? [ADDED_BELOW] : []), ...blocks].join('\n');
        // What a person moved or cut may have left it standing elsewhere: it is not written a second time.
        const there = [part, next].find((one) => standsIn(one, before) || standsIn(one, after));
        return there === undefined ? { text: before + part + after, part } : { text: current, part: there };
    }
    // An answer that got lost: it is there already.
    if (placeOf(next, current) !== undefined) return { text: current, part: next };
    const whole = last?.whole ?? '';
    const blocks = wantedBlocks(next, { whole, part: '', around: blocksOf(current), hasBlank: isBlank(whole) });
    if (blocks.every(isBlank)) return { text: current, part: last?.part ?? '' };
    const added = [ADDED_BELOW, ...blocks].join('\n');
    return { text: [current.trimEnd(), added].filter((some) => some !== '').join('\n'), part: added };
}

/** Whether a part of ours is there, whole and on lines of its own. */
export function standsIn(part: string, text: string): boolean {
    return placeOf(part, text) !== undefined;
}

interface Standing extends Last {
    /** What stands around our part: moved there by a person, or put there by a write whose answer was lost. */
    readonly around: readonly string[];
    /** Whether empty lines of ours are wanted, and not only those of the part. */
    readonly hasBlank: boolean;
}

/**
 * Of all that we want: what of our part is still wanted, and what is new and stands nowhere else. The same thing said
 * twice is new the second time.
 */
function wantedBlocks(next: string, { whole, part, around, hasBlank }: Standing): readonly string[] {
    const wanted = blocksOf(next);
    const all = countsOf(wanted);
    const known = countsOf(blocksOf(whole));
    const own = part === '' ? countsOf([]) : countsOf(blocksOf(part));
    const there = countsOf(around);
    return atMost(wanted, (block) => {
        const ours = own(block);
        if (isBlank(block)) return hasBlank ? Infinity : ours;
        return ours + Math.max(0, all(block) - Math.max(known(block), ours + there(block)));
    });
}

function isBlank(text: string): boolean {
    return text.trim() === '';
}

/** Where a text stands on lines of its own. Salesforce trims a value's ends and may store other line ends. */
function placeOf(part: string, text: string): { readonly from: number; readonly to: number } | undefined {
    const wanted = linesOf(part.trim()).map((line) => line.trimEnd());
    if (wanted.length === 1 && wanted[0] === '') return undefined;
    const lines = placedLines(text);
    const isThere = (first: number): boolean => wanted.every((line, n) => lines[first + n]?.line === line);
    const first = lines.findIndex((_, n) => n + wanted.length <= lines.length && isThere(n));
    const [start, end] = [lines[first], lines[first + wanted.length - 1]];
    return start === undefined || end === undefined ? undefined : { from: start.from, to: end.to };
}

function placedLines(text: string): readonly { readonly line: string; readonly from: number; readonly to: number }[] {
    const lines = [];
    let from = 0;
    for (const line of text.split(/(\r\n|\n|\r)/)) {
        if (!/^(\r\n|\n|\r)$/.test(line)) lines.push({ line: line.trimEnd(), from, to: from + line.length });
        from += line.length;
    }
    return lines;
}
