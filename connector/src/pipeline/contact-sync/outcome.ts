import type { ContactDraft } from '../../domain/quo-contacts/contact.ts';
import type { ErrorNote } from '../../errors/errors.ts';
import type { ContactResult, ContactRow, KeptContact } from '../../contracts/quo/contacts.ts';

/** What came of one person. `kept`: what is remembered; absent: nothing is left to remember. */
export interface Outcome {
    readonly did: string;
    readonly kept?: KeptContact;
    readonly error?: ErrorNote;
}

type Failure = Exclude<ContactResult, { kind: 'done' | 'gone' }>;

const MINUTE = 60_000;
const LONGEST_WAIT_MS = 6 * 60 * MINUTE;

export function linked(row: ContactRow, quoId: string, written: ContactDraft, did: string): Outcome {
    return { did, kept: { person: row.person, version: row.version, state: 'linked', quoId, written } };
}

/** Somebody deleted it in Quo. */
export function unlinked({ person, version }: ContactRow): Outcome {
    return { did: 'unlinked', kept: { person, version, state: 'unlinked' } };
}

/** Quo has a contact for this record that somebody else made: it is not touched, and not doubled. */
export function foreign({ person, version }: ContactRow): Outcome {
    return { did: 'foreign', kept: { person, version, state: 'skipped' } };
}

/**
 * What failed is tried again later, later each time. What Quo refused for good waits until the record changes or calls;
 * what is to be deleted is tried for ever.
 *
 * @param state as it is now; `creating` while nobody knows whether Quo has it
 */
export function failed(
    row: ContactRow,
    failure: Failure,
    state: Pick<KeptContact, 'state' | 'quoId' | 'written'>
): Outcome {
    const error: ErrorNote = failure.kind === 'conflict' ? { code: 'QUO-CONFLICT' } : failure.note;
    // A contact whose record is gone has no further change to wait for.
    const forGood = failure.kind === 'refused' && !isOutage(error) && state.state !== 'leaving';
    const againInMs = forGood ? undefined : Math.min(LONGEST_WAIT_MS, MINUTE * 2 ** Math.min(row.attempts, 10));
    const { person, version } = row;
    return { did: 'failed', error, kept: { person, version, ...state, error, ...(againInMs ? { againInMs } : {}) } };
}

const OUTAGES: readonly string[] = ['QUO-KEY', 'QUO-PLAN', 'QUO-FORBIDDEN', 'QUO-RATE', 'QUO-UNREACHABLE'];

/** Not this contact's fault: the next one would meet the same. */
export function isOutage({ code }: ErrorNote): boolean {
    return OUTAGES.includes(code);
}
