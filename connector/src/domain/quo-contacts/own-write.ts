import type { ContactFact } from '../facts.ts';
import type { ContactDraft } from './contact.ts';

/**
 * Whether what Quo tells of a contact is what we wrote: `contact.updated` is sent for our own writes too. What somebody
 * added beside ours makes it an edit.
 */
export function isOwnWrite(fact: ContactFact, written: ContactDraft): boolean {
    const sameScalars =
        fact.externalId === written.externalId &&
        fact.firstName === written.firstName &&
        fact.lastName === written.lastName &&
        fact.company === written.company &&
        fact.role === written.role;
    return sameScalars && sameSet(fact.phoneNumbers, written.phoneNumbers) && sameSet(fact.emails, written.emails);
}

function sameSet(told: readonly string[], written: readonly { readonly value: string }[]): boolean {
    const [a, b] = [told, written.map(({ value }) => value)].map((values) => new Set(values.map(comparable)));
    return a !== undefined && b !== undefined && a.size === b.size && [...a].every((value) => b.has(value));
}

function comparable(value: string): string {
    return value.trim().toLowerCase();
}
