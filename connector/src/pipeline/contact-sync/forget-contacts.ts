import { SOURCE } from '../../domain/quo-contacts/contact.ts';
import type { ErrorNote } from '../../errors/errors.ts';
import type { ContactRow, ContactState, QuoContacts, QuoContactStore, Urgency } from '../../contracts/quo/contacts.ts';

export interface ForgottenContacts {
    readonly removed: number;
    readonly notes: readonly ErrorNote[];
}

/** Those of others are `skipped`, those that are deleted already `unlinked`, those that are being so `leaving`. */
const MAYBE_OURS: ReadonlySet<ContactState> = new Set(['wanted', 'creating', 'linked']);
const URGENCY: Urgency = { lane: 'just-in-time' };

/**
 * Deletes the contacts that we made in Quo of these people. Contacts with another label are left alone. Afterwards a
 * call makes a contact anew, and nothing else does.
 *
 * @throws {CodedError} when Quo cannot be asked which contacts there are
 */
export async function forgetContacts(
    { contacts, quo }: { readonly contacts: QuoContactStore; readonly quo: QuoContacts },
    connection: string,
    people: readonly string[]
): Promise<ForgottenContacts> {
    const known = [...(await contacts.rows(connection, people)).values()].filter(({ state }) => MAYBE_OURS.has(state));
    const held = await contacts.hold(
        connection,
        known.map(({ person }) => person)
    );
    let removed = 0;
    const notes: ErrorNote[] = [];
    for (const row of held) {
        const result = await removeOf(quo, row);
        removed += result.removed;
        if (result.note === undefined) await contacts.keep(connection, [{ ...kept(row), state: 'unlinked' }]);
        else {
            notes.push(result.note);
            await contacts.keep(connection, [
                { ...kept(row), state: row.state, quoId: row.quoId, written: row.written }
            ]);
        }
    }
    const isBusy = held.length < known.length;
    return { removed, notes: isBusy ? [...notes, { code: 'WEB-INTERRUPTED' }] : notes };
}

async function removeOf(
    quo: QuoContacts,
    { person, quoId }: ContactRow
): Promise<{ readonly removed: number; readonly note?: ErrorNote }> {
    const ids = quoId === undefined ? await idsByPerson(quo, person) : [quoId];
    let removed = 0;
    for (const id of ids) {
        const there = await quo.get(id, URGENCY);
        if (there.kind === 'gone' || (there.kind === 'done' && there.value.source !== SOURCE)) continue;
        const result = there.kind === 'done' ? await quo.remove(id, URGENCY) : there;
        if (result.kind === 'refused' || result.kind === 'unsure') return { removed, note: result.note };
        removed += result.kind === 'done' ? 1 : 0;
    }
    return { removed };
}

async function idsByPerson(quo: QuoContacts, person: string): Promise<readonly string[]> {
    return (await quo.find([person], URGENCY)).map(({ id }) => id);
}

function kept({ person, version }: ContactRow) {
    return { person, version };
}
