import { randomBytes } from 'node:crypto';
import { stableId } from './identifiers.ts';
import type { Contact, Property } from './records.ts';
import type { QuoEvent } from '../events/event.ts';
import type { Sandbox } from '../sandbox.ts';

export type ContactScalars = Pick<
    Contact,
    'externalId' | 'source' | 'sourceUrl' | 'firstName' | 'lastName' | 'company' | 'role' | 'actorId'
>;
export type PropertyDraft = Pick<Property, 'type' | 'name' | 'value'>;

/** Puts a new contact into the workspace. Quo has no `contact.created`: webhooks hear `contact.updated`. */
export function createContact(
    sandbox: Sandbox,
    scalars: ContactScalars,
    properties: readonly PropertyDraft[] = []
): Contact {
    const at = new Date(sandbox.now()).toISOString();
    const id = randomBytes(12).toString('hex');
    const contact = {
        ...scalars,
        id,
        createdAt: at,
        updatedAt: at,
        properties: properties.map((draft) => newProperty(draft, at))
    };
    return keep(sandbox, contact);
}

/** Stores a changed contact and tells webhooks, whoever changed it: the writer's own webhook hears it too. */
export function changeContact(sandbox: Sandbox, contact: Contact, change: Partial<Contact>): Contact {
    return keep(sandbox, { ...contact, ...change, updatedAt: new Date(sandbox.now()).toISOString() });
}

export function removeContact(sandbox: Sandbox, contact: Contact): void {
    sandbox.world.contacts.delete(contact.id);
    // What was deleted is simply absent from the event.
    const emptied: Contact = { ...contact, properties: [], updatedAt: new Date(sandbox.now()).toISOString() };
    sandbox.publish(contactEvent(emptied, 'contact.deleted'));
}

export function newProperty(draft: PropertyDraft, at: string): Property {
    return { ...draft, id: randomBytes(12).toString('hex'), createdAt: at, updatedAt: at };
}

function keep(sandbox: Sandbox, contact: Contact): Contact {
    sandbox.world.contacts.set(contact.id, contact);
    sandbox.publish(contactEvent(contact, 'contact.updated'));
    return contact;
}

function contactEvent(contact: Contact, type: string): QuoEvent {
    const id = stableId('EV', contact.id, contact.updatedAt, type, randomBytes(4).toString('hex'));
    return { id, type, at: contact.updatedAt, subject: { kind: 'contact', contact } };
}
