import { z } from 'zod';
import type { Direction, Instant, Media, MessageFact, MessageStatus } from '../../domain/facts.ts';
import { conversationKey } from './conversation-key.ts';
import { UnknownShape } from './event.ts';
import { partyNumber, partyNumbers } from './parties.ts';
import { name, told } from './scalars.ts';

const STATUS: Readonly<Record<string, MessageStatus>> = {
    queued: 'queued',
    accepted: 'queued',
    scheduled: 'queued',
    sending: 'queued',
    sent: 'sent',
    delivered: 'delivered',
    read: 'delivered',
    partially_delivered: 'delivered',
    undelivered: 'undelivered',
    failed: 'failed',
    canceled: 'failed',
    receiving: 'received',
    received: 'received'
};

export const media = z
    .array(z.object({ url: name, type: name }))
    .nullish()
    .transform((value) =>
        value?.flatMap((item): Media[] => (item.url === undefined ? [] : [told({ url: item.url, type: item.type })]))
    );

export interface ToldMessage {
    readonly messageId: string;
    readonly at: Instant;
    readonly direction?: Direction | undefined;
    readonly createdAt: Instant;
    readonly text?: string | undefined;
    readonly media?: readonly Media[] | undefined;
    readonly status?: string | undefined;
    readonly errorCode?: string | undefined;
    readonly from?: string | undefined;
    readonly to?: readonly string[] | undefined;
    readonly phoneNumberId?: string | undefined;
    readonly conversationId?: string | undefined;
    readonly userId?: string | undefined;
    readonly link?: string | undefined;
}

/** What a carrier reports about a text, it reports to the sender: these are outgoing whatever `direction` says. */
const OUTGOING: ReadonlySet<string> = new Set(['message.delivered', 'message.failed', 'message.undelivered']);

function directionOf({ direction }: ToldMessage, type: string): Direction | undefined {
    if (OUTGOING.has(type)) return 'outgoing';
    return direction ?? (type === 'message.received' ? 'incoming' : undefined);
}

/**
 * Whether a message can be told from those of strangers: it names its conversation, or the other side. Without either, two
 * of them would be taken for one conversation.
 */
export function namesConversation(message: ToldMessage, type: string): boolean {
    if (message.conversationId !== undefined) return true;
    const others = directionOf(message, type) === 'outgoing' ? message.to : [message.from];
    return (others ?? []).some((number) => number !== undefined && number !== '');
}

/** @throws {UnknownShape} when not even the event's type says which way it went, or nothing says between whom */
export function messageFact(message: ToldMessage, type: string): MessageFact {
    const direction = directionOf(message, type);
    if (direction === undefined) throw new UnknownShape('a message without a direction');
    if (!namesConversation(message, type))
        throw new UnknownShape('a message without a conversation and without a number');
    const from = message.from === undefined ? undefined : partyNumber(message.from);
    const to = partyNumbers(message.to);
    return told({
        kind: 'message',
        messageId: message.messageId,
        conversation: conversationKey(message.conversationId, message.phoneNumberId, [
            ...(from === undefined ? [] : [from]),
            ...(to ?? [])
        ]),
        at: message.at,
        direction,
        createdAt: message.createdAt,
        text: message.text,
        media: message.media,
        // The v4 samples call a received message "delivered".
        status: direction === 'incoming' ? 'received' : STATUS[message.status ?? ''],
        errorCode: message.errorCode,
        from,
        to,
        phoneNumberId: message.phoneNumberId,
        // Of a received message Quo names the number's owner, who did not write it.
        userId: direction === 'outgoing' ? message.userId : undefined,
        link: message.link
    });
}
