import type { Instant, Media } from '../../facts.ts';
import type { Message } from '../../conversations/window.ts';
import type { RenderContext } from '../context.ts';
import { utcOffset } from '../local-time.ts';
import type { WrittenMessage } from './grammar/messages.ts';

/** A longer address is no attachment that a browser could open: it stands among the words. */
const LONGEST_ADDRESS = 4_000;

/** A message as the Description of its Task has it, and why it did not arrive, for people. */
export interface ToldMessage {
    readonly message: WrittenMessage;
    readonly failure?: string | undefined;
}

export function toldMessage(message: Message, context: RenderContext): ToldMessage {
    const { direction, createdAt, status, errorCode } = message;
    const attachments = message.media.filter(isAddress);
    const others = message.media.filter((one) => !isAddress(one)).map(({ url }) => url);
    const state = direction === 'outgoing' && (status === 'failed' || status === 'undelivered') ? status : undefined;
    return {
        message: {
            at: wholeSecond(createdAt),
            offset: utcOffset(createdAt, context.timeZone),
            direction,
            author: authorOf(message, context),
            text: [message.text ?? '', ...others].filter((one) => one !== '').join('\n'),
            attachments,
            ...(state === undefined ? {} : { state })
        },
        failure: state && context.wording.notDelivered(state, errorCode)
    };
}

function isAddress({ url }: Media): boolean {
    return url.trim() !== '' && url.length <= LONGEST_ADDRESS;
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
