import {
    contentOf,
    goesOn,
    INDENT,
    isContinuation,
    kindOf,
    linesOf,
    marked,
    sentenceLine,
    visibleLine,
    writtenAddress,
    writtenLine,
    writtenName,
    writtenText,
    type Kind
} from './lines.ts';

interface Attachment {
    readonly url: string;
    /** MIME type, where it was told. */
    readonly type?: string | undefined;
}

/** How a text did not arrive: on the way to its reader, or before it left. */
type MessageState = 'undelivered' | 'failed';

export interface WrittenMessage {
    /** ISO 8601, UTC, whole seconds: `2026-11-20T16:04:07Z`. */
    readonly at: string;
    /** The zone in which it is told: `-05:00`. */
    readonly offset: string;
    readonly direction: 'incoming' | 'outgoing';
    readonly author: string;
    /** Lines end in `\n`. */
    readonly text: string;
    readonly attachments: readonly Attachment[];
    /** Of outgoing ones. */
    readonly state?: MessageState;
    /** It goes on from the last message of the part before. */
    readonly continues?: true;
}

export interface Part {
    /** From 1. */
    readonly number: number;
    readonly of: number;
}

const ARROWS: readonly (Pick<WrittenMessage, 'direction' | 'state'> & { readonly arrow: string })[] = [
    { arrow: '←', direction: 'incoming' },
    { arrow: '→', direction: 'outgoing' },
    { arrow: '↛', direction: 'outgoing', state: 'undelivered' },
    { arrow: '⇏', direction: 'outgoing', state: 'failed' }
];
const CONTINUES = '…';
const HEAD = /^(\d{4}-\d\d-\d\d) (\d\d:\d\d:\d\d) ([+-]\d\d:\d\d) ([←→↛⇏])(…?) (.*)$/su;
const PART = /\((\d{1,6})\/(\d{1,6})\)$/;
const ATTACHMENT = /^(\S+)(?: \(([^\s()]+)\))?$/u;
const TYPE = /^[\w.+-]+\/[\w.+-]+$/;
/** A colon in a name is told from the one behind it by a word joiner, which no written name has. */
const NAME_COLON = '\u2060:';

/** @param words what stands before the numbers, for people */
export function partLine(words: string, { number, of }: Part): string {
    return marked('part', `${writtenLine(words)} (${number}/${of})`);
}

/**
 * The lines of a message.
 *
 * @param style what stands between author and text, and why it did not arrive: both for people, neither is read back
 */
export function messageLines(
    message: WrittenMessage,
    style: { readonly colon: string; readonly failure?: string | undefined }
): readonly string[] {
    const author = writtenName(message.author).replaceAll(':', NAME_COLON);
    const [first = '', ...further] = writtenText(message.text).split('\n');
    const lines: (readonly [Kind, string])[] = [
        ['item', `${headOf(message)} ${author}${style.colon}${first === '' ? '' : ` ${first}`}`],
        ...further.map((line) => ['text', INDENT + line] as const),
        ...message.attachments.map((attachment) => ['link', INDENT + attachmentText(attachment)] as const)
    ];
    return [
        ...lines.map(([kind, content], n) => marked(kind, content, n < lines.length - 1)),
        ...(style.failure === undefined ? [] : [sentenceLine(`(${style.failure})`, true)])
    ];
}

export interface ConversationText {
    readonly part?: Part;
    readonly messages: readonly WrittenMessage[];
    /** What people wrote beside them. */
    readonly notes: readonly string[];
}

/** Reads the Description of a conversation's Task. @returns `undefined` when it is none of this grammar */
export function parseConversation(description: string): ConversationText | undefined {
    const lines = linesOf(description);
    // A message alone is none: a text that was cut by an older version may begin a Description, but only its first line.
    if (lines.every((line) => kindOf(line) !== 'part')) return undefined;
    const part = lines.map(partIn).findLast((one) => one !== undefined);
    const messages: WrittenMessage[] = [];
    const notes: string[] = [];
    let isOpen = false;
    for (const line of lines) {
        const last = isOpen ? messages.at(-1) : undefined;
        const begun = messageIn(line);
        const longer = last === undefined ? undefined : withMore(last, line);
        if (begun !== undefined || longer !== undefined) isOpen = goesOn(line);
        if (begun !== undefined) messages.push(begun);
        else if (longer !== undefined) messages[messages.length - 1] = longer;
        else if (!['part', 'sentence'].includes(kindOf(line) ?? '')) notes.push(...visibleLine(line));
    }
    return { ...(part === undefined ? {} : { part }), messages, notes };
}

function attachmentText({ url, type }: Attachment): string {
    const told = type !== undefined && TYPE.test(type) ? ` (${type})` : '';
    return writtenAddress(url) + told;
}

function headOf({ at, offset, direction, state, continues }: WrittenMessage): string {
    const clock = new Date(Date.parse(at) + milliseconds(offset)).toISOString();
    const way = ARROWS.find((one) => one.direction === direction && (direction === 'incoming' || one.state === state));
    const arrow = `${way?.arrow ?? ''}${continues ? CONTINUES : ''}`;
    return `${clock.slice(0, 10)} ${clock.slice(11, 19)} ${offset} ${arrow}`;
}

function partIn(line: string): Part | undefined {
    const [, number, of] = (kindOf(line) === 'part' && PART.exec(contentOf(line))) || [];
    return number === undefined ? undefined : { number: Number(number), of: Number(of) };
}

function messageIn(line: string): WrittenMessage | undefined {
    const head = kindOf(line) === 'item' ? HEAD.exec(contentOf(line)) : null;
    const [, date = '', time = '', offset = '', arrow, continues, rest = ''] = head ?? [];
    const way = ARROWS.find((one) => one.arrow === arrow);
    const at = Date.parse(`${date}T${time}${offset}`);
    const colon = authorEnd(rest);
    if (way === undefined || colon < 0 || Number.isNaN(at)) return undefined;
    return {
        at: new Date(at).toISOString().replace('.000Z', 'Z'),
        offset,
        direction: way.direction,
        author: rest.slice(0, colon).replaceAll(NAME_COLON, ':').trim(),
        text: rest.slice(colon + 2),
        attachments: [],
        ...(way.state === undefined ? {} : { state: way.state }),
        ...(continues === CONTINUES ? { continues: true } : {})
    };
}

/** Where the author's name ends: at the first colon that is none of a name. */
function authorEnd(rest: string): number {
    let colon = rest.indexOf(':');
    while (colon > 0 && rest[colon - 1] === '\u2060') colon = rest.indexOf(':', colon + 1);
    return colon;
}

/** The message with what a further line of it says; `undefined` when the line is none of a message. */
function withMore(message: WrittenMessage, line: string): WrittenMessage | undefined {
    if (!isContinuation(line)) return undefined;
    const content = contentOf(line).slice(INDENT.length);
    if (kindOf(line) === 'text') return { ...message, text: `${message.text}\n${content}` };
    const [, url, type] = (kindOf(line) === 'link' && ATTACHMENT.exec(content)) || [];
    if (url === undefined) return undefined;
    const attachment = { url, ...(type === undefined ? {} : { type }) };
    return { ...message, attachments: [...message.attachments, attachment] };
}

function milliseconds(offset: string): number {
    const [hours = 0, minutes = 0] = offset.slice(1).split(':').map(Number);
    return (offset.startsWith('-') ? -1 : 1) * (hours * 60 + minutes) * 60_000;
}
