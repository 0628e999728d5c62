import { savingBy, type Headers } from '../api/caller-headers.ts';
import { badRequest, notFound, type OrgError } from '../org-error.ts';
import { isOffered } from '../api/versions.ts';
import type { Exchange, Org } from '../api/exchange.ts';
import { filledList, requireKeys } from '../api/request-shape.ts';

/** Sub-requests of one composite request. */
const SUBREQUESTS = 25;
/** Of which collections and queries together. */
const COSTLY_SUBREQUESTS = 5;
const COSTLY = /\/(composite\/sobjects|query|queryAll)(\/|\?|$)/i;
/** What a composite request can hold: records, queries and collections; no other composite request, no job. */
const COMPOSABLE = /^\/(?:sobjects|query|queryAll|composite\/sobjects)(?:\/|$)/i;
const METHODS = new Set(['DELETE', 'GET', 'HEAD', 'PATCH', 'POST', 'PUT']);
/** The sub-request has these from the request around it, and no other. */
const INHERITED_HEADERS = ['accept', 'authorization', 'content-type'];

export interface Subrequest {
    readonly method: string;
    readonly url: string;
    readonly referenceId: string;
    readonly body?: unknown;
    readonly httpHeaders?: Readonly<Record<string, string>>;
}

/** The sub-requests of a composite request or of a graph. @throws {OrgError} when one is not well-formed */
export function subrequestsOf(value: unknown): Subrequest[] {
    const requests = filledList(value, 'compositeRequest').map(readSubrequest);
    const seen = new Set<string>();
    for (const { referenceId } of requests) {
        if (seen.has(referenceId)) throw badRequest('INVALID_INPUT', `Duplicate referenceId provided: ${referenceId}`);
        seen.add(referenceId);
    }
    return requests;
}

function readSubrequest(json: Record<string, unknown>): Subrequest {
    requireKeys(json, ['method', 'url', 'referenceId', 'body', 'httpHeaders']);
    const { method, url, referenceId, body, httpHeaders } = json;
    if (typeof url !== 'string' || typeof method !== 'string')
        throw badRequest('INVALID_INPUT', 'method and url are required for every subrequest.');
    if (!METHODS.has(method.toUpperCase())) throw badRequest('INVALID_INPUT', `Invalid method: ${method}`);
    if (typeof referenceId !== 'string' || !/^[A-Za-z0-9]\w*$/.test(referenceId)) {
        throw badRequest(
            'INVALID_INPUT',
            `Provided referenceId ('${String(referenceId)}') must start with a letter or a number, and it can contain only letters, numbers and underscores ('_').`
        );
    }
    const headers = (httpHeaders ?? {}) as Record<string, string>;
    const forbidden = Object.keys(headers).find((name) => INHERITED_HEADERS.includes(name.toLowerCase()));
    if (forbidden !== undefined)
        throw badRequest('INVALID_INPUT', `The header ${forbidden} cannot be set for a subrequest.`);
    return { method, url, referenceId, body, httpHeaders: headers };
}

/** At most 25, of which 5 queries or collections. @throws {OrgError} LIMIT_EXCEEDED */
export function limitSubrequests(requests: readonly Subrequest[]): void {
    const tooMany = (most: number, what: string): OrgError =>
        badRequest(
            'LIMIT_EXCEEDED',
            `Composite request limit reached. Cannot have more than ${most} ${what} in one composite request.`
        );
    if (requests.length > SUBREQUESTS) throw tooMany(SUBREQUESTS, 'subrequests');
    const costly = requests.filter(({ url }) => COSTLY.test(url)).length;
    if (costly > COSTLY_SUBREQUESTS) throw tooMany(COSTLY_SUBREQUESTS, 'query or sObject Collections operations');
}

/**
 * The sub-request as if it came by itself.
 *
 * @param headers its own; a batch, whose requests name none, hands on its own
 * @throws {OrgError} when its address is outside the REST API or of a version that is not offered
 */
export function subExchange(
    org: Org,
    exchange: Exchange,
    { method, headers }: { readonly method: string; readonly headers: Headers },
    url: string,
    body: unknown
): Exchange {
    const match = /^\/*services\/data\/v(\d+\.\d)(\/[^?]*)(?:\?(.*))?$/.exec(url);
    if (!match) throw badRequest('INVALID_INPUT', `Invalid URL: ${url}`);
    const [, version = '', path = '', search = ''] = match;
    if (!isOffered(version, org.state.settings.apiVersion)) throw notFound();
    const query = new URLSearchParams(search);
    return {
        ...exchange,
        method: method.toUpperCase(),
        path,
        version,
        base: `/services/data/v${version}`,
        query,
        headers,
        body: { json: body },
        caller: { ...exchange.caller, ...savingBy(headers, path, query) }
    };
}

/** The headers of a sub-request: those that it names, and the few that it has from the request around it. */
export function headersOf(exchange: Exchange, { httpHeaders = {} }: Subrequest): Headers {
    const inherited = INHERITED_HEADERS.map((name) => [name, exchange.headers[name]] as const);
    const own = Object.entries(httpHeaders).map(([name, value]) => [name.toLowerCase(), value] as const);
    return Object.fromEntries([...inherited, ...own]);
}

/** @throws {OrgError} when a composite request cannot hold the resource */
export function requireComposable({ path }: Exchange): void {
    if (!COMPOSABLE.test(path))
        throw badRequest('INVALID_INPUT', `The resource ${path} is not supported in a composite request.`);
}
