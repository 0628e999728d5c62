import type { ContactSyncStatus } from './contact-sync.ts';

export interface Timing {
    note(people: number, ms: number): void;
    told(): ContactSyncStatus['justInTime'];
}

/** How fast callers were shown, since this process began. */
export function newTiming(): Timing {
    let told: ContactSyncStatus['justInTime'] = { people: 0 };
    return {
        note(people, ms) {
            const lastMs = Math.round(ms);
            told = { people: told.people + people, lastMs, slowestMs: Math.max(told.slowestMs ?? 0, lastMs) };
        },
        told: () => told
    };
}
