import type { Sandbox } from '../../sandbox.ts';
import type { Call, TranscriptLine } from '../../world/records.ts';
import { callState, summaryStatus, voicemailShape } from '../shapes.ts';

type Json = Record<string, unknown>;

export function datedCallShape(sandbox: Sandbox, call: Call, include: readonly string[]): Json {
    const voicemail = include.includes('voicemail') ? voicemailShape(sandbox, call) : undefined;
    const { status, answeredAt, answeredBy, completedAt, duration } = callState(call);
    return {
        id: call.id,
        phoneNumberId: call.phoneNumberId,
        actorId: call.actorId,
        direction: call.direction,
        status,
        participants: call.participants,
        answeredAt,
        completedAt,
        createdAt: call.createdAt,
        updatedAt: call.updatedAt,
        answeredBy: call.direction === 'incoming' ? answeredBy : null,
        initiatedBy: call.direction === 'outgoing' ? call.initiatedBy : null,
        callRoute: call.callRoute,
        // The API promises a whole number here, even where a webhook says null.
        duration: duration ?? 0,
        forwardedFrom: call.forwardedFrom,
        forwardedTo: call.forwardedTo,
        ...(call.bySona && call.known.has('ended') ? { aiHandled: 'ai-agent' } : { aiHandled: null }),
        ...(include.includes('summary') ? { summary: summaryShape(call) } : {}),
        ...(voicemail ? { voicemail } : {})
    };
}

/** Without a finished summary there are a status and nulls. Next steps are a person's, title and jobs are Sona's. */
function summaryShape(call: Call): Json {
    const status = summaryStatus(call);
    const done = status === 'completed' ? call.summary : null;
    const type = done ? (call.bySona ? 'agent' : 'human') : null;
    return {
        status,
        type,
        summary: done?.summary ?? null,
        nextSteps: type === 'human' ? (done?.nextSteps ?? null) : null,
        jobs: type === 'agent' ? (done?.jobs ?? null) : null,
        title: type === 'agent' ? (done?.title ?? null) : null
    };
}

/** One transcript for each recorded segment; its offsets start with that segment. `id` is the recording's. */
export function transcriptShapes(call: Call): (Json & { id: string })[] {
    if (!call.transcript || !call.known.has('transcript')) return [];
    return call.recordings.map((recording, i) => {
        const offset = secondsBetween(call.answeredAt ?? call.createdAt, recording.startTime);
        const dialogue = call.transcript?.filter((line) => segmentOf(call, line) === i) ?? [];
        return {
            id: recording.id,
            status: 'completed',
            startTime: recording.startTime,
            createdAt: call.completedAt,
            duration: recording.duration,
            dialogue: dialogue.map((line) => datedLine(line, i === 0 ? 0 : offset))
        };
    });
}

function datedLine({ content, start, end, identifier, actorId }: TranscriptLine, offset: number): Json {
    return { content, start: Math.max(0, start - offset), end: Math.max(0, end - offset), identifier, actorId };
}

/** The last segment that had begun when the line was said. */
function segmentOf(call: Call, line: TranscriptLine): number {
    const begun = call.recordings.filter(
        (recording) => secondsBetween(call.answeredAt ?? call.createdAt, recording.startTime) <= line.start + 1
    );
    return Math.max(0, begun.length - 1);
}

function secondsBetween(from: string, to: string): number {
    return (Date.parse(to) - Date.parse(from)) / 1_000;
}
