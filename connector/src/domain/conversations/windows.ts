import { newest } from '../latest.ts';
import type { MessageFact } from '../facts.ts';
import { peopleOf, type Ending, type People } from './extent.ts';
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
 * @param ending where the facts are of the conversation's end alone: its windows from there on
 */
export function windowsFrom(
    conversation: string,
    facts: readonly MessageFact[],
    inboxNumber?: string,
    ending?: Ending
): readonly ConversationWindow[] {
    return readConversation(conversation, facts, inboxNumber, ending).windows;
}

/** The windows, with who takes part in the whole conversation. */
export function readConversation(
    conversation: string,
    facts: readonly MessageFact[],
    inboxNumber?: string,
    ending?: Ending
): { readonly windows: readonly ConversationWindow[]; readonly people: People } {
    const messages = messagesFrom(facts);
    const people = ending?.extent.people ?? peopleOf(messages);
    const external = outsideNumbers(people, inboxNumber);
    const phoneNumberId = newest(messages, 'phoneNumberId');
    const windows = hours(messages).map((inWindow): ConversationWindow => {
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
    return { windows, people };
}

type Hour = [Message, ...Message[]];

function hours(messages: readonly Message[]): readonly Hour[] {
    const windows: Hour[] = [];
    let closesAt = -Infinity;
    for (const message of messages) {
        const at = Date.parse(message.createdAt);
        if (at < closesAt) windows.at(-1)?.push(message);
        else {
            windows.push([message]);
            closesAt = at + WINDOW_MS;
        }
    }
    return windows;
}

/** Everybody but the inbox, over the whole conversation: its windows have the same people. */
function outsideNumbers(people: People, inboxNumber: string | undefined): readonly string[] {
    const own = new Set<string | null>(inboxNumber === undefined ? people.sentFrom : [inboxNumber]);
    const numbers = new Set([
        ...people.receivedFrom,
        ...people.sentTo,
        // The other members of a group; while the inbox's own number is not known, it could be any of them.
        ...(own.size === 0 ? [] : people.receivedTo)
    ]);
    return [...numbers].filter((number) => !own.has(number)).sort();
}
