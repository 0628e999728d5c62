import { OrgError } from '../org-error.ts';
import type { Answer } from '../api/exchange.ts';

/**
 * One answer for several names or ids, separated by commas: each result has a status of its own, and one that fails does
 * not take the others along.
 */
export function batch(list: string | undefined, one: (item: string) => Answer): Answer {
    const results = (list ?? '').split(',').map((item) => {
        try {
            return { statusCode: 200, result: one(item).body };
        } catch (error) {
            if (!(error instanceof OrgError)) throw error;
            return { statusCode: error.status, result: [{ errorCode: error.errorCode, message: error.message }] };
        }
    });
    return { status: 200, body: { hasErrors: results.some(({ statusCode }) => statusCode !== 200), results } };
}
