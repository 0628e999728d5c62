import type { Call } from '../calls/call.ts';
import { callDuration } from '../calls/call-duration.ts';
import { outcomeOf } from '../calls/outcome.ts';
import { kindOfNumber } from '../people/number.ts';
import { isSona } from '../workspace.ts';
import type { RenderContext } from './context.ts';
import { cut, lines, oneLine } from './fields.ts';
import { LENGTH } from './names.ts';
import { reasonLine } from './task-fields.ts';
import { durationText } from './duration.ts';
import type { Wording } from './wording.ts';

/**
 * The Description of a call, one item a line, what is not known left out. When it is longer than Salesforce allows,
 * the summary gives way, never the links.
 */
export function callDescription(call: Call, context: RenderContext): string {
    const { wording } = context;
    const head = call.direction === 'outgoing' ? outgoing(call, wording, context) : incoming(call, wording, context);
    const body = [...summaryLines(call, wording, context), ...voicemailLines(call, wording, context)].map(lines);
    const tail = [...links(call, wording, context), ...reasonLine(context)];
    const frame = [...head, ...tail].map(oneLine).join('\n');
    const handlers = Math.max(0, LENGTH['Task.Description'] - frame.length - 2);
    const all = [...head.map(oneLine), cut(body.filter(Boolean).join('\n'), handlers), ...tail.map(oneLine)];
    return cut(all.filter(Boolean).join('\n'), LENGTH['Task.Description']);
}

/** Links to the recordings, oldest first: ours, because Quo's expire. */
export function recordingUrls(call: Call, context: RenderContext): readonly string[] {
    if (!context.preferences.recordings) return [];
    const urls = (call.recordings ?? []).map((_, index) => context.recordingUrl(call.id, index + 1));
    return urls.filter((url) => url !== undefined);
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

function incoming(call: Call, wording: Wording, context: RenderContext): readonly string[] {
    const outcome = outcomeOf(call);
    const answerer = answererName(call, context);
    return [
        wording.status(outcome, forwardedTo(call, context)),
        ...menuLine(call, wording),
        ...durationLine(call, wording),
        ...(answerer === undefined ? [] : [wording.answeredBy(answerer)])
    ];
}

function outgoing(call: Call, wording: Wording, context: RenderContext): readonly string[] {
    const dialler = call.initiatedBy ?? call.userId;
    const name = dialler === undefined ? undefined : context.userName(dialler);
    return [...durationLine(call, wording), ...(name === undefined ? [] : [wording.initiatedBy(name)])];
}

function menuLine(call: Call, wording: Wording): readonly string[] {
    const { selection, name } = call.menu ?? {};
    const choice = [selection, name].filter((part) => part !== undefined && part !== '').join(', ');
    return choice === '' ? [] : [wording.menu(choice)];
}

/** Nothing lasted where nobody spoke: Quo then says nothing, or zero. */
function durationLine(call: Call, wording: Wording): readonly string[] {
    const duration = callDuration(call);
    if (duration === undefined || (duration === 0 && call.answeredAt === undefined)) return [];
    return [wording.duration(durationText(duration))];
}

function summaryLines(call: Call, wording: Wording, context: RenderContext): readonly string[] {
    if (!context.preferences.summaries) return [];
    const steps = (call.summary?.nextSteps ?? []).filter((step) => lines(step) !== '');
    return [
        ...(call.summary?.summary ?? []),
        ...(steps.length === 0 ? [] : [wording.nextSteps, ...steps.map((step) => `- ${lines(step)}`)])
    ];
}

function voicemailLines(call: Call, wording: Wording, context: RenderContext): readonly string[] {
    const transcript = context.preferences.transcripts ? lines(call.voicemail?.transcript ?? '') : '';
    return transcript === '' ? [] : [wording.voicemail(transcript)];
}

function links(call: Call, wording: Wording, context: RenderContext): readonly string[] {
    const recordings = recordingUrls(call, context);
    const voicemail = voicemailUrl(call, context);
    return [
        ...(voicemail === undefined ? [] : [wording.voicemailLink(voicemail)]),
        ...recordings.map((url, index) => wording.recording(url, recordings.length > 1 ? index + 1 : undefined)),
        ...(call.link === undefined ? [] : [wording.conversation(call.link)])
    ];
}
