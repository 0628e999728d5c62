import type { Call, Contact, Message } from '../world/records.ts';
import { mediaOf } from './dated.ts';
import { type Json, type QuoEvent, type Scenery } from './event.ts';
import { artefactObject, recordingList } from './v4.ts';

const APP_CALL_EVENTS = ['call.ringing', 'call.completed', 'call.recording.completed'];

/** The body of a webhook that was made in Quo's app (v2 and v3); `undefined` when those have no such event. */
export function appBody(event: QuoEvent, version: 'v2' | 'v3', scenery: Scenery): Json | undefined {
    const object = appObject(event, scenery);
    if (object === undefined) return undefined;
    return {
        id: event.id,
        object: 'event',
        apiVersion: version,
        createdAt: event.at,
        type: event.type,
        data: { object: { ...object, ...event.resource }, ...event.data }
    };
}

function appObject(event: QuoEvent, scenery: Scenery): Json | undefined {
    const { subject, type } = event;
    if (subject.kind === 'contact') return contactObject(subject.contact, type);
    if (subject.kind === 'message') {
        if (type !== 'message.received' && type !== 'message.delivered') return undefined;
        return messageObject(subject.message, scenery);
    }
    if (APP_CALL_EVENTS.includes(type)) return callObject(subject.call, type, scenery);
    return artefactObject(subject.call, type, event.at, scenery);
}

function callObject(call: Call, type: string, scenery: Scenery): Json {
    const over = type !== 'call.ringing';
    const recorded = type === 'call.recording.completed' ? recordingList(call, scenery) : [];
    return {
        id: call.id,
        object: 'call',
        from: call.participants[0]?.phoneNumber ?? 'anonymous',
        to: call.participants.at(-1)?.phoneNumber ?? 'anonymous',
        direction: call.direction,
        media: recorded.map(({ url, type: mime, duration }) => ({ url, type: mime, duration })),
        voicemail: over ? voicemailOf(call, scenery) : null,
        // The app webhooks call every ended call completed; an answer shows only in answeredAt.
        status: over ? 'completed' : 'ringing',
        createdAt: call.createdAt,
        answeredAt: over ? call.answeredAt : null,
        completedAt: over ? call.completedAt : null,
        userId: call.actorId,
        phoneNumberId: call.phoneNumberId,
        conversationId: call.conversationId
    };
}

function voicemailOf(call: Call, scenery: Scenery): Json | null {
    if (!call.voicemail) return null;
    const { id, duration } = call.voicemail;
    return { url: scenery.recordingUrl(id, duration), type: 'audio/wav', duration };
}

function messageObject(message: Message, scenery: Scenery): Json {
    return {
        id: message.id,
        object: 'message',
        from: message.from,
        // A group text's recipients are one comma-joined string here.
        to: message.to.join(','),
        direction: message.direction,
        body: message.text,
        media: mediaOf(message, scenery),
        status: message.status,
        createdAt: message.createdAt,
        userId: message.userId ?? scenery.inboxOwner(message.phoneNumberId),
        phoneNumberId: message.phoneNumberId,
        conversationId: message.conversationId
    };
}

function contactObject(contact: Contact, type: string): Json {
    const phones = contact.properties.filter((p) => p.type === 'phone-number').map((p) => p.value);
    return {
        id: `CT${contact.id}`,
        object: 'contact',
        firstName: contact.firstName,
        lastName: contact.lastName,
        company: contact.company,
        role: contact.role,
        ...(type === 'contact.deleted' ? {} : { fields: phones.length > 0 ? { Phone: phones } : {} }),
        notes: [],
        sharedWith: [],
        clientId: null,
        createdAt: contact.createdAt,
        updatedAt: contact.updatedAt,
        userId: contact.actorId
    };
}
