import { Router, type Request } from 'express';
import { z } from 'zod';
import type { Sandbox } from '../../sandbox.ts';
import { changeContact, newProperty } from '../../world/change-contact.ts';
import type { Contact, Property } from '../../world/records.ts';
import { readBody } from '../body.ts';
import { DATED_PAGE, datedPage } from '../page.ts';
import { readQuery } from '../query.ts';
import { badRequest, notFound } from '../refusal.ts';
import { findContact } from './contacts.ts';

const Value = z.union([
    z.string(),
    z.boolean(),
    z.number(),
    z.array(z.string()),
    z.array(z.array(z.string())),
    z.record(z.string(), z.unknown())
]);
const Create = z.strictObject({ type: z.string().min(1), name: z.string().nullish(), value: Value });
const Patch = z.strictObject({ name: z.string().nullish(), value: Value.optional() });

/** Phone numbers, emails and custom values of a contact, one request each. */
export function propertyRoutes(sandbox: Sandbox): Router {
    const router = Router();
    const path = '/contacts/:contactId/properties';
    router.get(path, (request, response) => {
        const query = readQuery(request, { ...DATED_PAGE, type: {} });
        const type = query.one('type');
        const found = findContact(sandbox, request).properties.filter((one) => type === undefined || one.type === type);
        response.json(datedPage(found, query, sandbox.now()));
    });
    // 200, not 201, as documented.
    router.post(path, (request, response) => {
        const contact = findContact(sandbox, request);
        const { type, name, value } = readBody(request, Create);
        checkNumber(type, value);
        const property = newProperty({ type, name: name ?? null, value }, new Date(sandbox.now()).toISOString());
        changeContact(sandbox, contact, { properties: [...contact.properties, property] });
        response.json({ data: property });
    });
    router.get(`${path}/:propertyId`, (request, response) => {
        response.json({ data: findProperty(findContact(sandbox, request), request) });
    });
    router.patch(`${path}/:propertyId`, (request, response) => {
        const contact = findContact(sandbox, request);
        const before = findProperty(contact, request);
        const given = readBody(request, Patch);
        if (given.value !== undefined) checkNumber(before.type, given.value);
        const after: Property = {
            ...before,
            name: given.name === undefined ? before.name : given.name,
            value: given.value ?? before.value,
            updatedAt: new Date(sandbox.now()).toISOString()
        };
        const properties = contact.properties.map((one) => (one === before ? after : one));
        changeContact(sandbox, contact, { properties });
        response.json({ data: after });
    });
    router.delete(`${path}/:propertyId`, (request, response) => {
        const contact = findContact(sandbox, request);
        const gone = findProperty(contact, request);
        changeContact(sandbox, contact, { properties: contact.properties.filter((one) => one !== gone) });
        response.status(204).end();
    });
    return router;
}

/** @throws {Refusal} 400: a phone number of a contact is E.164 */
function checkNumber(type: string, value: unknown, path = '/body/value'): void {
    if (type !== 'phone-number' || (typeof value === 'string' && /^\+[1-9]\d{1,14}$/.test(value))) return;
    throw badRequest({ path, message: 'Expected a phone number in E.164', value, schema: { type: 'string' } });
}

function findProperty(contact: Contact, request: Request): Property {
    const property = contact.properties.find((one) => one.id === request.params.propertyId);
    if (!property) throw notFound('Property');
    return property;
}
