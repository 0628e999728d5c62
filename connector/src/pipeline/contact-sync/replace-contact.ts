import { SOURCE, type ContactDraft, type QuoContact } from '../../domain/quo-contacts/contact.ts';
import { isWhole, merged } from '../../domain/quo-contacts/merge.ts';
import type { ContactRow, Urgency } from '../../contracts/quo/contacts.ts';
import { forgetFields } from './draft-settings.ts';
import { failed, linked, unlinked, type Outcome } from './outcome.ts';
import type { ContactSyncEngineDeps } from './deps.ts';

/** Writes our fields into a contact as Quo has it at this moment. */
export async function replaceContact(
    parts: ContactSyncEngineDeps,
    urgency: Urgency,
    row: ContactRow,
    draft: ContactDraft,
    current: QuoContact
): Promise<Outcome> {
    const whole = merged(current, row.written, draft);
    if (isWhole(current, whole)) return linked(row, current.id, draft, 'unchanged');
    const result = await parts.quo.replace(current.id, whole, urgency);
    if (result.kind === 'done') return linked(row, current.id, draft, 'updated');
    if (result.kind === 'gone') return unlinked(row);
    if (result.kind === 'conflict' && current.externalId !== row.person)
        return settleConflict(parts, urgency, row, draft);
    if (result.kind === 'refused' && draft.customFields.length > 0) await forgetFields(parts);
    return failed(row, result, { state: 'linked', quoId: current.id, written: row.written });
}

/**
 * The id that a contact is to carry now is another contact's already, as Quo says: of two contacts for one person the
 * one that had it first stays.
 */
export async function settleConflict(
    parts: ContactSyncEngineDeps,
    urgency: Urgency,
    row: ContactRow,
    draft: ContactDraft
): Promise<Outcome> {
    const { quoId, written } = row;
    const found = await parts.quo.find([row.person], urgency);
    const first = found.find(({ id, source }) => source === SOURCE && id !== quoId);
    if (first === undefined || quoId === undefined)
        return failed(row, { kind: 'conflict' }, { state: 'linked', quoId, written });
    const removed = await parts.quo.remove(quoId, urgency);
    if (removed.kind !== 'done' && removed.kind !== 'gone')
        return failed(row, removed, { state: 'linked', quoId, written });
    return replaceContact(parts, urgency, { ...row, quoId: first.id, written: undefined }, draft, first);
}
