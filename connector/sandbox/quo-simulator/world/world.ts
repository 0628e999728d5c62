import type { Workspace } from 'sandbox-day/workspace.ts';
import type { Call, Contact, Conversation, Message, Webhook } from './records.ts';

export interface World {
    readonly workspace: Workspace;
    readonly calls: Map<string, Call>;
    readonly messages: Map<string, Message>;
    readonly conversations: Map<string, Conversation>;
    readonly contacts: Map<string, Contact>;
    readonly webhooks: Map<string, Webhook>;
    /** ISO 8601: when the workspace was made. */
    readonly since: string;
}

const WORKSPACE_AGE_DAYS = 400;

/** A workspace before its day: people, inboxes and typed-in contacts, but no call, no text, no webhook. */
export function createWorld(workspace: Workspace, nowMs: number): World {
    const since = new Date(nowMs - WORKSPACE_AGE_DAYS * 86_400_000).toISOString();
    const world: World = {
        workspace,
        calls: new Map(),
        messages: new Map(),
        conversations: new Map(),
        contacts: new Map(),
        webhooks: new Map(),
        since
    };
    fillContacts(world);
    return world;
}

/** Back to the start; webhooks stay only when asked to. */
export function resetWorld(world: World, keepWebhooks: boolean): void {
    world.calls.clear();
    world.messages.clear();
    world.conversations.clear();
    if (!keepWebhooks) world.webhooks.clear();
    fillContacts(world);
}

function fillContacts(world: World): void {
    world.contacts.clear();
    const owner = Object.values(world.workspace.users)[0]?.id ?? 'USnobody';
    for (const own of world.workspace.contacts) {
        const times = { createdAt: world.since, updatedAt: world.since };
        world.contacts.set(own.id, {
            id: own.id,
            externalId: null,
            source: own.source,
            sourceUrl: null,
            firstName: own.firstName,
            lastName: own.lastName,
            company: own.company,
            role: null,
            actorId: owner,
            ...times,
            properties: [{ id: `${own.id}-1`, type: 'phone-number', name: 'mobile', value: own.number, ...times }]
        });
    }
}

export function contactsWithNumber(world: World, numbers: readonly string[]): Contact[] {
    return [...world.contacts.values()].filter((contact) =>
        contact.properties.some((p) => p.type === 'phone-number' && numbers.includes(p.value as string))
    );
}

/**
 * The contacts that Quo's app would show: one made through the API stays hidden until there is a conversation with one
 * of its numbers (quo.com/docs/mdx/guides/contacts).
 */
export function visibleContacts(world: World): Contact[] {
    const spokenWith = new Set([...world.conversations.values()].flatMap((conversation) => conversation.participants));
    return [...world.contacts.values()].filter((contact) => {
        const madeInApp = world.workspace.contacts.some((own) => own.id === contact.id);
        return (
            madeInApp || contact.properties.some((p) => p.type === 'phone-number' && spokenWith.has(p.value as string))
        );
    });
}
