import { inboxOf, type QuoEvent } from '../events/event.ts';
import type { Family, Webhook } from '../world/records.ts';

/**
 * Whether a webhook is told of an event.
 *
 * A webhook made through the API is told of everything that it subscribed to, in its own form, as Quo does. One given by
 * control stands for the only webhook of its family: it gets the events that a scenario wrote for that family.
 */
export function isSubscribed(webhook: Webhook, event: QuoEvent, family: Family): boolean {
    if (webhook.status !== 'enabled') return false;
    if (webhook.origin === 'control' && !webhook.everything && webhook.family !== family) return false;
    if (!webhook.events.includes('*') && !webhook.events.includes(event.type)) return false;
    const inbox = inboxOf(event);
    // contact.* is org-wide, whatever resourceIds says; so is a call that is attached to no number.
    return inbox === null || webhook.resourceIds.includes('*') || webhook.resourceIds.includes(inbox);
}
