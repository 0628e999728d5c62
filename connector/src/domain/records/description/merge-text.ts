import { ADDED_BELOW, isContinuation, linesOf } from './grammar/lines.ts';

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
export function mergeText(
    current: string,
    last: { readonly whole: string; readonly part: string } | undefined,
    next: string
): MergedText {
    const part = last === undefined || last.part === last.whole ? next : partOf(next, last);
    const place = last === undefined ? undefined : placeOf(last.part, current);
    if (place !== undefined) {
        const [before, after] = [current.slice(0, place.from), current.slice(place.to)];
        // What a person moved or cut may have left it standing elsewhere: it is not written a second time.
        const there = [part, next].find((one) => standsIn(one, before) || standsIn(one, after));
        return there === undefined ? { text: before + part + after, part } : { text: current, part: there };
    }
    // An answer that got lost: it is there already.
    if (placeOf(next, current) !== undefined) return { text: current, part: next };
    const isFirst = last === undefined || last.whole.trim() === '';
    const blocks = isFirst ? blocksOf(next.trim()) : newBlocks(next, last.whole);
    if (next.trim() === '' || blocks.length === 0) return { text: current, part: last?.part ?? '' };
    const added = [ADDED_BELOW, ...blocks].join('\n');
    return { text: [current.trimEnd(), added].filter((some) => some !== '').join('\n'), part: added };
}

/** Whether a part of ours is there, whole and on lines of its own. */
export function standsIn(part: string, text: string): boolean {
    return placeOf(part, text) !== undefined;
}

/** What was added below theirs, as it is to be now: what of it is still wanted, and what is new. */
function partOf(next: string, last: { readonly whole: string; readonly part: string }): string {
    const own = new Set(blocksOf(last.part));
    return [ADDED_BELOW, ...newBlocks(next, last.whole, own)].join('\n');
}

/** What is in a text and was not before, or is one of `also`. The same thing said twice is new the second time. */
function newBlocks(next: string, before: string, also: ReadonlySet<string> = new Set()): readonly string[] {
    const known = Map.groupBy(blocksOf(before), (block) => block);
    return blocksOf(next).filter((block) => {
        const wasThere = known.get(block)?.pop() !== undefined;
        return also.has(block) || (!wasThere && block.trim() !== '');
    });
}

/** A line with those that belong to it. */
function blocksOf(text: string): readonly string[] {
    const blocks: string[] = [];
    for (const line of linesOf(text)) {
        const above = blocks.at(-1);
        if (above !== undefined && isContinuation(line)) blocks[blocks.length - 1] = `${above}\n${line}`;
        else blocks.push(line);
    }
    return blocks;
}

/** Where a text stands on lines of its own. Salesforce trims a value's ends and may store other line ends. */
function placeOf(part: string, text: string): { readonly from: number; readonly to: number } | undefined {
    const wanted = linesOf(part.trim());
    if (wanted.length === 1 && wanted[0] === '') return undefined;
    const lines = placedLines(text);
    const isThere = (first: number): boolean =>
        wanted.every((line, n) => {
            const at = lines[first + n];
            return at !== undefined && at.line.trimEnd() === line.trimEnd();
        });
    const first = lines.findIndex((_, n) => n + wanted.length <= lines.length && isThere(n));
    const [start, end] = [lines[first], lines[first + wanted.length - 1]];
    return start === undefined || end === undefined ? undefined : { from: start.from, to: end.to };
}

function placedLines(text: string): readonly { readonly line: string; readonly from: number; readonly to: number }[] {
    const lines = [];
    let from = 0;
    for (const line of text.split(/(\r\n|\n|\r)/)) {
        if (!/^(\r\n|\n|\r)$/.test(line)) lines.push({ line, from, to: from + line.length });
        from += line.length;
    }
    return lines;
}
