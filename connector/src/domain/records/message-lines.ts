import type { Message } from '../conversations/window.ts';
import type { RenderContext } from './context.ts';
import { lines, oneLine } from './fields.ts';
import { localTime } from './local-time.ts';

const ARROW = { incoming: '←', outgoing: '→' } as const;
const INDENT = '    ';

/**
 * The lines of a conversation: `HH:MM ← Author : text` for what came in, `→` for what went out; what belongs to the
 * line above is indented, and a date heads the messages of another day.
 */
export function messageLines(messages: readonly Message[], context: RenderContext): readonly string[] {
    let day = dayOf(messages[0], context);
    return messages.flatMap((message) => {
        const today = dayOf(message, context);
        const heading = today === day ? [] : [today];
        day = today;
        return [...heading, ...oneMessage(message, context)];
    });
}

function oneMessage(message: Message, context: RenderContext): readonly string[] {
    const { wording } = context;
    const { time } = localTime(message.createdAt, context.timeZone);
    const [first = '', ...further] = lines(message.text ?? '').split('\n');
    const failure = message.status && wording.notDelivered(message.status, message.errorCode);
    return [
        `${time} ${ARROW[message.direction]} ${wording.said(oneLine(authorOf(message, context)), first)}`,
        ...[
            ...further,
            ...message.media.map((one) => oneLine(one.url)),
            ...(failure === undefined ? [] : [`(${failure})`])
        ].map((line) => `${INDENT}${line}`.trimEnd())
    ];
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

function dayOf(message: Message | undefined, context: RenderContext): string {
    return message === undefined ? '' : localTime(message.createdAt, context.timeZone).date;
}
