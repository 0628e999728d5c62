import type { Call, Message } from '../world/records.ts';
import { appLink, type Json, type QuoEvent, type Scenery } from './event.ts';

const V4_CALL_EVENTS = ['call.ringing', 'call.completed', 'call.recording.completed'];

/**
 * The body of a v1 API webhook as live captures show it, not as the samples do: `deepLink` beside the object, the
 * Quo number among the participants, `to` a string. `undefined` when v1 webhooks have no such event.
 */
export function v4Body(event: QuoEvent, scenery: Scenery): Json | undefined {
    const object = v4Object(event, scenery);
    if (object === undefined) return undefined;
    return {
        id: event.id,
        object: 'event',
        apiVersion: 'v4',
        createdAt: event.at,
        type: event.type,
        data: { object: { ...object, ...event.resource }, ...deepLink(event), ...event.data }
    };
}

function v4Object(event: QuoEvent, scenery: Scenery): Json | undefined {
    const { subject, type } = event;
    if (subject.kind === 'message') {
        if (type !== 'message.received' && type !== 'message.delivered') return undefined;
        return messageObject(subject.message, scenery);
    }
    if (subject.kind !== 'call') return undefined;
    if (V4_CALL_EVENTS.includes(type)) return callObject(subject.call, type, event.at, scenery);
    return artefactObject(subject.call, type, event.at, scenery);
}

function callObject(call: Call, type: string, at: string, scenery: Scenery): Json {
    const recorded = type === 'call.recording.completed';
    return {
        id: call.id,
        object: 'call',
        answeredAt: type === 'call.ringing' ? null : call.answeredAt,
        answeredBy: type === 'call.ringing' ? null : call.answeredBy,
        initiatedBy: call.initiatedBy,
        direction: call.direction,
        status: type === 'call.ringing' ? 'ringing' : call.status,
        completedAt: type === 'call.ringing' ? null : call.completedAt,
        createdAt: call.createdAt,
        duration: type === 'call.ringing' ? null : call.duration,
        forwardedFrom: call.forwardedFrom,
        forwardedTo: call.forwardedTo,
        phoneNumberId: call.phoneNumberId,
        participants: call.participants.map((party) => party.phoneNumber),
        updatedAt: at,
        userId: call.actorId,
        recordings: recorded ? recordingList(call, scenery) : null,
        contactIds: contactIds(call, scenery)
    };
}

/** Recordings as v4 and the app webhooks list them. */
export function recordingList(call: Call, scenery: Scenery): Json[] {
    return call.recordings.map(({ id, duration, startTime }) => ({
        id,
        duration,
        startTime,
        type: 'audio/wav',
        url: scenery.recordingUrl(id, duration)
    }));
}

/** Summaries and transcripts look alike in v4 and in the app webhooks. */
export function artefactObject(call: Call, type: string, at: string, scenery: Scenery): Json | undefined {
    const ids = { contactIds: contactIds(call, scenery) };
    if (type === 'call.summary.completed') {
        const { status, summary, nextSteps, jobs } = call.summary ?? {
            status: 'absent',
            summary: null,
            nextSteps: null,
            jobs: []
        };
        return { callId: call.id, object: 'callSummary', status, summary, nextSteps, jobs, ...ids };
    }
    if (type !== 'call.transcript.completed') return undefined;
    const dialogue =
        call.transcript?.map(({ content, start, end, identifier, actorId }) => ({
            content,
            start,
            end,
            identifier,
            userId: actorId
        })) ?? null;
    const status = dialogue ? 'completed' : 'absent';
    const duration = call.duration;
    return { callId: call.id, object: 'callTranscript', createdAt: at, dialogue, duration, status, ...ids };
}

function messageObject(message: Message, scenery: Scenery): Json {
    const others = message.direction === 'incoming' ? [message.from] : message.to;
    return {
        id: message.id,
        object: 'message',
        from: message.from,
        to: message.to.length === 1 ? message.to[0] : message.to,
        direction: message.direction,
        text: message.text,
        status: message.status,
        createdAt: message.createdAt,
        userId: message.userId ?? scenery.inboxOwner(message.phoneNumberId),
        phoneNumberId: message.phoneNumberId,
        contactIds: scenery.contactIds(others)
    };
}

function contactIds(call: Call, scenery: Scenery): readonly string[] {
    const numbers = call.participants.map((party) => party.phoneNumber);
    return scenery.contactIds(numbers.filter((number) => !scenery.ownNumbers.has(number)));
}

function deepLink({ subject }: QuoEvent): Json {
    if (subject.kind === 'contact') return {};
    const { phoneNumberId, conversationId, id } = subject.kind === 'call' ? subject.call : subject.message;
    const link = appLink(phoneNumberId, conversationId, id);
    return link === null ? {} : { deepLink: link };
}
