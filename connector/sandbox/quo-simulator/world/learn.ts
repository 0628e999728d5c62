import type { Call, Conversation, Message, Revelation } from './records.ts';
import type { World } from './world.ts';

/** What each kind of event makes known of its call. */
const REVEALS: Record<string, readonly Revelation[]> = {
    'call.ringing': [],
    'call.menu.selected': ['menu'],
    'call.answered': ['answered'],
    'call.completed': ['ended'],
    'call.missed': ['ended'],
    'call.forwarded': ['ended'],
    'call.recording.completed': ['recordings'],
    'call.summary.completed': ['summary'],
    'call.transcript.completed': ['transcript'],
    'call.voicemail.completed': ['voicemail']
};

/** The workspace learns of a call, or more of it. `at` is when, ISO 8601. Learning twice changes nothing. */
export function learnCall(world: World, call: Call, type: string, at: string): Call {
    const before = world.calls.get(call.id);
    const known = new Set([...(before?.known ?? []), ...(REVEALS[type] ?? [])]);
    const updatedAt = later(before?.updatedAt, at);
    const summary = REVEALS[type]?.includes('summary') ? call.summary : (before?.summary ?? call.summary);
    const now: Call = { ...call, summary, known, updatedAt };
    world.calls.set(call.id, now);
    if (call.conversationId !== null && call.phoneNumberId !== null) {
        const inbox = call.phoneNumberId;
        const own = Object.values(world.workspace.inboxes).find((one) => one.id === inbox)?.number;
        const others = call.participants.map((party) => party.phoneNumber).filter((number) => number !== own);
        touchConversation(world, call.conversationId, inbox, others, call.id, call.createdAt);
    }
    return now;
}

export function learnMessage(world: World, message: Message, at: string): Message {
    const before = world.messages.get(message.id);
    const now: Message = { ...message, updatedAt: later(before?.updatedAt, at) };
    world.messages.set(message.id, now);
    const others = [message.from, ...message.to].filter((number) => !isInbox(world, message.phoneNumberId, number));
    touchConversation(world, message.conversationId, message.phoneNumberId, others, message.id, message.createdAt);
    return now;
}

function isInbox(world: World, id: string, number: string): boolean {
    return Object.values(world.workspace.inboxes).some((inbox) => inbox.id === id && inbox.number === number);
}

function touchConversation(
    world: World,
    id: string,
    phoneNumberId: string,
    participants: readonly string[],
    activityId: string,
    at: string
): void {
    const before = world.conversations.get(id);
    const newest = before === undefined || before.lastActivityAt <= at;
    const conversation: Conversation = {
        id,
        phoneNumberId,
        participants,
        createdAt: before === undefined || at < before.createdAt ? at : before.createdAt,
        updatedAt: later(before?.updatedAt, at),
        lastActivityAt: newest ? at : before.lastActivityAt,
        lastActivityId: newest ? activityId : before.lastActivityId,
        inboxState: before?.inboxState ?? 'open',
        read: before?.read ?? false
    };
    world.conversations.set(id, conversation);
}

function later(a: string | undefined, b: string): string {
    return a !== undefined && a > b ? a : b;
}
