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

/** Event type → what it says of a message that does not say it itself. */
const SAID_BY_TYPE: Readonly<Record<string, Direction>> = {
    'message.received': 'incoming',
    'message.delivered': 'outgoing',
    'message.failed': 'outgoing',
    'message.undelivered': 'outgoing'
};

/** @throws {UnknownShape} when not even the event's type says which way it went */
export function messageFact(message: ToldMessage, type: string): MessageFact {
    const direction = message.direction ?? SAID_BY_TYPE[type];
    if (direction === undefined) throw new UnknownShape('a message without a direction');
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
