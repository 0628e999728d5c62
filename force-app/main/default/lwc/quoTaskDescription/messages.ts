import { linesOf } from 'c/quoTextLines';

/** One text message, as the Task's text tells it. */
export interface TextMessage {
    /** Wall clock of the connector's time zone: `14:05`. */
    readonly time: string;
    readonly outgoing: boolean;
    readonly author: string;
    readonly text: string;
    readonly links: readonly string[];
    /** The instant, to the minute, where the record's start allows to tell. */
    readonly at?: string;
}

const MESSAGE = /^(\d{1,2}):(\d{2})\s+([→←])\s+(.*)$/;
const DATE = /^\d{4}-\d{2}-\d{2}$/;
/** French puts a space before the colon, English none; an author's name has neither. */
const AUTHOR = /^(.{1,120}?)\s?:(?:\s+|$)(.*)$/;
const LINK_ONLY = /^https?:\/\/\S+$/i;

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
const QUARTER = 15 * MINUTE;

interface Draft {
    time: string;
    /** Milliseconds on the wall clock, counted from the first day seen. */
    clock: number;
    outgoing: boolean;
    author: string;
    lines: string[];
}

function open(match: RegExpExecArray, days: number): Draft {
    const [, hours = '0', minutes = '00', arrow, rest = ''] = match;
    const author = AUTHOR.exec(rest);
    return {
        time: `${hours.padStart(2, '0')}:${minutes}`,
        clock: days * DAY + (Number(hours) * 60 + Number(minutes)) * MINUTE,
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

function close(draft: Draft, offset: number | undefined): TextMessage {
    const links = draft.lines.map((line) => line.trim()).filter((line) => LINK_ONLY.test(line));
    const text = draft.lines
        .filter((line) => !LINK_ONLY.test(line.trim()))
        .join('\n')
        .trim();
    const { time, outgoing, author } = draft;
    const base = { time, outgoing, author, text, links };
    return offset === undefined ? base : { ...base, at: new Date(draft.clock - offset).toISOString() };
}

/** The day that a heading names, counted from 1970; undefined when the line names none. */
function dayIn(line: string): number | undefined {
    if (!DATE.test(line)) return undefined;
    const at = Date.parse(line);
    // `2026-02-30` is read as the second of March: a day that is written otherwise is not the one that was meant.
    return Number.isNaN(at) || new Date(at).toISOString().slice(0, 10) !== line ? undefined : at / DAY;
}

/**
 * Reads the Description of a conversation's Task.
 *
 * @param startedAt the record's start, ISO: gives the messages their instants, in any viewer's time zone
 * @returns the messages in order, and the lines that belong to none
 */
export function readMessages(
    description: string | null | undefined,
    startedAt?: string
): { readonly messages: readonly TextMessage[]; readonly notes: readonly string[] } {
    const drafts: Draft[] = [];
    const notes: string[] = [];
    let days: number | undefined;
    for (const line of linesOf(description)) {
        const match = MESSAGE.exec(line.trim());
        const heading = dayIn(line.trimEnd());
        const last = drafts[drafts.length - 1];
        if (match) {
            drafts.push(open(match, days ?? 0));
        } else if (heading !== undefined) {
            // A heading stands where the date changes: what came before it was the day before.
            if (days === undefined) moveToDay(drafts, heading - 1);
            days = heading;
        } else if (last && (/^\s/.test(line) || !line.trim())) {
            last.lines.push(line.replace(/^ {1,4}/, ''));
        } else if (line.trim()) {
            notes.push(line.trim());
        }
    }
    if (days === undefined && startedAt) moveToDay(drafts, Math.floor(Date.parse(startedAt) / DAY));
    const offset = zoneOffset(drafts[0], startedAt);
    return { messages: drafts.map((draft) => close(draft, offset)), notes };
}
