// A copy of connector/src/domain/records/description/grammar/lines.ts, made by scripts/lwc-build: change it there.
/**
 * How our words stand in the Description of a Task: written by the connector, read back by the timeline. The Lightning
 * bundle `quoTaskDescription` holds a copy of these files, made by its build and compared by its check.
 *
 * A line of ours begins with a mark that says what it is and ends with another one; neither is seen. What somebody typed
 * stands behind a mark of ours on each of its lines, so that no text begins a line by itself. Every other line is a
 * person's note. Marks are letters of no language, U+2060 to U+2064 and U+200B; the platform trims none of them.
 *
 * Between an address and the mark behind it stands a space: whatever makes links of texts, and whoever copies an address,
 * would take the mark along, and the address would lead nowhere.
 */
const MARK = {
    /** Which part of how many this Task is; where we added below what people wrote. */
    part: '\u2060',
    /** A message's first line, or a next step. */
    item: '\u2061',
    /** A further line of a message, or a line of a summary. */
    text: '\u2062',
    /** A sentence that nobody reads back. */
    sentence: '\u2063',
    /** An attachment, or a recording. */
    link: '\u2064'
} as const;
export type Kind = keyof typeof MARK;

const END = '\u200B';
/** The end of a line whose message goes on below: where a first line was deleted, the rest is nobody else's. */
const MORE = `${END}\u2064`;
/** What belongs to the line above. */
export const INDENT = '    ';

const BREAKS = /\r\n|[\n\r\v\f\u0085\u2028\u2029]/;
const NOT_IN_XML = /[^\t\n\u0020-\uFFFD\u{10000}-\u{10FFFF}]|\p{Surrogate}/gu;
/** Marks of ours, and what turns the direction of a line around: no letters of a name. */
const NOT_IN_NAMES = /[\u061C\u200B\u200E\u200F\u202A-\u202E\u2060-\u2069]/g;
const LONGEST_NAME = 200;

/** A text as it is written: line breaks of every kind are `\n`; what XML cannot carry, and Salesforce refuses, is U+FFFD. */
export function writtenText(text: string): string {
    return text.split(BREAKS).join('\n').replace(NOT_IN_XML, '\uFFFD');
}

/** A text on one line: breaks and tabs become spaces. */
export function writtenLine(text: string): string {
    return writtenText(text)
        .replace(/[\t\n]+/g, ' ')
        .trim();
}

/** A name as it is written: on one line, at most 200 characters, without what turns the direction around. */
export function writtenName(name: string): string {
    const short = writtenLine(name).replace(NOT_IN_NAMES, '').trim().slice(0, LONGEST_NAME);
    return short.replace(/\p{Surrogate}/gu, '').trim();
}

/** An address as it is written: white space is encoded, so that it ends at the first one. */
export function writtenAddress(url: string): string {
    return writtenLine(url).replace(/\s/gu, (space) => encodeURIComponent(space));
}

/** A line of ours. @param content without line breaks */
export function marked(kind: Kind, content: string, hasMore = false): string {
    return MARK[kind] + content + (addressEnd(content) === undefined ? '' : ' ') + (hasMore ? MORE : END);
}

/** Where the address ends that a text ends with, spaces behind it aside; `undefined` where it ends with none. */
function addressEnd(text: string): number | undefined {
    let end = text.length;
    while (text[end - 1] === ' ') end -= 1;
    let start = end;
    while (start > 0 && /\S/.test(text[start - 1] ?? '')) start -= 1;
    return text.slice(start, end).includes('://') ? end : undefined;
}

/** Between what people wrote and what we add below it. */
export const ADDED_BELOW = marked('part', '———— Quo ————');

/** A sentence of ours, on one line. `indented`: it belongs to the line above. */
export function sentenceLine(sentence: string, indented = false): string {
    return marked('sentence', (indented ? INDENT : '') + writtenLine(sentence));
}

/** What a line of ours is; `undefined` for a note, and for a line of ours at whose ends somebody wrote. */
export function kindOf(line: string): Kind | undefined {
    if (line.length < 2 || (!line.endsWith(END) && !goesOn(line))) return undefined;
    return (Object.keys(MARK) as Kind[]).find((kind) => line.startsWith(MARK[kind]));
}

export function contentOf(line: string): string {
    const content = line.slice(1, goesOn(line) ? -MORE.length : -END.length);
    const end = addressEnd(content);
    // Of the spaces behind an address one is ours; in lines of before there may be none.
    return end === undefined || end === content.length ? content : content.slice(0, -1);
}

/** Whether a line of a message says that further ones follow. */
export function goesOn(line: string): boolean {
    return line.endsWith(MORE);
}

/** Whether a line belongs to the one above it: a message stays whole where texts are compared. */
export function isContinuation(line: string): boolean {
    return line.startsWith(INDENT, 1) && kindOf(line) !== undefined;
}

export function linesOf(text: string): readonly string[] {
    return text.split(/\r\n|\n|\r/);
}

/** What people see of a line, where they see anything. */
export function visibleLine(line: string): readonly string[] {
    const visible = line.replace(/[\u2060-\u2064\u200B]/g, '').trim();
    return visible === '' ? [] : [visible];
}
