import type { Person } from '../../domain/people/person.ts';
import { changesSince, type Changes } from '../../domain/quo-contacts/changes.ts';
import type { ContactDraft } from '../../domain/quo-contacts/contact.ts';
import { contactDraft, type DraftSettings, type Skip } from '../../domain/quo-contacts/contact-draft.ts';
import type { ContactRow } from '../../contracts/quo/contacts.ts';

/** What is to be done about one person in Quo. */
export type Plan =
    | { readonly do: 'nothing'; readonly because: 'unchanged' | 'unlinked' | Skip }
    /** `unsure`: Quo may already have it, from a request whose answer never came or from before our time. */
    | { readonly do: 'create'; readonly draft: ContactDraft; readonly unsure: boolean }
    | { readonly do: 'change'; readonly draft: ContactDraft; readonly quoId: string; readonly changes: Changes }
    /** Numbers, emails or the owner's field: written whole, after a look at what Quo has beside them. */
    | { readonly do: 'replace'; readonly draft: ContactDraft; readonly quoId: string }
    | { readonly do: 'remove'; readonly quoId?: string | undefined };

export interface Situation {
    readonly settings: DraftSettings;
    /** A call or a text: the only thing that makes anew what somebody deleted in Quo. */
    readonly calling: boolean;
    /** Contacts from before our time are known. */
    readonly adopted: boolean;
}

/** @param person absent for records that are gone */
export function planFor(row: ContactRow, person: Person | undefined, situation: Situation): Plan {
    const { quoId } = row;
    if (row.state === 'leaving') return { do: 'remove', quoId };
    if (person === undefined) return { do: 'nothing', because: 'unchanged' };
    const drawn = contactDraft(person, situation.settings);
    if (typeof drawn === 'string') {
        return mayExist(row) ? { do: 'remove', quoId } : { do: 'nothing', because: drawn };
    }
    const draft = withKnownAddress(drawn, row.written);
    if (row.state === 'unlinked' && !situation.calling) return { do: 'nothing', because: 'unlinked' };
    if (row.state !== 'linked' || quoId === undefined) {
        return { do: 'create', draft, unsure: isUnsure(row, situation.adopted) };
    }
    if (row.written === undefined) return { do: 'replace', draft, quoId };
    const changes = changesSince(row.written, draft);
    if (changes === undefined) return { do: 'nothing', because: 'unchanged' };
    return changes.lists ? { do: 'replace', draft, quoId } : { do: 'change', draft, quoId, changes };
}

/** While the org's address is not known, the one that was written stands. */
function withKnownAddress(draft: ContactDraft, written: ContactDraft | undefined): ContactDraft {
    const isSame = draft.sourceUrl === undefined && written?.externalId === draft.externalId;
    return isSame && written.sourceUrl !== undefined ? { ...draft, sourceUrl: written.sourceUrl } : draft;
}

function mayExist({ state }: ContactRow): boolean {
    return state === 'linked' || state === 'creating';
}

function isUnsure({ state }: ContactRow, adopted: boolean): boolean {
    return state === 'creating' || state === 'skipped' || (state === 'wanted' && !adopted);
}
