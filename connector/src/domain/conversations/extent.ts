import type { Instant, MessageFact } from '../facts.ts';
import type { ConversationWindow, Message } from './window.ts';

/** Who wrote from and to which numbers, over a whole conversation; each list sorted and without repetition. */
export interface People {
    /** `null`: some text did not say from where. */
    readonly sentFrom: readonly (string | null)[];
    readonly sentTo: readonly string[];
    readonly receivedFrom: readonly string[];
    readonly receivedTo: readonly string[];
}

/** What is kept of a whole conversation, so that a further text needs no more of it than its end. */
export interface Extent {
    /** When its last windows begin, oldest first. */
    readonly starts: readonly Instant[];
    readonly inboxId?: string | undefined;
    readonly people: People;
    /** Some message was told with another time than before: its facts lie apart, and the whole is always read. */
    readonly isRetimed?: true;
}

/** The end of a conversation: its messages from the begin of a window on, and what is known of the whole. */
export interface Ending {
    readonly since: Instant;
    readonly extent: Extent;
}

/** A text that comes so many windows late has the whole conversation read again. */
const WINDOWS_KEPT = 50;

export function extentOf(
    windows: readonly ConversationWindow[],
    people: People,
    inboxId: string | undefined,
    facts: readonly MessageFact[],
    ending?: Ending
): Extent {
    const before = ending?.extent.starts.filter((start) => start < ending.since) ?? [];
    const starts = [...before, ...windows.map(({ startedAt }) => startedAt)].slice(-WINDOWS_KEPT);
    return {
        starts,
        people,
        ...(inboxId === undefined ? {} : { inboxId }),
        ...(isRetimed(facts) ? { isRetimed: true } : {})
    };
}

/**
 * From where on a conversation has to be read when texts of these times are new or changed: the windows before the one
 * in which the first of them lies are as they were. `undefined`: from its begin.
 */
export function endFrom({ starts, isRetimed: isApart }: Extent, firstChanged: Instant): Instant | undefined {
    return isApart === true ? undefined : starts.findLast((start) => start <= firstChanged);
}

/**
 * Whether the end of a conversation may be drawn by itself: what it tells of the whole was known, so that the windows
 * before it are not touched.
 */
export function isEnding(facts: readonly MessageFact[], { extent }: Ending): boolean {
    const { people, inboxId } = extent;
    const [sentFrom, sentTo] = [new Set(people.sentFrom), new Set(people.sentTo)];
    const [receivedFrom, receivedTo] = [new Set(people.receivedFrom), new Set(people.receivedTo)];
    const isKnown = ({ direction, from, to = [] }: MessageFact): boolean =>
        direction === 'outgoing'
            ? sentFrom.has(from ?? null) && to.every((number) => sentTo.has(number))
            : (from === undefined || receivedFrom.has(from)) && to.every((number) => receivedTo.has(number));
    const tellsInbox = ({ phoneNumberId }: MessageFact): boolean =>
        inboxId === undefined && phoneNumberId !== undefined;
    return facts.every((fact) => isKnown(fact) && !tellsInbox(fact)) && !hasOtherPeople(facts);
}

function isRetimed(facts: readonly MessageFact[]): boolean {
    return isToldAnew(facts, ({ createdAt }) => createdAt);
}

/** Some text was told with other people than before: whom it no longer names may be named by no other. */
function hasOtherPeople(facts: readonly MessageFact[]): boolean {
    return (
        isToldAnew(facts, ({ direction }) => direction) ||
        isToldAnew(facts, ({ from }) => from) ||
        isToldAnew(facts, ({ to }) => to?.toSorted().join())
    );
}

/** Whether two facts of one message differ in what both of them tell. */
function isToldAnew(facts: readonly MessageFact[], told: (fact: MessageFact) => string | undefined): boolean {
    const before = new Map<string, string>();
    return facts.some((fact) => {
        const value = told(fact);
        if (value === undefined) return false;
        const last = before.get(fact.messageId);
        before.set(fact.messageId, value);
        return last !== undefined && last !== value;
    });
}

export function peopleOf(messages: readonly Message[]): People {
    const sent = messages.filter(({ direction }) => direction === 'outgoing');
    const received = messages.filter(({ direction }) => direction === 'incoming');
    return {
        sentFrom: each(sent.map(({ from }) => from ?? null)),
        sentTo: each(sent.flatMap(({ to }) => to)),
        receivedFrom: each(received.flatMap(({ from }) => from ?? [])),
        receivedTo: each(received.flatMap(({ to }) => to))
    };
}

function each<T>(values: readonly T[]): readonly T[] {
    return [...new Set(values)].sort();
}
