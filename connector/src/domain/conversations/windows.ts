import { newest } from '../latest.ts';
import type { MessageFact } from '../facts.ts';
import { messagesFrom } from './messages.ts';
import { WINDOW_MS, type ConversationWindow, type Message } from './window.ts';

export { placeWindows } from './placing.ts';

/**
 * The windows of one conversation, oldest first, computed from the set of its messages: the order in which they
 * arrived, and how often, does not matter.
 *
 * A window opens at the first message and lasts 60 minutes of real time, also where clocks are put forward or back;
 * the first message after that opens the next one.
 *
 * @param inboxNumber the inbox's own number; without it, what outgoing texts are sent from is taken for it
 */
export function windowsFrom(
    conversation: string,
    facts: readonly MessageFact[],
    inboxNumber?: string
): readonly ConversationWindow[] {
    const messages = messagesFrom(facts);
    const external = outsideNumbers(messages, inboxNumber);
    const phoneNumberId = newest(messages, 'phoneNumberId');
    return hours(messages).map((inWindow): ConversationWindow => {
        const link = inWindow.find((message) => message.link !== undefined)?.link;
        return {
            conversation,
            startedAt: inWindow[0].createdAt,
            messages: inWindow,
            external,
            ...(phoneNumberId === undefined ? {} : { phoneNumberId }),
            ...(link === undefined ? {} : { link })
        };
    });
}

type Hour = [Message, ...Message[]];

function hours(messages: readonly Message[]): readonly Hour[] {
    const windows: Hour[] = [];
    for (const message of messages) {
        const open = windows.at(-1);
        const isOpen = open !== undefined && Date.parse(message.createdAt) < Date.parse(open[0].createdAt) + WINDOW_MS;
        if (isOpen) open.push(message);
        else windows.push([message]);
    }
    return windows;
}

/** Everybody but the inbox, over the whole conversation: its windows have the same people. */
function outsideNumbers(messages: readonly Message[], inboxNumber: string | undefined): readonly string[] {
    const sent = messages.filter((message) => message.direction === 'outgoing');
    const received = messages.filter((message) => message.direction === 'incoming');
    const own = new Set(inboxNumber === undefined ? sent.map((message) => message.from) : [inboxNumber]);
    const numbers = new Set([
        ...received.map((message) => message.from).filter((from) => from !== undefined),
        ...sent.flatMap((message) => message.to),
        // The other members of a group; while the inbox's own number is not known, it could be any of them.
        ...(own.size === 0 ? [] : received.flatMap((message) => message.to))
    ]);
    return [...numbers].filter((number) => !own.has(number)).sort();
}
