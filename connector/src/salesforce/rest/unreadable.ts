import type { z } from 'zod';
import { OrgUnavailable } from '../../contracts/salesforce.ts';

/**
 * An answer that is not one of Salesforce's: a page of HTML, nothing at all, JSON that breaks off, or another shape than
 * documented. A proxy, a gateway or a release under way gives such answers; they pass, and say nothing about a record.
 */
export class Unreadable extends OrgUnavailable {
    readonly status: number;

    /** @param seen what was found in place of an answer; never a part of it */
    constructor(status: number, seen: string) {
        super('retry', { code: 'SF-ANSWER', seen: `HTTP ${status}: ${seen}` }, status < 300);
        this.name = 'Unreadable';
        this.status = status;
    }
}

/** Reads an answer that went well. @throws {Unreadable} when it is in another shape */
export function readAnswer<S extends z.ZodType>(shape: S, body: unknown, status = 200): z.infer<S> {
    const parsed = shape.safeParse(body);
    if (parsed.success) return parsed.data;
    const where = parsed.error.issues[0]?.path.join('.') ?? '';
    throw new Unreadable(status, where === '' ? 'unknown shape' : `unknown shape at ${where}`);
}
