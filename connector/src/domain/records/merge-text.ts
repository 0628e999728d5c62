/** Between what people wrote and what we add below it. */
export const ADDED_BELOW = '———— Quo ————';

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
 * stays. Where it does not, nothing is touched: the lines that are new since are added at the end, below a line of ours.
 * No character of theirs is ever lost, and ours stands at most once.
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
    const lines = last === undefined ? linesOf(next) : newLines(next, last.whole);
    if (lines.length === 0) return { text: current, part: last?.part ?? '' };
    const added = [ADDED_BELOW, ...lines].join('\n');
    return { text: [current.trimEnd(), added].filter((some) => some !== '').join('\n'), part: added };
}

/** Whether a part of ours is there, whole and on lines of its own. */
export function standsIn(part: string, text: string): boolean {
    return placeOf(part, text) !== undefined;
}

/** What was added below theirs, as it is to be now: its own lines that are still wanted, and those that are new. */
function partOf(next: string, last: { readonly whole: string; readonly part: string }): string {
    const own = new Set(linesOf(last.part));
    const added = new Set(newLines(next, last.whole));
    return [ADDED_BELOW, ...linesOf(next).filter((line) => own.has(line) || added.has(line))].join('\n');
}

function newLines(next: string, before: string): readonly string[] {
    const known = new Set(linesOf(before));
    return linesOf(next).filter((line) => line.trim() !== '' && !known.has(line));
}

function linesOf(text: string): readonly string[] {
    return text.split(/\r\n|\n|\r/);
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
