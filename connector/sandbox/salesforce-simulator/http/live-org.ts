import type { BuiltOrg } from '../build-org.ts';
import type { Faults } from '../control/faults.ts';
import type { OAuth } from '../oauth/oauth.ts';
import type { Sessions } from '../oauth/sessions.ts';
import type { Dispatch } from '../api/dispatch.ts';

/** A running org: what the HTTP handlers share. */
export interface LiveOrg {
    /** The org as it is now: a reset puts a new one in its place. */
    readonly org: () => BuiltOrg;
    readonly dispatch: () => Dispatch;
    readonly sessions: Sessions;
    readonly oauth: OAuth;
    readonly faults: Faults;
    readonly origin: () => string;
    /** Waits before an answer that was asked to be late. */
    readonly wait: (ms: number) => Promise<void>;
    /** Throws every record away and seeds again; sessions stay. */
    readonly reset: () => void;
}
