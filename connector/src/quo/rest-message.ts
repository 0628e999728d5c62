import { z } from 'zod';
import type { MessageFact } from '../domain/facts.ts';
import { media, messageFact, namesConversation } from './payloads/messages.ts';
import { direction, instant, key, list, name, text } from './payloads/scalars.ts';

export const restMessage = z.object({
    id: key,
    to: list,
    from: name,
    text,
    conversationId: name,
    phoneNumberId: name,
    userId: name,
    direction,
    status: name,
    createdAt: instant,
    updatedAt: instant,
    media
});

/** A text as the API tells it; nothing when it has no time, no direction or no parties, as no text of Quo's has been seen. */
export function restMessageFacts(message: z.infer<typeof restMessage>): readonly MessageFact[] {
    const { createdAt } = message;
    if (createdAt === undefined || message.direction === undefined) return [];
    const at = message.updatedAt ?? createdAt;
    const toldMessage = { ...message, messageId: message.id, at, createdAt };
    return namesConversation(toldMessage, 'message') ? [messageFact(toldMessage, 'message')] : [];
}
