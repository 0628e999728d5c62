import type { Fact, Reading } from '../domain/facts.ts';

/** One signed webhook delivery, exactly as it came. */
export interface Delivery {
    readonly connection: string;
    /** `webhook-id`, or `sha256:<hex of the body>` where the scheme has no delivery id. */
    readonly id: string;
    readonly scheme: 'standard-webhooks' | 'openphone';
    readonly headers: Readonly<Record<string, string>>;
    readonly body: Uint8Array;
    readonly reading: Reading;
}

/** What of the facts that were told was new. */
export interface Learnt {
    readonly facts: number;
    /** Calls and texts of which nothing was known before: Quo's API says much anew of those that are. */
    readonly missed: number;
}

export interface DeliveryStore {
    /**
     * Keeps a delivery and its facts, and makes their activities due, in one committed statement. Concurrent calls
     * share a commit. Resolves only after the commit.
     *
     * @returns `known` when this delivery id was kept before (nothing changes)
     */
    accept(delivery: Delivery): Promise<'stored' | 'known'>;
    /** Facts that did not come by webhook (Quo's API). Known facts change nothing. */
    learn(connection: string, facts: readonly Fact[]): Promise<Learnt>;
    counts(connection: string): Promise<{ received: number; facts: number; ignored: number; unknown: number }>;
}
