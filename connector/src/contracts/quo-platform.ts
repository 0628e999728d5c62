import type { QuoContacts } from './quo-contacts.ts';
import type { Subscriptions } from './quo-subscriptions.ts';
import type { Recordings, Workspace } from './quo.ts';

/** A workspace of Quo's through one API key. */
export interface OpenQuo {
    readonly workspace: Workspace;
    readonly subscriptions: Subscriptions;
    readonly contacts: QuoContacts;
    readonly recordings: Recordings;
}

/** Quo, before anybody has a key. */
export interface QuoPlatform {
    /** Asks nothing yet. @param onWaitingForKey told when Quo does not take a key that may be too new */
    open(key: string, onWaitingForKey?: () => void): OpenQuo;
    /** Quo's clock, by which deliveries are signed: milliseconds since the epoch; `undefined`: not told. */
    clock(): Promise<number | undefined>;
}
