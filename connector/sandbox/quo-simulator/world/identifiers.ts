import { createHash } from 'node:crypto';

/** The same words always make the same id, so that a play that is played again tells of the same calls. */
export function stableId(prefix: string, ...words: readonly string[]): string {
    return prefix + createHash('sha256').update(words.join('\u0000')).digest('hex').slice(0, 24);
}

/** A conversation is an inbox and a set of others, whatever their order. */
export function conversationId(phoneNumberId: string, others: readonly string[]): string {
    return stableId('CN', phoneNumberId, ...[...others].sort());
}

/** Counts up; ids that are given out one by one (webhooks, attempts) need no meaning. */
export function makeCounter(start = 0): () => number {
    let last = start;
    return () => ++last;
}
