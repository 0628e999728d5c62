import { z } from 'zod';

/** A control's body as its schema has it. @throws {Error} saying in words what is wrong with it */
export function parsed<Shape>(schema: z.ZodType<Shape>, body: unknown): Shape {
    const result = schema.safeParse(body);
    if (!result.success) throw new Error(z.prettifyError(result.error));
    return result.data;
}
