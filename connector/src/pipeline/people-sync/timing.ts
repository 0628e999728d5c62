import type { PeopleStatus } from './people-sync.ts';

export interface Timing {
    note(people: number, ms: number): void;
    told(): PeopleStatus['justInTime'];
}

/** How fast callers were shown, since this process began. */
export function newTiming(): Timing {
    let told: PeopleStatus['justInTime'] = { people: 0 };
    return {
        note(people, ms) {
            const lastMs = Math.round(ms);
            told = { people: told.people + people, lastMs, slowestMs: Math.max(told.slowestMs ?? 0, lastMs) };
        },
        told: () => told
    };
}
