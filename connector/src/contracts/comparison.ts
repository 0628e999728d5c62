import type { Instant } from '../domain/facts.ts';
import type { ErrorCode, ErrorNote } from '../errors/errors.ts';

/** What Quo lists by the moment of its beginning. */
export type QuoList = 'calls' | 'messages';

/** How far Quo's own lists were compared with what is known here. */
export interface Compared {
    /** Whatever began before this was looked for. */
    readonly to: Instant;
    /** Where the comparison goes on that takes several rounds; absent when none is under way. */
    readonly at?: Instant;
    /** Calls and texts that it found so far. */
    readonly missed?: number;
    /** Since when Quo has not given the day that begins at `at`. */
    readonly failingSince?: Instant;
}

/** A time of which Quo does not tell everything. */
interface Gap {
    readonly list: QuoList;
    /** Null: of all inboxes. */
    readonly inbox: string | null;
    readonly from: Instant;
    readonly to: Instant;
    readonly error: ErrorNote;
}

export interface KnownGap extends Gap {
    readonly id: string;
}

export interface GapStore {
    /** One that meets a gap that is known and has the same reason makes that one longer. */
    add(connection: string, gap: Gap): Promise<void>;
    /** Those that nobody acknowledged, oldest first. */
    open(connection: string): Promise<readonly KnownGap[]>;
    /** How many are open, of all connections that have any, by reason. */
    count(): Promise<readonly { readonly connection: string; readonly code: ErrorCode; readonly count: number }[]>;
    /** @returns the gap, unless somebody else was faster */
    acknowledge(connection: string, id: string): Promise<KnownGap | undefined>;
    /** Whether calls, or texts, of this time are known here. */
    isAnythingKnown(connection: string, list: QuoList, from: Instant, to: Instant): Promise<boolean>;
}
