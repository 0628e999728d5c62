import { Router } from 'express';
import type { Sandbox } from '../../sandbox.ts';
import { changeContact, createContact, newProperty, removeContact } from '../../world/change-contact.ts';
import type { Contact, Property } from '../../world/records.ts';
import { isTaken } from '../../world/taken.ts';
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
        const passes = (values: readonly string[] | undefined, own: string | null): boolean =>
            values === undefined || values.includes(own ?? '');
        const found = [...world.contacts.values()].filter(
            (one) => passes(ids, one.externalId) && passes(sources, one.source)
        );
        const page = v1Page(found, query, now());
        response.json({ ...page, data: page.data.map((one) => v1ContactShape(one, world)) });
    });
    router.post('/contacts', (request, response) => {
        const given = readBody(request, CreateContact);
        refuseConflict(sandbox, given);
        const { emails, phoneNumbers, custom } = draftsOf(given, world);
        const { firstName, lastName, company, role } = given.defaultFields;
        const contact = createContact(
            sandbox,
            {
                firstName,
                lastName: lastName ?? null,
                company: company ?? null,
                role: role ?? null,
                ...originOf(given),
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
        const given = readBody(request, PatchContact);
        refuseConflict(sandbox, given, contact);
        const changed = changeContact(sandbox, contact, changeOf(sandbox, contact, given));
        response.json({ data: v1ContactShape(changed, world) });
    });
    router.delete('/contacts/:contactId', (request, response) => {
        removeContact(sandbox, findContact(sandbox, request));
        response.status(204).end();
    });
    return router;
}

function originOf({
    externalId,
    source,
    sourceUrl
}: PatchContact): Pick<Contact, 'externalId' | 'source' | 'sourceUrl'> {
    return { externalId: externalId ?? null, source: source ?? 'public-api', sourceUrl: sourceUrl ?? null };
}

/** Opaque, unlike the dated surface, whose documented reason is taken for this one's as well. */
function refuseConflict(sandbox: Sandbox, given: PatchContact, before?: Contact): void {
    const { externalId = before?.externalId ?? null, source = before?.source ?? 'public-api' } = given;
    if (isTaken(sandbox, { externalId, source }, before)) throw new Refusal(409, 'Conflict', [], '0800409');
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
