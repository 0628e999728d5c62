import { z } from 'zod';
import type { FieldShape } from '../domain/records/field-shape.ts';

/** A field as describe tells it, as far as it decides what fits. */
export const describedField = z.object({
    name: z.string(),
    label: z.string().default(''),
    type: z.string().default('string'),
    length: z.number().default(0),
    precision: z.number().optional(),
    scale: z.number().optional(),
    digits: z.number().optional(),
    htmlFormatted: z.boolean().default(false),
    restrictedPicklist: z.boolean().default(false),
    picklistValues: z
        .array(z.object({ value: z.string(), label: z.string().nullish(), active: z.boolean().default(true) }))
        .default([]),
    referenceTo: z.array(z.string()).default([]),
    createable: z.boolean().default(false),
    updateable: z.boolean().default(false),
    filterable: z.boolean().default(false),
    nillable: z.boolean().default(true),
    defaultedOnCreate: z.boolean().default(false)
});

export type DescribedField = z.infer<typeof describedField>;

/** What the field can hold. */
export function shapeOf({ type, length, precision, scale, digits, ...field }: DescribedField): FieldShape {
    return {
        type,
        length,
        precision,
        scale,
        digits,
        ...(field.referenceTo.length > 0 && { referenceTo: field.referenceTo }),
        isHtml: field.htmlFormatted,
        isRestricted: field.restrictedPicklist,
        values: field.picklistValues.flatMap(({ value, label, active }) =>
            active ? [{ value, label: label ?? value }] : []
        ),
        isWritable: field.createable && field.updateable
    };
}
