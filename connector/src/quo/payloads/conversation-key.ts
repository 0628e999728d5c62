import { createHash } from 'node:crypto';

const USABLE = /^[A-Za-z0-9-]{1,60}$/;
const HASH_DIGITS = 12;

/**
 * The key of a conversation: Quo's own id where it gives one, else made from the inbox and everybody's numbers. The
 * inbox's own number is among them in both directions, so it need not be known to be left out.
 */
export function conversationKey(
    conversationId: string | undefined,
    phoneNumberId: string | undefined,
    numbers: readonly string[]
): string {
    if (conversationId !== undefined && USABLE.test(conversationId)) return conversationId;
    const everybody = conversationId ?? [...new Set(numbers)].sort().join(',');
    const hash = createHash('sha256').update(everybody).digest('hex').slice(0, HASH_DIGITS);
    const inbox = phoneNumberId !== undefined && USABLE.test(phoneNumberId) ? phoneNumberId.slice(0, 40) : 'PN0';
    return `${inbox}-${hash}`;
}
