import type { PeopleSyncParts } from './parts.ts';

/** Whether nothing is to be written to Quo: the admin chose so, also in the middle of a run, or rehearses. */
export function isOff({ preferences, isRehearsing }: PeopleSyncParts): boolean {
    return preferences().syncContacts === 'off' || isRehearsing?.() === true;
}
