import { z } from 'zod';
import { contactFact } from './contacts.ts';
import { reader, type EventTable } from './event.ts';
import { instant, key, name } from './scalars.ts';

const values = z
    .array(z.object({ value: name }))
    .nullish()
    .transform((items) => (items ?? []).flatMap(({ value }) => (value === undefined ? [] : [value])));

const contact = z.object({
    resource: z.object({
        id: key,
        firstName: name,
        lastName: name,
        company: name,
        role: name,
        source: name,
        externalId: name,
        emails: values,
        phoneNumbers: values,
        updatedAt: instant
    })
});

const read = reader(contact, ({ resource }, event) => [contactFact(resource, event)]);

/** Contacts of `2026-03-30`; `contact.updated` is sent for new ones as well. */
export const DATED_CONTACTS: EventTable = { 'contact.updated': read, 'contact.deleted': read };
