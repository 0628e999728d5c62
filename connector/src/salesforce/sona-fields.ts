import { z } from 'zod';
import type { FieldShapes } from '../domain/records/field-shape.ts';
import type { NameInOrg } from './namespace.ts';
import { isOurs } from './namespace.ts';
import type { Session } from './rest/session.ts';

const Described = z.object({
    fields: z.array(
        z.object({
            name: z.string(),
            type: z.string(),
            length: z.number().default(0),
            precision: z.number().optional(),
            scale: z.number().optional(),
            digits: z.number().optional(),
            htmlFormatted: z.boolean().default(false),
            restrictedPicklist: z.boolean().default(false),
            picklistValues: z
                .array(z.object({ value: z.string(), label: z.string().nullish(), active: z.boolean().default(true) }))
                .default([]),
            createable: z.boolean().default(false),
            updateable: z.boolean().default(false)
        })
    )
});

/**
 * What the fields of the Sona record can hold, by describe: one API call.
 *
 * @throws {OrgUnavailable} @throws {Refusal}
 */
export async function readSonaFields(session: Session, name: NameInOrg): Promise<FieldShapes> {
    const path = `/sobjects/${name('Sona_Call__c')}/describe`;
    const { fields } = Described.parse(await session.request({ method: 'GET', path: `${session.root}${path}` }));
    return Object.fromEntries(
        fields.map(({ name: called, type, length, precision, scale, digits, ...field }) => [
            ourName(called, name).toLowerCase(),
            {
                type,
                length,
                precision,
                scale,
                digits,
                isHtml: field.htmlFormatted,
                isRestricted: field.restrictedPicklist,
                values: field.picklistValues.flatMap(({ value, label, active }) =>
                    active ? [{ value, label: label ?? value }] : []
                ),
                isWritable: field.createable && field.updateable
            }
        ])
    );
}

/** Preferences name the package's own fields without its prefix. */
function ourName(called: string, name: NameInOrg): string {
    const bare = called.replace(/^[A-Za-z]\w*?__(?=\w+__c$)/, '');
    return isOurs(bare) && name(bare) === called ? bare : called;
}
