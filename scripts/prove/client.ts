import type { Call } from './point.ts';

const TIMEOUT_MS = 60_000;

/**
 * Speaks to an org as one user, without the connector's code: a proof that shared it would share its mistakes.
 *
 * @param root address of the API's version: `https://acme.my.salesforce.com/services/data/v66.0`
 */
export function createCall(root: string, token: string, fetchIt: typeof fetch = fetch): Call {
    return async (method, path, body, headers = {}) => {
        const response = await fetchIt(root + path, {
            method,
            headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json', ...headers },
            ...(body !== undefined && { body: JSON.stringify(body) }),
            signal: AbortSignal.timeout(TIMEOUT_MS)
        });
        const text = await response.text();
        return { status: response.status, body: parsed(text), headers: response.headers };
    };
}

function parsed(text: string): unknown {
    try {
        return text === '' ? undefined : JSON.parse(text);
    } catch {
        return undefined;
    }
}
