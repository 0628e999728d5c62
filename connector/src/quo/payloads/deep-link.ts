/** `https://my.quo.com/inbox/{PN}/c/{CN}?at={AC}`: in the v4 family the only place that names the conversation. */
const DEEP_LINK = /\/inbox\/(PN[A-Za-z0-9_-]+)(?:\/c\/(CN[A-Za-z0-9_-]+))?/;

/** The inbox and the conversation that a link of Quo's app leads to. */
export function idsInLink(url: string | undefined): {
    readonly phoneNumberId?: string | undefined;
    readonly conversationId?: string | undefined;
} {
    const [, phoneNumberId, conversationId] = DEEP_LINK.exec(url ?? '') ?? [];
    return { phoneNumberId, conversationId };
}
