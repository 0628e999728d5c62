import type { Call, Contact, Message } from '../world/records.ts';
import { contactResource } from './contact-resource.ts';
import { DATED_CALL_RESOURCES, insiders, outsiders } from './dated-call.ts';
import { appLink, type Json, type QuoEvent, type Scenery } from './event.ts';

/** The body of a 2026-03-30 delivery; `undefined` when that form has no such event. */
export function datedBody(event: QuoEvent, scenery: Scenery): Json | undefined {
    const parts = datedParts(event, scenery);
    if (parts === undefined) return undefined;
    return {
        id: event.id,
        apiVersion: '2026-03-30',
        createdAt: event.at,
        type: event.type,
        data: {
            resource: { ...parts.resource, ...event.resource },
            context: { ...parts.context, ...event.context },
            links: { quo: parts.link },
            ...event.data
        }
    };
}

interface Parts {
    readonly resource: Json;
    readonly context: Json;
    readonly link: string | null;
}

function datedParts(event: QuoEvent, scenery: Scenery): Parts | undefined {
    const { subject } = event;
    if (subject.kind === 'message') return messageParts(subject.message, event.type, scenery);
    if (subject.kind === 'contact') return contactParts(subject.contact, scenery);
    const form = DATED_CALL_RESOURCES[event.type];
    if (!form) return undefined;
    return {
        resource: form(subject.call, event.at, scenery),
        context: callContext(subject.call, event.type, scenery),
        link: appLink(subject.call.phoneNumberId, subject.call.conversationId, subject.call.id)
    };
}

function callContext(call: Call, type: string, scenery: Scenery): Json {
    const external = outsiders(call);
    const shared = {
        orgId: scenery.orgId,
        phoneNumberId: call.phoneNumberId,
        conversationId: call.conversationId,
        userId: call.actorId,
        participants: { workspace: insiders(call), external, resolution: 'available' }
    };
    if (type === 'call.ringing') return shared;
    const phoneNumberType = call.phoneNumberId === null ? 'external' : 'shared';
    return { ...shared, phoneNumberType, contacts: lookup(external, scenery) };
}

function messageParts(message: Message, type: string, scenery: Scenery): Parts {
    const others = message.direction === 'incoming' ? [message.from] : message.to;
    const failed = type === 'message.failed' || type === 'message.undelivered';
    return {
        resource: {
            id: message.id,
            direction: message.direction,
            text: message.text,
            // message.failed is the one event without a media key.
            ...(type === 'message.failed' ? {} : { media: mediaOf(message, scenery) }),
            status: message.status,
            ...(failed ? { errorCode: message.errorCode } : {}),
            createdAt: message.createdAt
        },
        context: {
            orgId: scenery.orgId,
            phoneNumberId: message.phoneNumberId,
            conversationId: message.conversationId,
            userId: message.userId ?? scenery.inboxOwner(message.phoneNumberId),
            contacts: lookup(others, scenery),
            senderIdentifier: message.from,
            recipientIdentifiers: message.to
        },
        link: appLink(message.phoneNumberId, message.conversationId, message.id)
    };
}

function contactParts(contact: Contact, scenery: Scenery): Parts {
    return {
        resource: contactResource(contact),
        context: { orgId: scenery.orgId, userId: contact.actorId, sharedWithIds: [scenery.orgId] },
        link: null
    };
}

export function mediaOf(message: Message, scenery: Scenery): Json[] {
    return message.media.map(({ type, name }) => ({ type, url: scenery.mediaUrl(name, type) }));
}

function lookup(numbers: readonly string[], scenery: Scenery): Json {
    const ids = scenery.contactIds(numbers);
    return { ids, lookupStatus: ids.length > 0 ? 'matched' : 'none' };
}
