import type { QuoLane } from './budget.ts';
import type { QuoContacts } from './contacts.ts';
import type { Subscriptions } from './subscriptions.ts';
import type { Attachments, Recordings, Workspace } from './quo.ts';

/** A workspace of Quo's through one API key. */
export interface OpenQuo {
    readonly workspace: Workspace;
    readonly subscriptions: Subscriptions;
    readonly contacts: QuoContacts;
    readonly recordings: Recordings;
    readonly attachments: Attachments;
}

/** Who is told what happens to requests. */
interface QuoListening {
    /** Quo does not take the key, which may be too new. */
    readonly onWaitingForKey?: () => void;
    /** A request starts, after so long a wait for its turn. */
    readonly onStart?: (lane: QuoLane, waitedMs: number) => void;
}

/** Quo, before anybody has a key. */
export interface QuoPlatform {
    /** Asks nothing yet. */
    open(key: string, listening?: QuoListening): OpenQuo;
    /** Quo's clock, by which deliveries are signed: milliseconds since the epoch; `undefined`: not told. */
    clock(): Promise<number | undefined>;
}
