import type { Person } from '../../../src/domain/people/person.ts';
import type { DraftSettings } from '../../../src/domain/quo-contacts/contact-draft.ts';
import { contactWordingOf } from '../../../src/locales/contacts-wording.ts';

export const PLAIN: DraftSettings = {
    wording: contactWordingOf('fr'),
    recordUrl: (id) => `https://acme.my.salesforce.com/${id}`
};

/** Maude Tremblay of Érablière Beauce, with what the test says otherwise. */
export function maude(changes: Partial<Person> = {}): Person {
    return {
        id: '0035g00000MAUDEAAA',
        object: 'Contact',
        name: 'Maude Tremblay',
        firstName: 'Maude',
        lastName: 'Tremblay',
        email: 'maude@example.com',
        company: 'Érablière Beauce',
        title: 'Directrice',
        ownerId: '0055g00000OWNERAAA',
        ownerName: 'Luc Bouchard',
        numbers: [
            { e164: '+15145550111', field: 'MobilePhone' },
            { e164: '+14185550177', field: 'Phone' }
        ],
        ...changes
    };
}
