import type { Call } from '../../calls/call.ts';
import { callDuration } from '../../calls/call-duration.ts';
import { outcomeOf } from '../../calls/outcome.ts';
import { kindOfNumber } from '../../people/number.ts';
import { isSona } from '../../workspace.ts';
import type { RenderContext } from '../context.ts';
import { cut } from '../fields.ts';
import { recordingLine, stepLine, summaryLine } from './grammar/calls.ts';
import { sentenceLine, writtenLine, writtenText } from './grammar/lines.ts';
import { LENGTH } from '../names.ts';
import { reasonLine } from '../task-fields.ts';
import { durationText } from '../duration.ts';
import type { Wording } from '../wording.ts';

/** A name of any length stands in it; the links need their room. */
const LONGEST_SENTENCE = 1_000;

/**
 * The Description of a call, one item a line, what is not known left out. When it is longer than Salesforce allows,
 * the summary gives way, never the links.
 */
export function callDescription(call: Call, context: RenderContext): string {
    const { wording } = context;
    const head = call.direction === 'outgoing' ? outgoing(call, wording, context) : incoming(call, wording, context);
    const [first, last] = [
        head.map((sentence) => sentenceLine(cut(sentence, LONGEST_SENTENCE))),
        [...links(call, wording, context), ...reasonLine(context).map((reason) => sentenceLine(reason))]
    ];
    const room = LENGTH['Task.Description'] - lengthOf([...first, ...last]);
    const body = [...summary(call, wording, context), ...voicemail(call, wording, context)];
    return [...first, ...fitting(body, room), ...last].join('\n');
}

/** With the break before each line. */
function lengthOf(all: readonly string[]): number {
    return all.reduce((sum, line) => sum + line.length + 1, 0);
}

/** The lines that fit; of the first one that does not, its beginning. */
function fitting(body: readonly BodyLine[], room: number): readonly string[] {
    const fits: string[] = [];
    let left = room;
    for (const { text, line } of body) {
        // With the break before it, and the space that an address may end with.
        const marks = line('').length + 2;
        const shown = cut(text, left - marks);
        if (shown === '' && text !== '') break;
        fits.push(line(shown));
        left -= shown.length + marks;
        if (shown !== text || left <= 0) break;
    }
    return fits;
}

/** Links to the recordings, oldest first: ours, because Quo's expire. */
export function recordingUrls(call: Call, context: RenderContext): readonly string[] {
    if (!context.preferences.recordings) return [];
    const offsets = recordingOffsets(call);
    const urls = (call.recordings ?? []).map((_, index) =>
        context.recordingUrl(call.id, index + 1, undefined, offsets?.[index])
    );
    return urls.filter((url) => url !== undefined);
}

/** When each of several recordings begins, in seconds from the first one; `undefined` where Quo did not tell of each. */
export function recordingOffsets({ recordings = [] }: Pick<Call, 'recordings'>): readonly number[] | undefined {
    const starts = recordings.map(({ startedAt }) => (startedAt === undefined ? NaN : Date.parse(startedAt)));
    const [first] = starts;
    if (first === undefined || starts.length < 2 || starts.some(Number.isNaN)) return undefined;
    return starts.map((start) => (start - first) / 1_000);
}

/** Our link to the voicemail; `undefined` when there is none, or recordings are not wanted. */
export function voicemailUrl(call: Call, context: RenderContext): string | undefined {
    if (!context.preferences.recordings || call.voicemail?.url === undefined) return undefined;
    return context.recordingUrl(call.id, 'voicemail');
}

/** Whom the call was forwarded or handed to, as a person would say it. */
export function forwardedTo(call: Call, context: RenderContext): string | undefined {
    const to = call.forwarded?.to;
    if (to === undefined) return undefined;
    if (to.startsWith('US') || isSona(to)) return context.userName(to);
    if (to === context.inbox?.id) return context.inbox.name;
    return kindOfNumber(to) === 'number' ? (context.personName(to) ?? context.formatNumber(to)) : undefined;
}

/** The name of the person who answered; Sona is said elsewhere. */
export function answererName(call: Call, context: RenderContext): string | undefined {
    const answerer = [call.summary?.answeredBy, call.answeredBy].find((id) => id !== undefined && !isSona(id));
    return answerer === undefined ? undefined : context.userName(answerer);
}

/** Who answered, or who dialled. */
export function handlerName(call: Call, context: RenderContext): string | undefined {
    if (call.direction !== 'outgoing') return answererName(call, context);
    const dialler = call.initiatedBy ?? call.userId;
    return dialler === undefined ? undefined : context.userName(dialler);
}

/** What the caller pressed in the phone menu, and what it stands for. */
export function menuChoice(call: Call): string | undefined {
    const { selection, name } = call.menu ?? {};
    return [selection, name].filter(Boolean).join(', ') || undefined;
}

function incoming(call: Call, wording: Wording, context: RenderContext): readonly string[] {
    const outcome = outcomeOf(call);
    const answerer = handlerName(call, context);
    return [
        wording.status(outcome, forwardedTo(call, context)),
        ...menuLine(call, wording),
        ...durationLine(call, wording),
        ...(answerer === undefined ? [] : [wording.answeredBy(answerer)])
    ];
}

function outgoing(call: Call, wording: Wording, context: RenderContext): readonly string[] {
    const name = handlerName(call, context);
    return [...durationLine(call, wording), ...(name === undefined ? [] : [wording.initiatedBy(name)])];
}

function menuLine(call: Call, wording: Wording): readonly string[] {
    const choice = menuChoice(call);
    return choice === undefined ? [] : [wording.menu(choice)];
}

/** Nothing lasted where nobody spoke: Quo then says nothing, or zero. */
function durationLine(call: Call, wording: Wording): readonly string[] {
    const duration = callDuration(call);
    if (duration === undefined || (duration === 0 && call.answeredAt === undefined)) return [];
    return [wording.duration(durationText(duration))];
}

/** What may be cut: its words, and how the line of them is written. */
interface BodyLine {
    readonly text: string;
    readonly line: (text: string) => string;
}

function summary(call: Call, wording: Wording, context: RenderContext): readonly BodyLine[] {
    if (!context.preferences.summaries) return [];
    const steps = (call.summary?.nextSteps ?? []).map(writtenLine).filter((step) => step !== '');
    return [
        ...(call.summary?.summary ?? []).flatMap(said),
        ...(steps.length === 0 ? [] : [{ text: wording.nextSteps, line: (text: string) => sentenceLine(text) }]),
        ...steps.map((text) => ({ text, line: stepLine }))
    ];
}

function voicemail(call: Call, wording: Wording, context: RenderContext): readonly BodyLine[] {
    const transcript = context.preferences.transcripts ? (call.voicemail?.transcript ?? '').trim() : '';
    return transcript === '' ? [] : said(wording.voicemail(transcript));
}

function said(text: string): readonly BodyLine[] {
    const words = writtenText(text).trim();
    return words === '' ? [] : words.split('\n').map((line) => ({ text: line, line: summaryLine }));
}

/** Addresses of recordings are read back, that of the conversation stands in a field. */
function links(call: Call, wording: Wording, context: RenderContext): readonly string[] {
    const recordings = recordingUrls(call, context);
    const message = voicemailUrl(call, context);
    const several = recordings.length > 1;
    return [
        ...(message === undefined ? [] : [recordingLine(wording.voicemailLink(message))]),
        ...recordings.map((url, index) => recordingLine(wording.recording(url, several ? index + 1 : undefined))),
        ...(call.link === undefined ? [] : [sentenceLine(wording.conversation(call.link))])
    ];
}
