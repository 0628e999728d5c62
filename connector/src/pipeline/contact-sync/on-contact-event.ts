import type { ContactFact } from '../../domain/facts.ts';
import { SOURCE } from '../../domain/quo-contacts/contact.ts';
import { isOwnWrite } from '../../domain/quo-contacts/own-write.ts';
import type { ContactSyncEngineDeps } from './deps.ts';

/**
 * What Quo tells of its contacts. Nothing is ever written to Quo or Salesforce because of it, so our own writes, which
 * come back as `contact.updated`, cannot go round in circles.
 *
 * @returns what it meant, for the log and the counts
 */
export async function onContactEvent(
    { connection, contacts }: ContactSyncEngineDeps,
    fact: ContactFact
): Promise<'not ours' | 'echo' | 'edited' | 'deleted' | 'taken away'> {
    const row = await contacts.byQuoId(connection, fact.contactId);
    if (row === undefined || row.quoId === undefined) return 'not ours';
    const { person, quoId, written, version } = row;
    if (fact.change === 'deleted') {
        // Ours to delete: the row goes when Quo has answered.
        if (row.state === 'leaving') return 'echo';
        await contacts.keep(connection, [{ person, state: 'unlinked', version }]);
        return 'deleted';
    }
    if (fact.source !== undefined && fact.source !== SOURCE) {
        await contacts.keep(connection, [{ person, state: 'skipped', version }]);
        return 'taken away';
    }
    // An edit stays until Salesforce says something new about that field; then the whole is read before it is written.
    return written !== undefined && isOwnWrite(fact, written) && quoId === fact.contactId ? 'echo' : 'edited';
}
