import type { Caller, OrgState } from '../org-state.ts';
import { badRequest } from '../org-error.ts';
import type { Job } from '../bulk/jobs.ts';
import type { Cursors } from './cursors.ts';
import type { Usage } from './usage.ts';

/** What the REST resources work with. */
export interface Org {
    readonly state: OrgState;
    readonly usage: Usage;
    readonly cursors: Cursors;
    /** Bulk jobs by id. */
    readonly jobs: Map<string, Job>;
}

/** One request to the REST API, or one sub-request of a composite one. */
export interface Exchange {
    readonly method: string;
    /** Below the version: `/sobjects/Task/00T…`. */
    readonly path: string;
    /** `68.0`. */
    readonly version: string;
    /** `/services/data/v68.0`. */
    readonly base: string;
    readonly query: URLSearchParams;
    readonly headers: Readonly<Record<string, string | undefined>>;
    /** The body as text, or its JSON when a composite request brought it. */
    readonly body: string | { readonly json: unknown };
    /** The body as it came: an archive is no text. */
    readonly bytes: Buffer;
    readonly caller: Caller;
    readonly accessToken: string;
    readonly origin: string;
}

/** What is answered. */
export interface Answer {
    readonly status: number;
    /** JSON; `undefined` for an empty body. */
    readonly body?: unknown;
    /** A body that is not JSON. */
    readonly text?: { readonly type: string; readonly content: string };
    readonly headers?: Readonly<Record<string, string>>;
}

export type Handle = (org: Org, exchange: Exchange, params: Readonly<Record<string, string>>) => Answer;

/** The body's JSON. @throws {OrgError} JSON_PARSER_ERROR */
function jsonOf(exchange: Exchange): unknown {
    if (typeof exchange.body !== 'string') return exchange.body.json;
    try {
        return JSON.parse(exchange.body) as unknown;
    } catch {
        const found = exchange.body.trim() === '' ? 'end-of-input' : `character in the request body`;
        throw badRequest('JSON_PARSER_ERROR', `Unexpected ${found} at [line:1, column:1]`);
    }
}

/** The body's JSON, which must be an object. @throws {OrgError} JSON_PARSER_ERROR */
export function objectOf(exchange: Exchange): Record<string, unknown> {
    const json = jsonOf(exchange);
    if (json === null || typeof json !== 'object' || Array.isArray(json)) {
        throw badRequest('JSON_PARSER_ERROR', 'The HTTP entity body is required, but this request has no entity body.');
    }
    return json as Record<string, unknown>;
}
