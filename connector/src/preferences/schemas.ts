import { z } from 'zod';
import { PERSON_OBJECTS } from '../domain/objects/catalogue.ts';
import { FIELD_NAME, INBOX_ID, ORG_USER_ID, OWNER, QUO_USER_ID, TIME_ZONE } from '../domain/preferences/formats.ts';
import type { Catalogue, Entry, EntryOf, Format, Kind } from '../domain/preferences/kinds.ts';
import { ACTIVITY_KINDS, isFilledByUs, type DefaultedObject } from '../domain/records/field-defaults.ts';

const formatted = ({ matches, rule }: Format): z.ZodType<string, string> => z.string().refine(matches, rule);
const person = z.enum(PERSON_OBJECTS);
const field = formatted(FIELD_NAME);
const answer = z.strictObject({ job: z.string(), question: z.string(), field, length: z.int().min(1).optional() });
const contactFilter = z.strictObject({
    objects: z.array(person).min(1).optional(),
    owners: z.array(formatted(ORG_USER_ID)).min(1).optional(),
    /** Names of ours, or API names of the org: whether it has them is seen when it is described. */
    fields: z.record(field, z.array(z.string().min(1)).min(1)).optional()
});

const defaultOf = (object: DefaultedObject) =>
    z.strictObject({
        field: field.refine((name) => !isFilledByUs(object, name), 'must not be a field that is filled in otherwise'),
        value: z.union([z.string().min(1), z.number(), z.boolean()]),
        relative: z.enum(['date', 'datetime']).optional()
    });
const taskDefault = defaultOf('Task').extend({ on: z.enum(ACTIVITY_KINDS).optional() });

/** How each kind of value is checked. */
const SCHEMAS: { readonly [K in Kind]: (entry: EntryOf<K>) => z.ZodType } = {
    switch: () => z.boolean(),
    choice: ({ options }) => z.enum(options),
    text: ({ format, longest }) =>
        format === undefined
            ? z
                  .string()
                  .min(1)
                  .max(longest ?? Infinity)
            : formatted(format),
    number: ({ min, max }) =>
        z
            .int()
            .min(min)
            .max(max ?? Number.MAX_SAFE_INTEGER),
    list: ({ format }) => z.array(formatted(format)),
    owner: () => formatted(OWNER),
    'inbox-owners': () => z.record(formatted(INBOX_ID), formatted(OWNER)),
    'inbox-zones': () => z.record(formatted(INBOX_ID), formatted(TIME_ZONE)),
    'user-pairs': () => z.record(formatted(QUO_USER_ID), formatted(ORG_USER_ID)),
    inboxes: () => z.union([z.literal('all'), z.array(formatted(INBOX_ID))]),
    'phone-fields': () => z.partialRecord(person, z.array(field)),
    'sona-fields': () => z.array(answer),
    'contact-filter': () => contactFilter,
    'field-defaults': ({ object }) => z.array(object === 'Task' ? taskDefault : defaultOf(object))
};

export function schemaOfEntry(entry: Entry): z.ZodType {
    // The entry chooses the function that takes it, which the compiler cannot follow.
    return (SCHEMAS[entry.kind] as (entry: Entry) => z.ZodType)(entry);
}

/** Every key is optional; a key that is not declared is a mistake of the writer, so it is refused. */
export function schemaOf(catalogue: Catalogue): z.ZodType<Readonly<Record<string, unknown>>> {
    return z.strictObject(
        Object.fromEntries(Object.entries(catalogue).map(([key, entry]) => [key, schemaOfEntry(entry).optional()]))
    );
}
