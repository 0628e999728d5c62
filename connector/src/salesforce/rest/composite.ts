import { z } from 'zod';
import { QUERY_TIMEOUT_MS, QueryPage } from './query.ts';
import { readErrors, Refusal } from './refusal.ts';
import type { Session } from './session.ts';
import { queryPath } from './soql.ts';
import { unavailableFrom } from './unavailable.ts';
import { readAnswer } from './unreadable.ts';

const Answer = z.object({
    compositeResponse: z.array(z.object({ body: z.unknown(), httpStatusCode: z.number(), referenceId: z.string() }))
});

/** A composite request takes 25 requests, of which 5 queries or collections (REST API guide). */
export const QUERIES_PER_COMPOSITE = 5;

/** What one request inside a composite one came back with. */
export interface Part {
    readonly status: number;
    readonly body: unknown;
}

/** A request inside a composite one. */
export interface Subrequest {
    readonly method: 'GET' | 'PATCH';
    /** From the host's root. */
    readonly url: string;
    readonly body?: unknown;
}

/** A write that goes along with reads. */
export interface WriteAlong {
    readonly request: Subrequest;
    /** Told before any refusal of a read is thrown. */
    readonly onAnswer: (part: Part) => void;
}

/**
 * Several reads for one API call; a write may go along.
 *
 * @param paths from the host's root; at most 25, at most 5 of them queries
 * @returns one part per path, in order; a part can be a refusal
 * @throws {OrgUnavailable}
 */
export async function compositeReads(
    session: Pick<Session, 'request' | 'root' | 'reads'>,
    paths: readonly (string | Subrequest)[]
): Promise<readonly Part[]> {
    if (session.reads !== undefined) return session.reads(paths);
    const requests = paths.map((one): Subrequest => (typeof one === 'string' ? { method: 'GET', url: one } : one));
    const compositeRequest = requests.map((one, n) => ({ ...one, referenceId: `read${n}` }));
    const body = { allOrNone: false, compositeRequest };
    const path = `${session.root}/composite`;
    const answer = readAnswer(
        Answer,
        await session.request({ method: 'POST', path, body, timeoutMs: QUERY_TIMEOUT_MS })
    );
    const parts = new Map(answer.compositeResponse.map((part) => [part.referenceId, part]));
    return paths.map((_, n) => {
        const part = parts.get(`read${n}`);
        return { status: part?.httpStatusCode ?? 0, body: part?.body };
    });
}

/**
 * The first pages of up to five queries, for one API call.
 *
 * @throws {OrgUnavailable} @throws {Refusal} of the first query that Salesforce refuses
 */
export async function compositeQueries(
    session: Session,
    queries: readonly { readonly soql: string; readonly resource?: 'query' | 'queryAll' }[],
    along?: WriteAlong
): Promise<readonly QueryPage[]> {
    const reads = queries.map(({ soql, resource }) => queryPath(session.root, soql, resource));
    const parts = await compositeReads(session, along === undefined ? reads : [...reads, along.request]);
    const last = parts[reads.length];
    if (last !== undefined) along?.onAnswer(last);
    return parts.slice(0, reads.length).map((part) => readAnswer(QueryPage, partBody(part)));
}

/** The body of a part that went well. @throws {OrgUnavailable} @throws {Refusal} */
export function partBody({ status, body }: Part): unknown {
    if (status >= 200 && status < 300) return body;
    const refusal = new Refusal(status, readErrors(body, status));
    throw unavailableFrom(status, refusal.first) ?? refusal;
}
