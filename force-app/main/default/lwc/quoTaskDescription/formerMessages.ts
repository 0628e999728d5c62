import { linesOf } from 'c/quoTextLines';
import type { TextMessage } from './textMessage';

/**
 * Conversations as they were written before each message had its day and its zone: `09:14 ← Jean : Bonjour`, what
 * belongs to it indented, a date above the messages of another day. What senders typed was always indented there, so a
 * message begins at a line's first character and nowhere else.
 */
const MESSAGE = /^(\d{2}:\d{2}) ([→←]) ([^]*)$/;
const DATE = /^\d{4}-\d{2}-\d{2}$/;
/** French puts a space before the colon, English none. */
const AUTHOR = /^(.{1,120}?)\s?:(?:\s+|$)([^]*)$/;
const FURTHER = /^ {4}/;
const ADDED_BELOW = '———— Quo ————';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
const QUARTER = 15 * MINUTE;

interface Draft {
    readonly time: string;
    /** Milliseconds on the wall clock, counted from the first day seen. */
    clock: number;
    readonly outgoing: boolean;
    readonly author: string;
    readonly lines: string[];
}

function open([, time = '', arrow, rest = '']: RegExpExecArray, days: number): Draft {
    const author = AUTHOR.exec(rest);
    const [hours = 0, minutes = 0] = time.split(':').map(Number);
    return {
        time,
        clock: days * DAY + (hours * 60 + minutes) * MINUTE,
        outgoing: arrow === '→',
        author: author?.[1] ?? '',
        lines: [author ? (author[2] ?? '') : rest]
    };
}

function moveToDay(drafts: readonly Draft[], day: number): void {
    for (const draft of drafts) draft.clock += day * DAY;
}

/**
 * The distance between the text's wall clock and the record's start, in whole quarters of an hour as time zones have it.
 *
 * @returns undefined when they do not fit: somebody edited the text, so its times stay as written
 */
function zoneOffset(first: Draft | undefined, startedAt: string | undefined): number | undefined {
    const start = startedAt ? Date.parse(startedAt) : NaN;
    if (!first || Number.isNaN(start)) return undefined;
    const raw = first.clock - start;
    const whole = Math.round(raw / QUARTER) * QUARTER;
    return Math.abs(raw - whole) <= 2 * MINUTE ? whole : undefined;
}

function close({ time, outgoing, author, lines, clock }: Draft, offset: number | undefined): TextMessage {
    const base = { time, outgoing, author, text: lines.join('\n').trim(), attachments: [] };
    return offset === undefined ? base : { ...base, at: new Date(clock - offset).toISOString() };
}

/** The day that a heading names, counted from 1970; undefined when the line names none. */
function dayIn(line: string): number | undefined {
    if (!DATE.test(line)) return undefined;
    const at = Date.parse(line);
    // `2026-02-30` is read as the second of March: a day that is written otherwise is not the one that was meant.
    return Number.isNaN(at) || new Date(at).toISOString().slice(0, 10) !== line ? undefined : at / DAY;
}

/**
 * @param startedAt the record's start, ISO: gives the messages their instants, in any viewer's time zone
 * @param mayContinue true for a Task that continues another one. Its first line may be the rest of a text, which lost
 * its indent when Salesforce trimmed it: it is a note. Nor is its first message the one of the record's start.
 */
export function readFormerMessages(
    description: string,
    startedAt: string | undefined,
    mayContinue: boolean
): { readonly messages: readonly TextMessage[]; readonly notes: readonly string[] } {
    const drafts: Draft[] = [];
    const notes: string[] = [];
    let days: number | undefined;
    for (const [index, line] of linesOf(description).entries()) {
        const match = mayContinue && index === 0 ? null : MESSAGE.exec(line);
        const heading = dayIn(line.trimEnd());
        const last = drafts[drafts.length - 1];
        if (match) {
            drafts.push(open(match, days ?? 0));
        } else if (heading !== undefined) {
            // A heading stands where the date changes: what came before it was the day before.
            if (days === undefined) moveToDay(drafts, heading - 1);
            days = heading;
        } else if (last && (FURTHER.test(line) || !line.trim())) {
            last.lines.push(line.replace(FURTHER, ''));
        } else if (line.trim() && line.trim() !== ADDED_BELOW) {
            notes.push(line.trim());
        }
    }
    if (days === undefined && startedAt) moveToDay(drafts, Math.floor(Date.parse(startedAt) / DAY));
    const offset = mayContinue ? undefined : zoneOffset(drafts[0], startedAt);
    return { messages: drafts.map((draft) => close(draft, offset)), notes };
}
