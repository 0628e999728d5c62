import { Router } from 'express';
import type { Sandbox } from '../../sandbox.ts';
import { changeContact, createContact, newProperty, removeContact } from '../../world/change-contact.ts';
import type { Contact, Property } from '../../world/records.ts';
import { readBody } from '../body.ts';
import { findContact, firstUser } from '../dated/contacts.ts';
import { v1Page } from '../page.ts';
import { readQuery } from '../query.ts';
import { Refusal } from '../refusal.ts';
import { CreateContact, draftsOf, PatchContact, v1ContactShape } from './contact-properties.ts';
import { v1Paging } from './parameters.ts';

const LIST = { ...v1Paging(50, true), externalIds: { list: 'repeat' }, sources: { list: 'repeat' } } as const;

export function v1ContactRoutes(sandbox: Sandbox): Router {
    const { world, now } = sandbox;
    const router = Router();
    router.get('/contacts', (request, response) => {
        const query = readQuery(request, LIST);
        const [ids, sources] = [query.many('externalIds'), query.many('sources')];
        const found = [...world.contacts.values()].filter(
            (one) =>
                (ids === undefined || ids.includes(one.externalId ?? '')) &&
                (sources === undefined || sources.includes(one.source ?? ''))
        );
        const page = v1Page(found, query, now());
        response.json({ ...page, data: page.data.map((one) => v1ContactShape(one, world)) });
    });
    router.post('/contacts', (request, response) => {
        const given = readBody(request, CreateContact);
        refuseConflict(sandbox, given.externalId, given.source);
        const { emails, phoneNumbers, custom } = draftsOf(given, world);
        const { firstName, lastName, company, role } = given.defaultFields;
        const contact = createContact(
            sandbox,
            {
                firstName,
                lastName: lastName ?? null,
                company: company ?? null,
                role: role ?? null,
                externalId: given.externalId ?? null,
                source: given.source ?? 'public-api',
                sourceUrl: given.sourceUrl ?? null,
                actorId: given.createdByUserId ?? firstUser(sandbox)
            },
            [...emails, ...phoneNumbers, ...custom]
        );
        response.status(201).json({ data: v1ContactShape(contact, world) });
    });
    router.get('/contacts/:contactId', (request, response) => {
        readQuery(request, {});
        response.json({ data: v1ContactShape(findContact(sandbox, request), world) });
    });
    router.patch('/contacts/:contactId', (request, response) => {
        const contact = findContact(sandbox, request);
        const change = changeOf(sandbox, contact, readBody(request, PatchContact));
        response.json({ data: v1ContactShape(changeContact(sandbox, contact, change), world) });
    });
    router.delete('/contacts/:contactId', (request, response) => {
        removeContact(sandbox, findContact(sandbox, request));
        response.status(204).end();
    });
    return router;
}

/** Nobody knows for sure what makes v1 answer 409; the same id of the same source twice is what its users met. */
function refuseConflict({ world }: Sandbox, externalId: string | null | undefined, source = 'public-api'): void {
    if (externalId === null || externalId === undefined) return;
    const taken = [...world.contacts.values()].some((one) => one.externalId === externalId && one.source === source);
    if (taken) throw new Refusal(409, 'Conflict', [], '0800409');
}

/** PATCH replaces numbers, emails and custom values: what is left out is deleted. Scalars that are left out stay. */
function changeOf({ world, now }: Sandbox, contact: Contact, given: PatchContact): Partial<Contact> {
    const { emails, phoneNumbers, custom } = draftsOf(given, world);
    const at = new Date(now()).toISOString();
    const made: Property[] = [...emails, ...phoneNumbers, ...custom].map((draft) => newProperty(draft, at));
    const { firstName, lastName, company, role } = given.defaultFields ?? {};
    const { source, sourceUrl, externalId } = given;
    const scalars = { firstName, lastName, company, role, source, sourceUrl, externalId };
    const said = Object.fromEntries(Object.entries(scalars).filter(([, value]) => value !== undefined));
    return { ...(said as Partial<Contact>), properties: made.map((one) => keepId(one, contact)) };
}

/** The same value keeps its id. */
function keepId(property: Property, contact: Contact): Property {
    const before = contact.properties.find((one) => one.type === property.type && one.value === property.value);
    return before ? { ...property, id: before.id, createdAt: before.createdAt } : property;
}
