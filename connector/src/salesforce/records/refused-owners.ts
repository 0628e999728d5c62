/** Whoever was given the right since is found within half a day. */
const REMEMBERED_MS = 12 * 60 * 60_000;
/** Salesforce's words for an owner who cannot be one (SOAP API Developer Guide, StatusCode). */
const REFUSED: ReadonlySet<string> = new Set(['TRANSFER_REQUIRES_READ', 'INACTIVE_OWNER_OR_USER']);

/**
 * Users whom Salesforce did not take as owners of a transcript, because they may not read any: asked again once in half a
 * day, so that a right that nobody was given costs no request of every write.
 */
export interface RefusedOwners {
    has(userId: unknown): boolean;
    add(userId: unknown): void;
}

export function refusedOwners(now: () => Date): RefusedOwners {
    const refusedAt = new Map<string, number>();
    return {
        has(userId) {
            const at = typeof userId === 'string' ? refusedAt.get(userId) : undefined;
            return at !== undefined && now().getTime() - at < REMEMBERED_MS;
        },
        add(userId) {
            if (typeof userId === 'string') refusedAt.set(userId, now().getTime());
        }
    };
}

export function isOwnerRefusal(code: string): boolean {
    return REFUSED.has(code);
}
