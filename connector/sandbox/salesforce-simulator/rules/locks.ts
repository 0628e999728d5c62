import type { Row } from '../records/row.ts';
import { refused } from '../org-error.ts';

/** Row locks held by somebody else, as a script asked for them. */
export interface Locks {
    /** Holds a record until it was in the way `times` times. */
    hold(recordId: string, times: number): void;
    release(): void;
    /** @throws {OrgError} UNABLE_TO_LOCK_ROW when one of the records is held */
    acquire(recordIds: readonly (string | undefined)[]): void;
}

export function createLocks(): Locks {
    const held = new Map<string, number>();
    return {
        hold: (recordId, times) => void held.set(recordId, times),
        release: () => held.clear(),
        acquire: (recordIds) => {
            if (held.size === 0) return;
            for (const id of recordIds) {
                const left = id === undefined ? undefined : held.get(id);
                if (id === undefined || left === undefined) continue;
                if (left <= 1) held.delete(id);
                else held.set(id, left - 1);
                throw refused(
                    'UNABLE_TO_LOCK_ROW',
                    `unable to obtain exclusive access to this record or 1 records: ${id}`
                );
            }
        }
    };
}

/** The records, besides itself, that saving a task takes a lock on. */
export function locksOfTask(task: Row, previous: Row | undefined): (string | undefined)[] {
    const parents = [task.AccountId, task.WhoId, task.WhatId, previous?.AccountId, previous?.WhoId, previous?.WhatId];
    // A task inserted as completed, or without a date, takes none; every update and delete takes all of them.
    const takes = previous !== undefined || (task.IsClosed !== true && task.ActivityDate !== undefined);
    return takes ? (parents as (string | undefined)[]) : [];
}
