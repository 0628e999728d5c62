import { z } from 'zod';
import { compositeReads, partBody } from '../rest/composite.ts';
import type { Session } from '../rest/session.ts';
import { readAnswer } from '../rest/unreadable.ts';

/** A field as describe shows it: only fields that the integration user may see are there. */
const Field = z.object({
    name: z.string(),
    createable: z.boolean().default(false),
    updateable: z.boolean().default(false),
    externalId: z.boolean().default(false),
    unique: z.boolean().default(false),
    filterable: z.boolean().default(true),
    nillable: z.boolean().default(true),
    defaultedOnCreate: z.boolean().default(false),
    type: z.string().default('string')
});
const Describe = z.object({
    name: z.string(),
    createable: z.boolean().default(false),
    updateable: z.boolean().default(false),
    deletable: z.boolean().default(false),
    queryable: z.boolean().default(false),
    fields: z.array(Field),
    /** Lists of ids that stand for child records: `TaskWhoIds`. */
    childRelationships: z.array(z.object({ junctionIdListNames: z.array(z.string()).nullish() })).default([])
});

export interface DescribedObject extends Omit<z.infer<typeof Describe>, 'fields'> {
    readonly fields: ReadonlyMap<string, z.infer<typeof Field>>;
}

/**
 * Describes objects, all for one API call.
 *
 * @returns by name; an object that the org does not have, or does not show, is absent
 * @throws {OrgUnavailable}
 */
export async function describeObjects(
    session: Session,
    objects: readonly string[]
): Promise<ReadonlyMap<string, DescribedObject>> {
    const parts = await compositeReads(
        session,
        objects.map((object) => `${session.root}/sobjects/${object}/describe`)
    );
    const found = new Map<string, DescribedObject>();
    for (const [n, part] of parts.entries()) {
        if (part.status === 404) continue;
        const { fields, ...object } = readAnswer(Describe, partBody(part));
        found.set(objects[n] ?? object.name, {
            ...object,
            fields: new Map(fields.map((field) => [field.name, field]))
        });
    }
    return found;
}
