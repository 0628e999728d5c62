import type { MessagePlan } from 'sandbox-day/scenario.ts';
import type { Cast } from './cast.ts';
import { conversationId, stableId } from './identifiers.ts';
import type { Message } from './records.ts';

/** The text that a plan describes. An incoming group text is addressed to the inbox and to the other members. */
export function buildMessage(plan: MessagePlan, cast: Cast, key: string, startMs: number): Message {
    const inbox = cast.inbox(plan.inbox);
    const others = plan.who.map((name) => cast.number(name));
    const incoming = plan.direction === 'incoming';
    const from = incoming ? cast.number(plan.from ?? plan.who[0] ?? '') : inbox.number;
    const createdAt = new Date(startMs + plan.starts * 1_000).toISOString();
    return {
        id: stableId('AC', key),
        conversationId: conversationId(inbox.id, others),
        phoneNumberId: inbox.id,
        direction: plan.direction,
        from,
        to: incoming ? [inbox.number, ...others.filter((number) => number !== from)] : others,
        text: plan.text,
        media: plan.media.map((type, i) => ({ type, name: stableId('', key, String(i)) })),
        status: plan.status ?? (incoming ? 'received' : 'delivered'),
        errorCode: plan.errorCode ?? null,
        userId: incoming ? null : plan.user ? cast.actor(plan.user) : inbox.firstUser,
        createdAt,
        updatedAt: createdAt
    };
}
