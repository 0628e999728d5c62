import { callKey, conversationKey } from '../activity-key.ts';
import type { CallFact, Instant, MessageFact } from '../facts.ts';

/** A call or a text that Quo's own list names. */
export interface ListedItem {
    readonly list: 'calls' | 'messages';
    /** Quo's id of it. */
    readonly id: string;
    readonly activityKey: string;
    readonly inbox?: string;
    readonly began: Instant;
}

/** The calls and texts of a page of one of Quo's lists. What says not when it began is left out: no day has it. */
export function listedItems(facts: readonly (CallFact | MessageFact)[]): readonly ListedItem[] {
    const items = new Map<string, Partial<ListedItem> & Pick<ListedItem, 'list' | 'id' | 'activityKey'>>();
    for (const fact of facts) {
        if (fact.kind === 'message') {
            const { messageId: id, conversation, phoneNumberId: inbox, createdAt: began } = fact;
            const activityKey = conversationKey(conversation);
            items.set(id, { list: 'messages', id, activityKey, began, ...(inbox !== undefined && { inbox }) });
            continue;
        }
        const { callId: id } = fact;
        const began = fact.kind === 'ended' || fact.kind === 'ringing' ? fact.startedAt : undefined;
        const inbox = fact.kind === 'parties' ? fact.phoneNumberId : undefined;
        items.set(id, {
            ...(items.get(id) ?? { list: 'calls', id, activityKey: callKey(id) }),
            ...(began !== undefined && { began }),
            ...(inbox !== undefined && { inbox })
        });
    }
    return [...items.values()].flatMap((item) => (item.began === undefined ? [] : [{ ...item, began: item.began }]));
}
