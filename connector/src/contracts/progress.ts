import type { ErrorNote } from '../errors/errors.ts';

/**
 * What takes longer than a page: the first load of the directory, the comparison with Quo, fetching days that were
 * missed, rendering again, a rehearsal, everybody into Quo, and the estimate of that.
 */
export type LongTask = 'directory' | 'repair' | 'catch-up' | 'again' | 'rehearsal' | 'people' | 'estimate';

/** How far something long is. */
export interface Progress {
    readonly task: LongTask;
    /** `interrupted`: nothing was heard of it for minutes, its process may have died. */
    readonly state: 'running' | 'paused' | 'done' | 'failed' | 'interrupted';
    readonly done: number;
    /** Absent while nobody knows. */
    readonly total?: number;
    readonly note?: ErrorNote;
    /** How it went, in numbers. */
    readonly detail?: Readonly<Record<string, number>>;
    /** Since it was last heard of. */
    readonly ageMs: number;
}

/** How far what was asked for at once has come; one query each. */
export interface ProgressStore {
    /** Activities that were made due by force and are not settled, and those parked within the last `sinceMs`. */
    forced(connection: string, sinceMs: number): Promise<{ readonly left: number; readonly parked: number }>;
    /** Activities that a rehearsal drew and those it has not come to. */
    rehearsed(connection: string): Promise<{ readonly drawn: number; readonly left: number }>;
}
