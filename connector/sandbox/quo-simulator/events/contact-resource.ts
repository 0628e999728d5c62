import type { Contact, Property } from '../world/records.ts';
import type { Json } from './event.ts';

/** A contact as `contact.updated` and `contact.deleted` tell it: no `sourceUrl`, properties sorted by kind. */
export function contactResource(contact: Contact): Json {
    const of = (type: string): Property[] => contact.properties.filter((property) => property.type === type);
    const custom = contact.properties.filter((property) => !['email', 'phone-number'].includes(property.type));
    return {
        id: contact.id,
        firstName: contact.firstName,
        lastName: contact.lastName,
        company: contact.company,
        role: contact.role,
        location: null,
        source: contact.source,
        externalId: contact.externalId,
        emails: of('email').map(({ value }) => ({ value, type: 'email' })),
        phoneNumbers: of('phone-number').map(({ value }) => ({ value, type: 'phone-number' })),
        customFields: custom.map(({ name, id, type, value }) => ({ name, key: name, id, type, value })),
        createdAt: contact.createdAt,
        updatedAt: contact.updatedAt
    };
}
