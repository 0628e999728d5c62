import type { Request } from 'express';
import type { z } from 'zod';
import { Refusal } from './refusal.ts';

/** @throws {Refusal} 400 with every fault, each under `/body/<key>`; an unknown key is one */
export function readBody<T extends z.ZodType>(request: Request, schema: T, code?: string): z.output<T> {
    const given = (request.body as unknown) ?? {};
    const parsed = schema.safeParse(given);
    if (parsed.success) return parsed.data;
    const faults = parsed.error.issues.map((issue) => ({
        path: `/body/${issue.path.map(String).join('/')}`,
        message: issue.message,
        schema: { type: 'expected' in issue ? String(issue.expected) : issue.code }
    }));
    throw new Refusal(400, 'Invalid request', faults, code);
}
