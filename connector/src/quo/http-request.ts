import { CodedError } from '../errors/errors.ts';
import type { Endpoint, Request } from './client.ts';
import { QuoError, toldError } from './quo-error.ts';

export type HttpResult =
    | { readonly kind: 'answer'; readonly json: unknown }
    /** `status` is absent when no answer came: the request may have been carried out all the same. */
    | {
          readonly kind: 'failure';
          readonly status?: number;
          readonly error: CodedError;
          readonly retryAfterMs?: number;
          /** What answered was not Quo: a page of HTML, nothing, JSON that breaks off. It passes. */
          readonly isUnreadable?: boolean;
      };

export interface HttpRequestSettings {
    readonly baseUrl: string;
    readonly key: string;
    readonly fetch?: typeof fetch;
    readonly timeoutMs: number;
}

/** Required on every request of the dated surface; without it Quo answers 400, whatever the key. */
const VERSION = { 'quo-api-version': '2026-03-30' };

/** What says something of the request only where Quo says why; a proxy or gateway answers so as well, in HTML. */
const UNTOLD: ReadonlySet<number> = new Set([400, 413, 414, 431]);

function isUntold(status: number, text: string): boolean {
    return UNTOLD.has(status) || (status === 404 && text !== '');
}

/** One HTTP request. Never throws, except when the caller's own signal aborts. */
export async function sendOnce(
    endpoint: Endpoint,
    request: Request,
    settings: HttpRequestSettings
): Promise<HttpResult> {
    const [method, template] = endpoint.split(' ') as [string, string];
    const headers = {
        // The raw key: `Bearer` is refused.
        authorization: settings.key,
        accept: 'application/json',
        'user-agent': 'quo-for-salesforce',
        ...(template.startsWith('/v1/') ? {} : VERSION),
        ...(request.body === undefined ? {} : { 'content-type': 'application/json' })
    };
    const timeout = timeLimit(settings.timeoutMs, request.signal);
    try {
        const response = await (settings.fetch ?? fetch)(addressOf(settings.baseUrl, template, request), {
            method,
            headers,
            ...(request.body === undefined ? {} : { body: JSON.stringify(request.body) }),
            // A redirect would carry the key to wherever it leads.
            redirect: 'error',
            signal: timeout.signal
        });
        return await attemptOf(endpoint, response);
    } catch (error) {
        request.signal?.throwIfAborted();
        const seen = `${endpoint}: ${timeout.isOver() ? `no answer in ${settings.timeoutMs} ms` : reasonOf(error)}`;
        return { kind: 'failure', error: new CodedError('QUO-UNREACHABLE', seen, { cause: error }) };
    } finally {
        timeout.end();
    }
}

/** A signal of its own, unlike `AbortSignal.any`: that one stays with the caller's signal, which may live for a million requests. */
function timeLimit(ms: number, outer?: AbortSignal) {
    const controller = new AbortController();
    const abort = (): void => controller.abort(outer?.reason);
    let isOver = false;
    const timer = setTimeout(() => {
        isOver = true;
        controller.abort();
    }, ms);
    if (outer?.aborted === true) abort();
    outer?.addEventListener('abort', abort, { once: true });
    return {
        signal: controller.signal,
        isOver: () => isOver,
        end: () => {
            clearTimeout(timer);
            outer?.removeEventListener('abort', abort);
        }
    };
}

async function attemptOf(endpoint: Endpoint, response: Response): Promise<HttpResult> {
    const text = await response.text();
    const json = parsed(text);
    if (response.ok && text === '' && !endpoint.startsWith('GET ')) return { kind: 'answer', json: undefined };
    if (response.ok && json !== undefined) return { kind: 'answer', json };
    if (response.ok || (json === undefined && isUntold(response.status, text))) {
        const seen = `${endpoint}: ${response.status} without JSON`;
        const error = new CodedError('QUO-ANSWER', seen);
        return { kind: 'failure', status: response.status, error, isUnreadable: true };
    }
    const retryAfter = Number(response.headers.get('retry-after') ?? Number.NaN) * 1_000;
    return {
        kind: 'failure',
        status: response.status,
        error: new QuoError(endpoint, response.status, toldError(json)),
        ...(Number.isFinite(retryAfter) && retryAfter >= 0 ? { retryAfterMs: retryAfter } : {})
    };
}

function parsed(text: string): unknown {
    try {
        return JSON.parse(text) as unknown;
    } catch {
        return undefined;
    }
}

function addressOf(baseUrl: string, template: string, { params = {}, query = {} }: Request): string {
    const path = template.replaceAll(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(params[name] ?? ''));
    const search = new URLSearchParams();
    for (const [name, value] of Object.entries(query)) {
        if (value === undefined) continue;
        for (const one of typeof value === 'object' ? value : [String(value)]) search.append(name, one);
    }
    return `${baseUrl.replace(/\/+$/, '')}${path}${search.size > 0 ? `?${search.toString()}` : ''}`;
}

/** `fetch failed` says nothing; its cause does: `ECONNREFUSED`. */
function reasonOf(error: unknown): string {
    const cause: unknown = error instanceof Error ? (error.cause ?? error) : error;
    const code: unknown = cause instanceof Error ? Reflect.get(cause, 'code') : undefined;
    return typeof code === 'string' ? code : cause instanceof Error ? cause.message : String(cause);
}
