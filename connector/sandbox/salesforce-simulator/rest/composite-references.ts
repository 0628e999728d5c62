import { badRequest, type OrgError } from '../org-error.ts';
import type { Answer } from '../api/exchange.ts';

const REFERENCE = /@\{([^}]+)\}/g;
const WHOLE = /^@\{([^}]+)\}$/;

/**
 * Replaces every `@{reference.path}` in a sub-request's address or body by what earlier sub-requests answered.
 * Reference ids are case-sensitive; paths go into lists too (`@{query.records[0].Id}`, `@{made[1].id}`).
 *
 * @throws {OrgError} PROCESSING_HALTED when a reference leads nowhere
 */
export function resolveReferences(value: unknown, answers: ReadonlyMap<string, Answer>): unknown {
    if (typeof value === 'string') return resolveText(value, answers);
    if (Array.isArray(value)) return value.map((item) => resolveReferences(item, answers));
    if (value === null || typeof value !== 'object') return value;
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, resolveReferences(item, answers)]));
}

function resolveText(text: string, answers: ReadonlyMap<string, Answer>): unknown {
    if (!text.includes('@{')) return text;
    const whole = WHOLE.exec(text)?.[1];
    if (whole !== undefined) return lookUp(whole, answers);
    return text.replace(REFERENCE, (_, path: string) => String(lookUp(path, answers)));
}

function lookUp(path: string, answers: ReadonlyMap<string, Answer>): unknown {
    const [head = '', ...rest] = path.replaceAll(/\[(\d+)\]/g, '.$1').split('.');
    const answer = answers.get(head);
    if (!answer) {
        throw halted(`Invalid reference specified. No value for ${path} found in ${head}.`);
    }
    let value: unknown = answer.body;
    for (const key of rest) value = (value as Record<string, unknown> | null | undefined)?.[key];
    if (value === undefined || value === null || typeof value === 'object') {
        throw halted(
            `Invalid reference specified. No value for ${path} found in ${head}. Provided reference: ${rest.join('.')}`
        );
    }
    return value;
}

function halted(message: string): OrgError {
    return badRequest('PROCESSING_HALTED', message);
}
