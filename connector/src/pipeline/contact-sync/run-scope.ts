import { canonicalJson } from '../../domain/canonical-json.ts';
import { KEYS } from '../../contracts/key-value.ts';
import type { ContactSyncEngineDeps } from './deps.ts';
import { requireFilter } from './require-filter.ts';

/** Begins a run over everybody, in the place of any other. */
export async function begin(parts: ContactSyncEngineDeps): Promise<void> {
    const { connection, contacts, directory, memory } = parts;
    const { people } = await directory.counts(connection);
    if (people === 0) return;
    await memory.set(connection, KEYS.fullRunFilter, filterOf(parts));
    await contacts.startRun(connection, people);
}

/**
 * In full mode: the first run, and another when the last one was for another filter or is no longer everybody. A run that
 * is paused stays so.
 *
 * @throws {CodedError} `SF-FILTER-FIELD`
 */
export async function beginFull(parts: ContactSyncEngineDeps): Promise<void> {
    if (parts.preferences().syncContacts !== 'full') return;
    await requireFilter(parts);
    if (await isUncovered(parts)) await begin(parts);
}

/** Whether a run has something to do, or one is to begin. */
export async function isFullWaiting(parts: ContactSyncEngineDeps): Promise<boolean> {
    const run = await parts.contacts.run(parts.connection);
    return run?.state === 'running' || (parts.preferences().syncContacts === 'full' && (await isUncovered(parts)));
}

/** People came who were not put into Quo, because that was not wanted at the time. */
export async function forgetScope({ connection, memory }: ContactSyncEngineDeps): Promise<void> {
    await memory.delete(connection, KEYS.fullRunFilter);
}

async function isUncovered(parts: ContactSyncEngineDeps): Promise<boolean> {
    const { connection, contacts, directory, memory } = parts;
    const run = await contacts.run(connection);
    if (run?.state === 'paused') return false;
    const covered = run === undefined ? undefined : (await memory.get(connection, KEYS.fullRunFilter))?.value;
    // Before anybody was read from Salesforce there is nothing to begin.
    return covered !== filterOf(parts) && (await directory.counts(connection)).people > 0;
}

/** In full mode: which people all are to be in Quo. */
export function wantedScope(parts: ContactSyncEngineDeps): { readonly scope?: string } {
    return parts.preferences().syncContacts === 'full' ? { scope: filterOf(parts) } : {};
}

function filterOf({ preferences }: ContactSyncEngineDeps): string {
    return canonicalJson(preferences().contactFilter ?? {});
}
