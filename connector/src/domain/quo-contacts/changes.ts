import { canonicalJson } from '../canonical-json.ts';
import type { ContactDraft, ScalarField } from './contact.ts';

const SCALARS: readonly ScalarField[] = ['externalId', 'sourceUrl', 'firstName', 'lastName', 'company', 'role'];

/** What differs between the contact that we last wrote and the one that should be. */
export interface Changes {
    /** Scalars to set, and to clear (`null`). */
    readonly scalars: Readonly<Partial<Record<ScalarField, string | null>>>;
    /** Whether numbers, emails or the owner's field differ: they can only be written together with everything beside them. */
    readonly lists: boolean;
}

/**
 * What Salesforce changed since we last wrote. A field that is as we wrote it is not written again, so that an edit
 * made in Quo stays until Salesforce says something new about that field.
 *
 * @returns undefined when nothing differs
 */
export function changesSince(written: ContactDraft, draft: ContactDraft): Changes | undefined {
    const scalars: Partial<Record<ScalarField, string | null>> = {};
    for (const field of SCALARS) if (written[field] !== draft[field]) scalars[field] = draft[field] ?? null;
    const lists = canonicalJson(listsOf(written)) !== canonicalJson(listsOf(draft));
    return Object.keys(scalars).length === 0 && !lists ? undefined : { scalars, lists };
}

function listsOf({ phoneNumbers, emails, customFields }: ContactDraft) {
    return { phoneNumbers, emails, customFields };
}
