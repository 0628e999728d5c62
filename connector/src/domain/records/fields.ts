import { LENGTH } from './names.ts';

const REPLACEMENT = '\uFFFD';
const CUT_MARK = '…';
/** A word is kept whole unless that costs more than this share of the text. */
const MOST_LOST_TO_A_WORD = 0.2;

/**
 * Text that Salesforce stores as it is: lines end in `\n`; what XML cannot carry (control characters, lone halves of
 * surrogate pairs) becomes U+FFFD, because Salesforce refuses the whole record otherwise.
 */
export function lines(text: string): string {
    return (
        text
            .replace(/\r\n?/g, '\n')
            .toWellFormed()
            // eslint-disable-next-line no-control-regex -- these are the characters meant
            .replace(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g, REPLACEMENT)
            .trim()
    );
}

/** The same on one line: breaks and tabs become spaces. */
export function oneLine(text: string): string {
    return lines(text.replace(/[\t\n\v\f\r\u0085\u2028\u2029]+/g, ' '));
}

/**
 * The text itself when it fits, else its beginning, cut at a word where one is near, and `…`. Never half a character.
 *
 * @param most UTF-16 units, as Salesforce counts
 */
export function cut(text: string, most: number): string {
    if (text.length <= most) return text;
    if (most < CUT_MARK.length) return '';
    const room = text.slice(0, most - CUT_MARK.length);
    const whole = /[\uD800-\uDBFF]$/.test(room) ? room.slice(0, -1) : room;
    const lastGap = /\s/.test(text.charAt(whole.length)) ? whole.length : whole.search(/\s\S*$/);
    const kept = lastGap >= whole.length * (1 - MOST_LOST_TO_A_WORD) ? whole.slice(0, lastGap) : whole;
    return kept.trimEnd() + CUT_MARK;
}

/** A text of one line that fits its field; `null`, which clears the field, when there is none. */
export function short(field: keyof typeof LENGTH, text: string | undefined): string | null {
    return cut(oneLine(text ?? ''), LENGTH[field]) || null;
}

/** A text of several lines that fits its field; `null` when there is none. */
export function long(field: keyof typeof LENGTH, text: string | undefined): string | null {
    return cut(lines(text ?? ''), LENGTH[field]) || null;
}

/** An address, whole or not at all: half an address leads nowhere. */
export function address(field: keyof typeof LENGTH, url: string | undefined): string | null {
    return url !== undefined && url.length <= LENGTH[field] ? oneLine(url) || null : null;
}
