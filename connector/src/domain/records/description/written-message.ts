import type { Instant } from '../../facts.ts';
import type { Message } from '../../conversations/window.ts';
import type { RenderContext } from '../context.ts';
import { utcOffset } from '../local-time.ts';
import type { WrittenMessage } from './grammar/messages.ts';

/** A message as the Description of its Task has it, and why it did not arrive, for people. */
export interface ToldMessage {
    readonly message: WrittenMessage;
    readonly failure?: string | undefined;
}

/**
 * @param task the key of the Task that it stands in. Attachments are led to by our own links: Quo's need no right, and how
 * long they last is not documented.
 */
export function toldMessage(message: Message, task: string, context: RenderContext): ToldMessage {
    const { id: messageId, direction, createdAt, status, errorCode } = message;
    const attachments = message.media.map(({ type }, index) => ({
        url: context.attachmentUrl({ messageId, n: index + 1, task }),
        ...(type === undefined ? {} : { type })
    }));
    const state = direction === 'outgoing' && (status === 'failed' || status === 'undelivered') ? status : undefined;
    return {
        message: {
            at: wholeSecond(createdAt),
            offset: utcOffset(createdAt, context.timeZone),
            direction,
            author: authorOf(message, context),
            text: message.text ?? '',
            attachments,
            ...(state === undefined ? {} : { state })
        },
        failure: state && context.wording.notDelivered(state, errorCode)
    };
}

function wholeSecond(instant: Instant): string {
    return `${new Date(instant).toISOString().slice(0, 19)}Z`;
}

/** The person's name, else the number; on our side the user's name, else the inbox's. */
function authorOf(message: Message, context: RenderContext): string {
    const { from } = message;
    const number = from === undefined ? undefined : context.formatNumber(from);
    const unknown = context.wording.unknownPerson;
    if (message.direction === 'incoming') {
        const name = from === undefined ? context.match.whoName : context.personName(from);
        return name ?? number ?? unknown;
    }
    const name = message.userId === undefined ? undefined : context.userName(message.userId);
    return name ?? context.inbox?.name ?? number ?? 'Quo';
}
