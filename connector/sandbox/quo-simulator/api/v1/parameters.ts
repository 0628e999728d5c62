import type { Parameter } from '../query.ts';

/** Paging of v1: on most lists `maxResults` must be said. */
export function v1Paging(most: number, required: boolean): Readonly<Record<string, Parameter>> {
    return { maxResults: { type: 'integer', range: [1, most], required }, pageToken: {} };
}

export const CREATED_BETWEEN: Readonly<Record<string, Parameter>> = {
    createdAfter: { type: 'date-time' },
    createdBefore: { type: 'date-time' }
};

export const USER: Parameter = { pattern: /^US(.*)$/ };
export const INBOX: Parameter = { pattern: /^PN(.*)$/ };
