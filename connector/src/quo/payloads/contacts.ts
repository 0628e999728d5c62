import type { ContactFact, Instant } from '../../domain/facts.ts';
import { toldAt, type Envelope } from './event.ts';
import { told } from './scalars.ts';

export interface ToldContact {
    readonly id: string;
    readonly updatedAt?: Instant | undefined;
    readonly source?: string | undefined;
    readonly externalId?: string | undefined;
    readonly firstName?: string | undefined;
    readonly lastName?: string | undefined;
    readonly company?: string | undefined;
    readonly role?: string | undefined;
    readonly emails: readonly string[];
    readonly phoneNumbers: readonly string[];
}

/** Older webhooks, and samples of the newer ones, put `CT` before the id that the API knows. */
function contactIdOf(id: string): string {
    return id.replace(/^CT(?=.)/, '');
}

export function contactFact(contact: ToldContact, event: Envelope): ContactFact {
    const deleted = event.type === 'contact.deleted';
    return told({
        kind: 'contact',
        change: deleted ? 'deleted' : 'updated',
        contactId: contactIdOf(contact.id),
        // A deletion carries the time of the last edit as `updatedAt`.
        at: deleted ? toldAt(event.createdAt ?? contact.updatedAt, event) : toldAt(contact.updatedAt, event),
        source: contact.source,
        externalId: contact.externalId,
        firstName: contact.firstName,
        lastName: contact.lastName,
        company: contact.company,
        role: contact.role,
        emails: contact.emails,
        phoneNumbers: contact.phoneNumbers
    });
}
