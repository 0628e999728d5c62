import type { Call, Contact, Message } from '../world/records.ts';
import { datedBody } from './dated.ts';
import type { Json, QuoEvent, Scenery, Subject } from './event.ts';

/** The same in every test event, whatever its type. */
const SAMPLE_EVENT_ID = 'EVsampleevent00000000000000000000';
const AT = '2026-01-01T12:00:00.000Z';
const QUO_NUMBER = '+15555550100';
const CALLER = '+15555550101';
const INBOX = 'PNsamplephonenumber000';
const USER = 'USsampleus';

const SCENERY: Scenery = {
    orgId: 'ORsampleorg',
    contactIds: () => ['CTsampleContact01234'],
    ownNumbers: new Set([QUO_NUMBER]),
    inboxOwner: () => USER,
    recordingUrl: (id) => `https://example.com/${id}.mp3`,
    mediaUrl: (name) => `https://example.com/${name}`
};

/** What a test event tells: nothing in it marks it as a test, only ids that are nobody's. */
export function sampleBody(type: string, at: string): Json {
    const event: QuoEvent = { id: SAMPLE_EVENT_ID, type, at, subject: subjectFor(type) };
    return datedBody(event, SCENERY) ?? bareBody(type, at);
}

function subjectFor(type: string): Subject {
    if (type.startsWith('message.')) return { kind: 'message', message: message(type) };
    if (type.startsWith('contact.')) return { kind: 'contact', contact: CONTACT };
    return { kind: 'call', call: CALL };
}

function bareBody(type: string, at: string): Json {
    const context = { orgId: 'ORsampleorg', actorId: USER, phoneNumberId: INBOX, conversationId: null };
    const resource = { id: 'TKsampletask' };
    return {
        id: SAMPLE_EVENT_ID,
        apiVersion: '2026-03-30',
        type,
        createdAt: at,
        data: { resource, context, links: { quo: null } }
    };
}

const CALL: Call = {
    id: 'ACsamplecall0000000000',
    conversationId: 'CNsampleconversation000',
    phoneNumberId: INBOX,
    actorId: USER,
    direction: 'incoming',
    status: 'completed',
    ends: 'answered',
    participants: [
        { phoneNumber: CALLER, actorId: null },
        { phoneNumber: QUO_NUMBER, actorId: USER }
    ],
    createdAt: AT,
    answeredAt: AT,
    completedAt: AT,
    updatedAt: AT,
    answeredBy: USER,
    initiatedBy: null,
    callRoute: 'phone-number',
    duration: 60,
    forwardedFrom: QUO_NUMBER,
    forwardedTo: CALLER,
    bySona: false,
    menu: { selection: '1', name: 'Sales', reason: 'phone-menu-dial' },
    recordings: [{ id: 'CRsamplerecording', startTime: AT, duration: 60 }],
    summary: { status: 'completed', title: null, summary: ['Sample summary'], nextSteps: ['Sample step'], jobs: [] },
    voicemail: {
        id: 'VMsamplevoicemail',
        activityId: 'ACsamplevoicemail',
        duration: 10,
        transcript: 'Sample voicemail'
    },
    transcript: [{ actorId: USER, identifier: null, content: 'Hello', start: 0, end: 1 }],
    known: new Set()
};

function message(type: string): Message {
    const incoming = type === 'message.received';
    return {
        id: 'ACsamplemessage0000000',
        conversationId: 'CNsampleconversation000',
        phoneNumberId: INBOX,
        direction: incoming ? 'incoming' : 'outgoing',
        from: incoming ? CALLER : QUO_NUMBER,
        to: [incoming ? QUO_NUMBER : CALLER],
        text: 'Sample message',
        media: [],
        status: incoming ? 'received' : 'delivered',
        errorCode: null,
        userId: USER,
        createdAt: AT,
        updatedAt: AT
    };
}

const CONTACT: Contact = {
    id: 'CTsampleContact01234',
    externalId: null,
    source: null,
    sourceUrl: null,
    firstName: 'Sample',
    lastName: 'Contact',
    company: null,
    role: null,
    actorId: USER,
    createdAt: AT,
    updatedAt: AT,
    properties: []
};
