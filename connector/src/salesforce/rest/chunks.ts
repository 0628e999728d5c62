import { compositeQueries, QUERIES_PER_COMPOSITE } from './composite.ts';
import { readPage, type QueryPage, type Row } from './query.ts';
import type { Session } from './session.ts';

/** Keeps a query far below Salesforce's 100,000 characters, and its answer near one page. */
const IDS_PER_QUERY = 200;

/** Every row of these ids. One API call per thousand ids. */
export async function inChunks(
    session: Session,
    ids: readonly string[],
    soqlOf: (ids: readonly string[]) => string,
    resource: 'query' | 'queryAll' = 'query'
): Promise<readonly Row[]> {
    const rows: Row[] = [];
    const queries = chunks(ids, IDS_PER_QUERY).map((some) => ({ soql: soqlOf(some), resource }));
    for (const group of chunks(queries, QUERIES_PER_COMPOSITE))
        for (const first of await compositeQueries(session, group))
            for (let page: QueryPage | undefined = first; page !== undefined; page = await nextPage(session, page))
                rows.push(...page.records);
    return rows;
}

/** @returns `undefined` after the last page */
export async function nextPage(session: Session, page: QueryPage): Promise<QueryPage | undefined> {
    return page.nextRecordsUrl === undefined ? undefined : readPage(session, page.nextRecordsUrl);
}

export function chunks<T>(all: readonly T[], size: number): readonly (readonly T[])[] {
    return Array.from({ length: Math.ceil(all.length / size) }, (_, n) => all.slice(n * size, (n + 1) * size));
}
