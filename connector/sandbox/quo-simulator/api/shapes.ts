import type { Call, Conversation, Message, Recording } from '../world/records.ts';
import type { Sandbox } from '../sandbox.ts';

/** The forms that both surfaces share, or nearly. */

type Json = Record<string, unknown>;

/** A live call has no end yet, whatever its scenario has planned for it. */
export function callState(call: Call): Pick<Call, 'status' | 'answeredAt' | 'answeredBy' | 'duration'> & {
    completedAt: string | null;
} {
    const { known, status, answeredAt, answeredBy, completedAt, duration } = call;
    if (known.has('ended')) return { status, answeredAt, answeredBy, completedAt, duration };
    const answered = known.has('answered');
    return {
        status: answered ? 'in-progress' : 'ringing',
        answeredAt: answered ? answeredAt : null,
        answeredBy: answered ? answeredBy : null,
        completedAt: null,
        duration: 0
    };
}

function recordingShape(sandbox: Sandbox, call: Call, recording: Recording): Json {
    const deleted = sandbox.deletedRecordings.has(recording.id);
    const ready = call.known.has('recordings');
    const url = ready && !deleted ? sandbox.links.recordingUrl(recording.id, recording.duration) : null;
    return {
        id: recording.id,
        status: deleted ? 'deleted' : ready ? 'completed' : 'processing',
        startTime: recording.startTime,
        duration: ready ? recording.duration : null,
        url,
        type: ready ? 'audio/wav' : null
    };
}

/** Empty until the call has ended: recordings are made from its segments. */
export function recordingShapes(sandbox: Sandbox, call: Call): Json[] {
    if (!call.known.has('ended') && !call.known.has('recordings')) return [];
    return call.recordings.map((recording) => recordingShape(sandbox, call, recording));
}

/** `undefined`: nobody left a voicemail. */
export function voicemailShape(sandbox: Sandbox, call: Call): Json | undefined {
    if (!call.voicemail || !(call.known.has('ended') || call.known.has('voicemail'))) return undefined;
    const { id, duration, transcript } = call.voicemail;
    if (!call.known.has('voicemail')) {
        return { id, status: 'in-progress', duration: null, recordingUrl: null, transcript: null };
    }
    const deleted = sandbox.deletedRecordings.has(id);
    const recordingUrl = deleted ? null : sandbox.links.recordingUrl(id, duration);
    return { id, status: 'completed', duration, recordingUrl, transcript };
}

export function summaryStatus(call: Call): 'absent' | 'in-progress' | 'completed' | 'failed' {
    if (!call.summary) return 'absent';
    return call.known.has('summary') ? call.summary.status : 'in-progress';
}

export function messageShape(sandbox: Sandbox, message: Message): Json {
    return {
        id: message.id,
        to: message.to,
        from: message.from,
        text: message.text,
        phoneNumberId: message.phoneNumberId,
        conversationId: message.conversationId,
        direction: message.direction,
        userId: message.userId,
        status: message.status,
        createdAt: message.createdAt,
        updatedAt: message.updatedAt,
        media: message.media.map(({ type, name }) => ({ url: sandbox.links.mediaUrl(name, type), type }))
    };
}

export function conversationShape(conversation: Conversation): Json {
    const { id, phoneNumberId, participants, createdAt, updatedAt, lastActivityAt, lastActivityId } = conversation;
    const nothing = { name: null, mutedUntil: null, snoozedUntil: null, deletedAt: null };
    return { id, phoneNumberId, participants, ...nothing, lastActivityAt, lastActivityId, createdAt, updatedAt };
}

/** Newest first, as calls and messages are listed. */
export function newestFirst<T extends { readonly id: string; readonly createdAt: string }>(records: Iterable<T>): T[] {
    return [...records].sort((a, b) => order(b.createdAt, a.createdAt) || order(b.id, a.id));
}

function order(a: string, b: string): number {
    return a < b ? -1 : Number(a > b);
}
