import { z } from 'zod';
import { dialogue, progress, recording, recordingOf, summaryFields } from './artefacts.ts';
import { callFacts, linkFact, partiesFact } from './call-facts.ts';
import { idsInLink } from './deep-link.ts';
import { endStatus, isLive } from './end-status.ts';
import { reader, toldAt, type EventTable } from './event.ts';
import { jobs } from './jobs.ts';
import { media, messageFact } from './messages.ts';
import { direction, instant, key, list, name, parties, seconds, text, told } from './scalars.ts';

const data = <O extends z.ZodRawShape>(object: O) => z.object({ object: z.object(object), deepLink: name });

const call = data({
    id: key,
    direction,
    status: name,
    createdAt: instant,
    answeredAt: instant,
    completedAt: instant,
    updatedAt: instant,
    duration: seconds,
    answeredBy: name,
    initiatedBy: name,
    aiHandled: name,
    forwardedFrom: name,
    forwardedTo: name,
    phoneNumberId: name,
    userId: name,
    participants: parties,
    recordings: z.array(recording).nullish()
});

const readCall = reader(call, ({ object, deepLink }, event) => {
    const at = toldAt(object.updatedAt, event);
    const link = idsInLink(deepLink);
    const live = event.type === 'call.ringing' || (event.type !== 'call.completed' && isLive(object.status));
    const facts = callFacts({
        ...object,
        callId: object.id,
        at,
        startedAt: object.createdAt,
        ended: live ? undefined : { status: endStatus(object) },
        parties: {
            phoneNumberId: object.phoneNumberId ?? link.phoneNumberId,
            conversationId: link.conversationId,
            userId: object.userId,
            // Both sides in one list, and sometimes an empty one for a call that had parties.
            external: object.participants?.length ? object.participants : undefined,
            sidesKnown: false
        },
        link: deepLink
    });
    if (!object.recordings) return facts;
    const recordings = object.recordings.map((segment, index) => recordingOf(segment, index, object.createdAt));
    const done = recordings.length === 0 ? ('absent' as const) : ('completed' as const);
    return [...facts, { callId: object.id, at, kind: 'recordings', recordings, progress: done }];
});

/** What an artefact says about its call: nothing but the link. */
function around(callId: string, at: string, deepLink: string | undefined) {
    return [...partiesFact(callId, at, idsInLink(deepLink)), ...linkFact(callId, at, deepLink)];
}

export const readSummary = reader(data({ callId: key, status: progress, ...summaryFields, jobs }), (summary, event) => {
    const { callId, status, summary: text, nextSteps, jobs } = summary.object;
    const at = toldAt(undefined, event);
    // Only Sona runs jobs; this family has no other word for it.
    const bySona = jobs !== undefined && jobs.length > 0 ? true : undefined;
    return [
        told({ callId, at, kind: 'summary', progress: status, summary: text, nextSteps, jobs, bySona }),
        ...around(callId, at, summary.deepLink)
    ];
});

export const readTranscript = reader(
    data({ callId: key, status: progress, dialogue, language: name }),
    (transcript, event) => {
        const { callId, status, dialogue, language } = transcript.object;
        const at = toldAt(undefined, event);
        return [
            told({ callId, at, kind: 'transcript', progress: status, dialogue, language }),
            ...around(callId, at, transcript.deepLink)
        ];
    }
);

const message = data({
    id: key,
    direction,
    text,
    body: text,
    media,
    status: name,
    from: name,
    to: list,
    createdAt: instant,
    updatedAt: instant,
    phoneNumberId: name,
    conversationId: name,
    userId: name
});

const readMessage = reader(message, ({ object, deepLink }, event) => {
    const link = idsInLink(deepLink);
    return [
        messageFact(
            {
                ...object,
                messageId: object.id,
                at: toldAt(object.updatedAt, event),
                createdAt: object.createdAt ?? toldAt(undefined, event),
                text: object.text ?? object.body,
                phoneNumberId: object.phoneNumberId ?? link.phoneNumberId,
                conversationId: object.conversationId ?? link.conversationId,
                link: deepLink
            },
            event.type
        )
    ];
});

/** Webhooks made through `/v1/webhooks` (`v4`). Live deliveries differ from the documented samples; both are read. */
export const API_WEBHOOKS: EventTable = {
    'call.ringing': readCall,
    'call.completed': readCall,
    'call.recording.completed': readCall,
    'call.summary.completed': readSummary,
    callSummary: readSummary,
    'call.transcript.completed': readTranscript,
    callTranscript: readTranscript,
    'message.received': readMessage,
    'message.delivered': readMessage
};
