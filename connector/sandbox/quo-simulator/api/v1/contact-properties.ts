import { z } from 'zod';
import type { PropertyDraft } from '../../world/change-contact.ts';
import type { Contact } from '../../world/records.ts';
import type { World } from '../../world/world.ts';
import { ExternalId, Source, SourceUrl } from '../contact-rules.ts';
import { Refusal } from '../refusal.ts';

const Named = z.strictObject({ name: z.string(), value: z.string().nullish(), id: z.string().optional() });
const NamedNumber = Named.extend({
    value: z
        .string()
        .regex(/^\+[1-9]\d{1,14}$/)
        .nullish()
});
const CustomValue = z.strictObject({
    key: z.string(),
    value: z.union([z.string(), z.number(), z.boolean(), z.array(z.string())]).nullable(),
    id: z.string().optional()
});
const lists = { emails: z.array(Named).optional(), phoneNumbers: z.array(NamedNumber).optional() };
const scalars = {
    lastName: z.string().nullish(),
    company: z.string().nullish(),
    role: z.string().nullish()
};
const others = {
    customFields: z.array(CustomValue).optional(),
    source: Source.optional(),
    sourceUrl: SourceUrl.optional(),
    externalId: ExternalId.nullish()
};

export const CreateContact = z.strictObject({
    defaultFields: z.strictObject({ firstName: z.string().min(1), ...scalars, ...lists }),
    createdByUserId: z.string().regex(/^US/).optional(),
    ...others
});
export const PatchContact = z.strictObject({
    defaultFields: z.strictObject({ firstName: z.string().min(1).nullish(), ...scalars, ...lists }).optional(),
    ...others
});
export type PatchContact = z.output<typeof PatchContact>;

/** The lists of a request as properties; a list that isn't there is `undefined`. @throws {Refusal} 400 for an unknown custom field */
export function draftsOf(
    given: PatchContact,
    world: World
): Record<'emails' | 'phoneNumbers' | 'custom', PropertyDraft[]> {
    const { emails = [], phoneNumbers = [] } = given.defaultFields ?? {};
    return {
        emails: emails.map(({ name, value }) => ({ type: 'email', name, value: value ?? null })),
        phoneNumbers: phoneNumbers.map(({ name, value }) => ({ type: 'phone-number', name, value: value ?? null })),
        custom: (given.customFields ?? []).map(({ key, value }) => ({ type: typeOf(key, world), name: key, value }))
    };
}

function typeOf(key: string, world: World): string {
    const field = world.workspace.customFields.find((one) => one.key === key);
    if (!field)
        throw new Refusal(400, `Invalid Custom Field Item`, [{ path: '/body/customFields', message: key }], '0801400');
    return field.type;
}

/** The v1 contact, with its numbers, emails and custom values inside. */
export function v1ContactShape(contact: Contact, world: World): Record<string, unknown> {
    const list = (type: string): Record<string, unknown>[] =>
        contact.properties
            .filter((one) => one.type === type)
            .map(({ id, name, value }) => ({ id, name: name ?? type, value }));
    return {
        id: contact.id,
        externalId: contact.externalId,
        source: contact.source,
        sourceUrl: contact.sourceUrl,
        defaultFields: {
            company: contact.company,
            emails: list('email'),
            firstName: contact.firstName,
            lastName: contact.lastName,
            phoneNumbers: list('phone-number'),
            role: contact.role
        },
        customFields: world.workspace.customFields.flatMap((field) => {
            const own = contact.properties.find((one) => one.name === field.key);
            return own ? [{ id: own.id, key: field.key, name: field.name, type: field.type, value: own.value }] : [];
        }),
        createdAt: contact.createdAt,
        updatedAt: contact.updatedAt,
        createdByUserId: contact.actorId
    };
}
