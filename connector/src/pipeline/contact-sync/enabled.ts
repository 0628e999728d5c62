import type { ContactSyncEngineDeps } from './deps.ts';

/** Whether nothing is to be written to Quo: the admin chose so, also in the middle of a run, or rehearses. */
export function isDisabled({ preferences, isRehearsing }: ContactSyncEngineDeps): boolean {
    return preferences().syncContacts === 'off' || isRehearsing?.() === true;
}
