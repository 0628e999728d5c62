import type { Wording } from '../wording.ts';
import { INDENT, sentenceLine, writtenLine, writtenText } from './grammar/lines.ts';
import { messageLines, partLine, type WrittenMessage } from './grammar/messages.ts';
import { pieces } from './pieces.ts';
import type { ToldMessage } from './written-message.ts';

/** Of a sentence of ours on one line. */
const LONGEST_SENTENCE = 8_000;
const MOST_PARTS = 999_999;

type Lines = readonly string[];

/**
 * The Descriptions of a conversation: as many as it needs, each of at most `most` characters (UTF-16 units, line breaks
 * counted) and each saying which one of how many it is. A message stands on one page where a page can hold it, else its
 * text goes on over the next ones, never cut inside a character.
 *
 * @param about said before the messages
 * @param closing said after them
 * @returns at least one page
 */
export function conversationPages(
    about: Lines,
    messages: readonly ToldMessage[],
    closing: Lines,
    { messagesHeading, colon }: Pick<Wording, 'messagesHeading' | 'colon'>,
    most: number
): readonly string[] {
    const room = most - partLine(messagesHeading, { number: MOST_PARTS, of: MOST_PARTS }).length - 1;
    const sentences = (texts: Lines) =>
        texts.flatMap((text) => pieces(writtenLine(text), LONGEST_SENTENCE).map((piece) => [sentenceLine(piece)]));
    const blocks = [
        ...sentences(about),
        ...messages.flatMap(({ message, failure }) => blocksOf(message, { colon, failure }, room)),
        ...sentences(closing)
    ];
    const filled = fill(blocks, room);
    return filled.map((lines, n) =>
        [partLine(messagesHeading, { number: n + 1, of: filled.length }), ...lines].join('\n')
    );
}

function fill(blocks: readonly Lines[], room: number): readonly Lines[] {
    const full: string[][] = [[]];
    let used = 0;
    for (const block of blocks) {
        const length = lengthOf(block);
        const page = full.at(-1);
        if (page === undefined || (page.length > 0 && used + length > room)) {
            full.push([...block]);
            used = length;
        } else {
            page.push(...block);
            used += length;
        }
    }
    return full;
}

/** With the break before each line. */
function lengthOf(lines: Lines): number {
    return lines.reduce((sum, line) => sum + line.length + 1, 0);
}

type Style = Parameters<typeof messageLines>[1];

/** The lines of a message, in as many blocks as it takes for each to fit. */
function blocksOf(message: WrittenMessage, style: Style, room: number): readonly Lines[] {
    const whole = messageLines(message, style);
    if (lengthOf(whole) <= room) return [whole];
    const bare: WrittenMessage = { ...message, text: '', attachments: [] };
    // A space before the words, one behind an address, and a mark where lines follow.
    const begin = lengthOf(messageLines({ ...bare, continues: true }, style)) + 3;
    const parts = [{ text: '', attachments: [...bare.attachments] }];
    let used = begin;
    const place = (length: number, put: (part: (typeof parts)[number]) => void): void => {
        const last = parts.at(-1);
        if (last !== undefined && used + length <= room) put(last);
        else {
            const next = { text: '', attachments: [] };
            put(next);
            parts.push(next);
            used = begin;
        }
        used += length;
    };
    for (const character of writtenText(message.text))
        place(costOf(character), (part) => void (part.text += character));
    for (const attachment of message.attachments) {
        const line = messageLines({ ...bare, attachments: [attachment] }, style).slice(1, 2);
        place(lengthOf(line) + 1, (part) => void part.attachments.push(attachment));
    }
    return parts.map((part, n) =>
        messageLines({ ...message, ...part, ...(n === 0 ? {} : { continues: true }) }, style)
    );
}

/** A line break costs the marks of the next line too, and a space that an address may end with. */
function costOf(character: string): number {
    return character === '\n' ? INDENT.length + '[ ..\n'.length : character.length;
}
