import { z } from 'zod';
import type { CallFact } from '../../domain/facts.ts';
import { readSummary, readTranscript } from './api-webhooks.ts';
import { recordingOf } from './artefacts.ts';
import { callFacts } from './call-facts.ts';
import { contactFact } from './contacts.ts';
import { endStatus, isLive } from './end-status.ts';
import { reader, toldAt, type EventTable } from './event.ts';
import { media, messageFact } from './messages.ts';
import { direction, instant, key, list, name, seconds, text, told } from './scalars.ts';

const audio = z.object({ url: name, type: name, duration: seconds });

const call = z.object({
    object: z.object({
        id: key,
        from: name,
        to: list,
        direction,
        media: z.array(audio).nullish(),
        voicemail: audio.nullish(),
        status: name,
        createdAt: instant,
        answeredAt: instant,
        completedAt: instant,
        updatedAt: instant,
        duration: seconds,
        answeredBy: name,
        initiatedBy: name,
        userId: name,
        phoneNumberId: name,
        conversationId: name
    })
});

type AppCall = z.infer<typeof call>['object'];

/** `from` and `to` say who is outside, once the direction is known. */
function sides(object: AppCall) {
    const from = object.from === undefined ? undefined : [object.from];
    if (object.direction === 'incoming') return { external: from, workspace: object.to, sidesKnown: true };
    if (object.direction === 'outgoing') return { external: object.to, workspace: from, sidesKnown: true };
    const everybody = [...(from ?? []), ...(object.to ?? [])];
    return { external: everybody.length === 0 ? undefined : everybody, sidesKnown: false };
}

const readCall = reader(call, ({ object }, event) => {
    const at = toldAt(object.updatedAt, event);
    const { id: callId, voicemail, media } = object;
    const live = event.type === 'call.ringing' || (event.type !== 'call.completed' && isLive(object.status));
    const hasVoicemail = voicemail === undefined ? undefined : voicemail !== null;
    const facts: CallFact[] = [
        ...callFacts({
            ...object,
            callId,
            at,
            startedAt: object.createdAt,
            ended: live ? undefined : { status: endStatus(object), hasVoicemail },
            parties: {
                phoneNumberId: object.phoneNumberId,
                conversationId: object.conversationId,
                userId: object.userId,
                ...sides(object)
            }
        })
    ];
    if (voicemail) {
        const { url, duration } = voicemail;
        const from = object.from;
        facts.push(told({ callId, at, kind: 'voicemail', url, duration, from, progress: 'completed' }));
    }
    if (event.type === 'call.recording.completed' && media) {
        const recordings = media.map((segment, index) =>
            recordingOf({ ...segment, id: undefined, startTime: undefined, status: undefined }, index, object.createdAt)
        );
        const progress = recordings.length === 0 ? 'absent' : 'completed';
        facts.push({ callId, at, kind: 'recordings', recordings, progress });
    }
    return facts;
});

const message = z.object({
    object: z.object({
        id: key,
        from: name,
        to: list,
        direction,
        body: text,
        text,
        media,
        status: name,
        createdAt: instant,
        updatedAt: instant,
        userId: name,
        createdBy: name,
        phoneNumberId: name,
        conversationId: name
    })
});

const readMessage = reader(message, ({ object }, event) => [
    messageFact(
        {
            ...object,
            messageId: object.id,
            at: toldAt(object.updatedAt, event),
            createdAt: object.createdAt ?? toldAt(undefined, event),
            text: object.body ?? object.text,
            userId: object.userId ?? object.createdBy
        },
        event.type
    )
]);

/** `{ "Phone": ["+1…"] }` in newer captures, `[{ name, type, value }]` in older ones; the deleted form has none. */
const fields = z
    .union([
        z.array(z.object({ name, type: name, value: list })),
        z
            .record(z.string(), list)
            .transform((record) => Object.entries(record).map(([name, value]) => ({ name, type: undefined, value })))
    ])
    .nullish()
    .transform((value) => value ?? []);

const contact = z.object({
    object: z.object({
        id: key,
        firstName: name,
        lastName: name,
        company: name,
        role: name,
        source: name,
        externalId: name,
        fields,
        updatedAt: instant
    })
});

const readContact = reader(contact, ({ object }, event) => {
    const named = (pattern: RegExp) =>
        object.fields.flatMap((field) => (pattern.test(field.type ?? field.name ?? '') ? (field.value ?? []) : []));
    const emails = named(/mail/i);
    return [contactFact({ ...object, emails, phoneNumbers: named(/phone|mobile|tel/i) }, event)];
});

/** Webhooks made in Quo's app (`v2`, `v3`): shapes from the help centre's samples and from captures. */
export const APP_WEBHOOKS: EventTable = {
    'call.ringing': readCall,
    'call.completed': readCall,
    'call.recording.completed': readCall,
    'call.summary.completed': readSummary,
    'call.transcript.completed': readTranscript,
    'message.received': readMessage,
    'message.delivered': readMessage,
    'contact.updated': readContact,
    'contact.deleted': readContact
};
