import { Router, type Request } from 'express';
import { z } from 'zod';
import type { Sandbox } from '../../sandbox.ts';
import { changeContact, createContact, removeContact } from '../../world/change-contact.ts';
import type { Contact } from '../../world/records.ts';
import { isTaken } from '../../world/taken.ts';
import { readBody } from '../body.ts';
import { ActorId, ExternalId, Source, SourceUrl } from '../contact-rules.ts';
import { DATED_PAGE, datedPage } from '../page.ts';
import { readQuery, type Parameter } from '../query.ts';
import { badRequest, notFound, Refusal } from '../refusal.ts';

const scalars = {
    lastName: z.string().nullish(),
    company: z.string().nullish(),
    role: z.string().nullish(),
    externalId: ExternalId.nullish(),
    source: Source.nullish(),
    sourceUrl: SourceUrl.nullish()
};
const Create = z.strictObject({ firstName: z.string().min(1), ...scalars, actorId: ActorId.nullish() });
const Patch = z.strictObject({ firstName: z.string().nullish(), ...scalars });

const LIST: Readonly<Record<string, Parameter>> = {
    ...DATED_PAGE,
    externalId: {},
    'externalId[in]': { list: 'comma', max: 50 },
    source: {},
    'source[in]': { list: 'comma', max: 50 }
};

/** The dated contact: scalars only. Numbers, emails and custom values are properties, one request each. */
export function contactRoutes(sandbox: Sandbox): Router {
    const { world, now } = sandbox;
    const router = Router();
    router.get('/contacts', (request, response) => {
        const query = readQuery(request, LIST);
        const found = [...world.contacts.values()].filter(
            (one) => query.admits('externalId', one.externalId) && query.admits('source', one.source)
        );
        const page = datedPage(found, query, now());
        response.json({ ...page, data: page.data.map(contactShape) });
    });
    router.post('/contacts', (request, response) => {
        const given = readBody(request, Create);
        const { externalId = null, source } = given;
        refuseTaken(sandbox, { externalId, source: source ?? 'public-api' });
        const contact = createContact(sandbox, {
            firstName: given.firstName,
            lastName: given.lastName ?? null,
            company: given.company ?? null,
            role: given.role ?? null,
            externalId: given.externalId ?? null,
            source: given.source ?? 'public-api',
            sourceUrl: given.sourceUrl ?? null,
            actorId: given.actorId ?? firstUser(sandbox)
        });
        response.status(201).json({ data: contactShape(contact) });
    });
    router.get('/contacts/:contactId', (request, response) => {
        readQuery(request, {});
        response.json({ data: contactShape(findContact(sandbox, request)) });
    });
    router.patch('/contacts/:contactId', (request, response) => {
        const contact = findContact(sandbox, request);
        const given = readBody(request, Patch);
        if (Object.keys(given).length === 0)
            throw badRequest({ path: '/body', message: 'Expected at least 1 property' });
        const { externalId = contact.externalId, source = contact.source } = given;
        refuseTaken(sandbox, { externalId, source }, contact);
        response.json({ data: contactShape(changeContact(sandbox, contact, defined(given))) });
    });
    router.delete('/contacts/:contactId', (request, response) => {
        removeContact(sandbox, findContact(sandbox, request));
        response.status(204).end();
    });
    return router;
}

/** Documented for making a contact; that changing one into another's id is refused as well is assumed. */
function refuseTaken(sandbox: Sandbox, wanted: Pick<Contact, 'externalId' | 'source'>, before?: Contact): void {
    if (!isTaken(sandbox, wanted, before)) return;
    const why = 'Failed to create contact because a contact with the same source and external ID already exists';
    throw new Refusal(409, why);
}

export function findContact({ world }: Sandbox, request: Request): Contact {
    const contact = world.contacts.get(String(request.params.contactId));
    if (!contact) throw notFound('Contact');
    return contact;
}

/** Whom a contact without `actorId` belongs to. */
export function firstUser({ world }: Sandbox): string {
    return Object.values(world.workspace.users)[0]?.id ?? world.workspace.sona;
}

function contactShape(contact: Contact): Record<string, unknown> {
    const { id, externalId, source, sourceUrl, firstName, lastName, company, role, createdAt, updatedAt } = contact;
    const names = { firstName, lastName, company, role };
    return { id, externalId, source, sourceUrl, ...names, createdAt, updatedAt, actorId: contact.actorId };
}

/** Keys that were given as `undefined` change nothing; `null` clears. */
function defined(given: z.output<typeof Patch>): Partial<Contact> {
    return Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined));
}
