import { inTellingOrder, newest, newestOf } from '../latest.ts';
import type { MessageFact, MessageStatus } from '../facts.ts';
import type { Message } from './window.ts';

/** A carrier's last word: `queued` or `sent`, told later by a slower path, does not take it back. */
const FINAL: readonly MessageStatus[] = ['delivered', 'undelivered', 'failed', 'received'];

/** Every message once, as the newest facts tell it, in order of sending; sent at the same instant, by id. */
export function messagesFrom(facts: readonly MessageFact[]): readonly Message[] {
    const byId = Map.groupBy(facts, (fact) => fact.messageId);
    return [...byId]
        .map(([id, told]) => message(id, inTellingOrder(told)))
        .map((one) => ({ place: `${one.createdAt} ${one.id}`, one }))
        .sort((a, b) => (a.place < b.place ? -1 : 1))
        .map(({ one }) => one);
}

function message(id: string, told: readonly MessageFact[]): Message {
    const last = told.at(-1) as MessageFact;
    const final = told.filter((fact) => fact.status !== undefined && FINAL.includes(fact.status));
    const status = newest(final, 'status') ?? newest(told, 'status');
    return {
        id,
        direction: last.direction,
        createdAt: last.createdAt,
        media: newest(told, 'media') ?? [],
        to: newest(told, 'to') ?? [],
        ...newestOf(told, ['text', 'errorCode', 'from', 'phoneNumberId', 'userId', 'link']),
        ...(status === undefined ? {} : { status })
    };
}
