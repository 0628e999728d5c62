import { z } from 'zod';
import { reader, toldAt, type EventTable } from './event.ts';
import { media, messageFact } from './messages.ts';
import { direction, instant, key, list, name, text } from './scalars.ts';

const message = z.object({
    resource: z.object({
        id: key,
        direction,
        text,
        media,
        status: name,
        errorCode: name,
        createdAt: instant,
        updatedAt: instant
    }),
    context: z
        .object({
            phoneNumberId: name,
            conversationId: name,
            userId: name,
            senderIdentifier: name,
            recipientIdentifiers: list
        })
        .nullish(),
    links: z.object({ quo: name }).nullish()
});

const read = reader(message, ({ resource, context, links }, event) => [
    messageFact(
        {
            messageId: resource.id,
            at: toldAt(resource.updatedAt, event),
            createdAt: resource.createdAt ?? toldAt(undefined, event),
            direction: resource.direction,
            text: resource.text,
            media: resource.media,
            status: resource.status,
            errorCode: resource.errorCode,
            from: context?.senderIdentifier,
            to: context?.recipientIdentifiers,
            phoneNumberId: context?.phoneNumberId,
            conversationId: context?.conversationId,
            userId: context?.userId,
            link: links?.quo
        },
        event.type
    )
]);

/** The texts of `2026-03-30`. There is no event for "sent": a text without a delivery report is only in the REST API. */
export const DATED_MESSAGES: EventTable = {
    'message.received': read,
    'message.delivered': read,
    'message.failed': read,
    'message.undelivered': read
};
