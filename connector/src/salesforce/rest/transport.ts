import { PassThrough, type Duplex } from 'node:stream';
import type { HttpRequest, HttpResponse } from 'jsforce';
import type { Fetch } from '../oauth/oauth-client.ts';

/**
 * Sends one request of jsforce's, once, through `fetch`.
 *
 * jsforce's own transport is not used: it repeats GETs up to five times without telling (each is an API call), waits
 * without end once the headers are there, and a connection that breaks within a body ends the process with an
 * unhandled `error` event (seen with 3.10.26, undici `terminated`).
 */
export interface OneShot {
    httpRequest(request: HttpRequest): Promise<HttpResponse> & { stream(): Duplex };
}

/**
 * @param onResponse told of the answer, before jsforce reads it
 * @param signal ends the request, its body included
 */
export function oneShot(fetch: Fetch, signal: AbortSignal, onResponse: (response: HttpResponse) => void): OneShot {
    const send = async (request: HttpRequest): Promise<HttpResponse> => {
        const response = await fetch(request.url, {
            method: request.method,
            ...(request.headers === undefined ? {} : { headers: request.headers }),
            ...(typeof request.body === 'string' ? { body: request.body } : {}),
            redirect: 'manual',
            signal
        });
        const headers = Object.fromEntries(response.headers);
        const answer = { statusCode: response.status, headers, body: await response.text() };
        onResponse(answer);
        return answer;
    };
    return { httpRequest: (request) => Object.assign(send(request), { stream: () => new PassThrough() }) };
}
