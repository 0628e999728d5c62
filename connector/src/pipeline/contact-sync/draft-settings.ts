import type { DraftSettings } from '../../domain/quo-contacts/contact-draft.ts';
import { ownerField, type FieldDefinition } from '../../domain/quo-contacts/owner-field.ts';
import { KEYS } from '../../contracts/key-value.ts';
import type { Urgency } from '../../contracts/quo/contacts.ts';
import { contactWordingOf } from '../../locales/contacts-wording.ts';
import { errorData } from '../../log.ts';
import type { ContactSyncEngineDeps } from './deps.ts';

/** Admins add fields rarely, and a field that vanished is noticed when Quo refuses it. */
const FIELDS_MAX_AGE_MS = 3_600_000;

/** How contacts are drawn up at this moment: language, owner's field, address of records. */
export async function draftSettings(parts: ContactSyncEngineDeps, urgency: Urgency): Promise<DraftSettings> {
    const { language, contactOwnerField } = parts.preferences();
    const field = ownerField(await definitions(parts, urgency), contactOwnerField);
    return {
        wording: contactWordingOf(language),
        recordUrl: parts.recordUrl,
        ...(field === undefined ? {} : { ownerField: field })
    };
}

async function definitions(parts: ContactSyncEngineDeps, urgency: Urgency): Promise<readonly FieldDefinition[]> {
    const { connection, memory, log } = parts;
    const known = await memory.get(connection, KEYS.quoContactFields);
    if (known !== undefined && known.ageMs < FIELDS_MAX_AGE_MS) return known.value;
    const asked = readDefinitions(parts, urgency).catch((error: unknown) => {
        urgency.signal?.throwIfAborted();
        // Without any, the owner stands in the role line for now.
        log.warn('quo contact fields not read', { connection, ...errorData(error) });
        return known?.value ?? [];
    });
    if (known === undefined || urgency.lane === 'full') return asked;
    // While it rings, the ones of an hour ago will do.
    void asked;
    return known.value;
}

async function readDefinitions(
    { connection, memory, quo }: ContactSyncEngineDeps,
    urgency: Urgency
): Promise<readonly FieldDefinition[]> {
    const value = await quo.fieldDefinitions(urgency);
    await memory.set(connection, KEYS.quoContactFields, value);
    return value;
}

/** A field that we wrote was refused: the definitions are read again before the next contact. */
export async function forgetFields({ connection, memory }: ContactSyncEngineDeps): Promise<void> {
    await memory.delete(connection, KEYS.quoContactFields);
}
