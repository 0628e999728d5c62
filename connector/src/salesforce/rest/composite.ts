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

/**
 * Several reads for one API call.
 *
 * @param paths from the host's root; at most 25, at most 5 of them queries
 * @returns one part per path, in order; a part can be a refusal
 * @throws {OrgUnavailable}
 */
export async function compositeReads(
    session: Pick<Session, 'request' | 'root' | 'reads'>,
    paths: readonly string[]
): Promise<readonly Part[]> {
    if (session.reads !== undefined) return session.reads(paths);
    const compositeRequest = paths.map((url, n) => ({ method: 'GET', url, referenceId: `read${n}` }));
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
    queries: readonly { readonly soql: string; readonly resource?: 'query' | 'queryAll' }[]
): Promise<readonly QueryPage[]> {
    const paths = queries.map(({ soql, resource }) => queryPath(session.root, soql, resource));
    return (await compositeReads(session, paths)).map((part) => readAnswer(QueryPage, partBody(part)));
}

/** The body of a part that went well. @throws {OrgUnavailable} @throws {Refusal} */
export function partBody({ status, body }: Part): unknown {
    if (status >= 200 && status < 300) return body;
    const refusal = new Refusal(status, readErrors(body, status));
    throw unavailableFrom(status, refusal.first) ?? refusal;
}
