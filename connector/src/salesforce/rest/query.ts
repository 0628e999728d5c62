import { z } from 'zod';
import type { Session } from './session.ts';
import { queryPath } from './soql.ts';
import { readAnswer } from './unreadable.ts';

/** A row as Salesforce gives it; every object that we ask has an id. */
const Row = z.looseObject({ Id: z.string() });
export type Row = z.infer<typeof Row>;

/** One page of a query. */
export const QueryPage = z.object({
    records: z.array(Row),
    done: z.boolean(),
    nextRecordsUrl: z.string().optional()
});
export type QueryPage = z.infer<typeof QueryPage>;

/** Queries over whole tables take longer than other requests. */
export const QUERY_TIMEOUT_MS = 60_000;
/** No list that we read whole is longer: 50 pages of 2,000 rows. */
const MOST_PAGES = 50;

/**
 * Runs a query and reads all its pages.
 *
 * @throws {OrgUnavailable} the org cannot be used now
 * @throws {Refusal} the query is refused
 */
export async function queryAll(
    session: Session,
    soql: string,
    resource: 'query' | 'queryAll' = 'query'
): Promise<readonly Row[]> {
    const rows: Row[] = [];
    let path: string | undefined = queryPath(session.root, soql, resource);
    for (let n = 0; path !== undefined && n < MOST_PAGES; n += 1) {
        const page: QueryPage = await readPage(session, path);
        rows.push(...page.records);
        path = page.nextRecordsUrl;
    }
    return rows;
}

/** @param path `nextRecordsUrl`, or a query's path */
export async function readPage(session: Pick<Session, 'request'>, path: string): Promise<QueryPage> {
    return readAnswer(QueryPage, await session.request({ method: 'GET', path, timeoutMs: QUERY_TIMEOUT_MS }));
}
