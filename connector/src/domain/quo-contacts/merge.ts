import { canonicalJson } from '../canonical-json.ts';
import type { ContactDraft, CustomValue, LabelledValue, QuoContact, ScalarField } from './contact.ts';

/** The whole of a contact, as a request that replaces it needs it. */
export type WholeContact = Omit<QuoContact, 'id'>;

/**
 * The contact with our fields brought up to date and everything else as it is in Quo.
 *
 * Numbers and emails that somebody added in Quo stay, as do other custom fields and scalars that we have nothing to say
 * about. Those that we wrote and that Salesforce no longer has are taken out.
 *
 * @param written what we last wrote; absent when that is not known: then nothing in Quo is taken for ours to remove
 */
export function merged(current: QuoContact, written: ContactDraft | undefined, draft: ContactDraft): WholeContact {
    return {
        source: current.source,
        externalId: draft.externalId,
        sourceUrl: scalar('sourceUrl', current, written, draft),
        firstName: scalar('firstName', current, written, draft),
        lastName: scalar('lastName', current, written, draft),
        company: scalar('company', current, written, draft),
        role: scalar('role', current, written, draft),
        phoneNumbers: mergedValues(current.phoneNumbers, written?.phoneNumbers ?? [], draft.phoneNumbers),
        emails: mergedValues(current.emails, written?.emails ?? [], draft.emails),
        customFields: mergedCustom(current.customFields, draft.customFields)
    };
}

/** Salesforce decides where it says something new; where it has nothing and never had, Quo's own value stays. */
function scalar(
    field: ScalarField,
    current: QuoContact,
    written: ContactDraft | undefined,
    draft: ContactDraft
): string | undefined {
    if (written === undefined) return draft[field] ?? current[field];
    return draft[field] === written[field] ? current[field] : draft[field];
}

function mergedValues(
    current: readonly LabelledValue[],
    written: readonly LabelledValue[],
    draft: readonly LabelledValue[]
): readonly LabelledValue[] {
    const ours = new Set([...written, ...draft].map(({ value }) => comparable(value)));
    const theirs = current.filter(({ value }) => !ours.has(comparable(value)));
    return [...draft, ...theirs];
}

function mergedCustom(current: readonly CustomValue[], draft: readonly CustomValue[]): readonly CustomValue[] {
    const ours = new Set(draft.map(({ key }) => key));
    return [...draft, ...current.filter(({ key }) => key === undefined || !ours.has(key))];
}

/** Whether Quo has all of it already, in whatever order and under whatever ids. */
export function isWhole(current: QuoContact, whole: WholeContact): boolean {
    return canonicalJson(unordered({ ...current, id: undefined } as WholeContact)) === canonicalJson(unordered(whole));
}

function unordered({ phoneNumbers, emails, customFields, ...scalars }: WholeContact) {
    const values = customFields.map(({ key, id, value }) => (key === undefined ? { id, value } : { key, value }));
    const lists = [phoneNumbers, emails, values].map((list) => list.map(canonicalJson).sort());
    return { ...scalars, lists };
}

/** Emails compare without case; numbers are E.164 on both sides. */
function comparable(value: string): string {
    return value.trim().toLowerCase();
}
