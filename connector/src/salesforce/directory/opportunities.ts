import type { OpenOpportunity } from '../../domain/people/person.ts';
import { compositeQueries, QUERIES_PER_COMPOSITE } from '../rest/composite.ts';
import { readPage, type QueryPage, type Row } from '../rest/query.ts';
import type { Session } from '../rest/session.ts';
import { list } from '../rest/soql.ts';
import { instantOf } from './to-person.ts';
import { text } from './values.ts';

/** Keeps a query far below Salesforce's 100,000 characters, and its answer near one page. */
const IDS_PER_QUERY = 200;

export interface Opportunities {
    readonly open: readonly OpenOpportunity[];
    /** Closed or deleted. */
    readonly gone: readonly string[];
}

/**
 * Completes opportunities with the contacts that have a role on them, the primary one first. A contact role does not
 * touch its opportunity, so both are asked whenever either changed.
 *
 * @param rows opportunities that changed
 * @param alsoIds opportunities whose roles changed
 */
export async function completeOpportunities(
    session: Session,
    columns: readonly string[],
    rows: readonly Row[],
    alsoIds: readonly string[] = []
): Promise<Opportunities> {
    const known = new Set(rows.map(({ Id }) => Id));
    const others = [...new Set(alsoIds)].filter((id) => !known.has(id));
    const asked = await inChunks(
        session,
        others,
        (ids) => `SELECT ${columns.join(',')} FROM Opportunity WHERE Id IN ${list(ids)}`
    );
    const all = [...rows, ...asked];
    const found = new Set(all.map(({ Id }) => Id));
    const isOpen = (row: Row): boolean => row.IsDeleted !== true && row.IsClosed !== true;
    const open = all.filter(isOpen);
    const roles = await inChunks(
        session,
        open.map(({ Id }) => Id),
        (ids) =>
            `SELECT Id, OpportunityId, ContactId, IsPrimary FROM OpportunityContactRole WHERE OpportunityId IN ${list(ids)}`
    );
    const byOpportunity = Map.groupBy(roles, ({ OpportunityId }) => OpportunityId);
    return {
        open: open.map((row) => toOpportunity(row, byOpportunity.get(row.Id) ?? [])),
        gone: [
            ...all.filter((row) => !isOpen(row)).map(({ Id }) => Id),
            // Asked for and not given: deleted, or no longer visible to the integration user.
            ...others.filter((id) => !found.has(id))
        ]
    };
}

function toOpportunity(row: Row, roles: readonly Row[]): OpenOpportunity {
    const primary = roles.find(({ IsPrimary }) => IsPrimary === true);
    const ordered = primary === undefined ? roles : [primary, ...roles.filter((role) => role !== primary)];
    return {
        id: row.Id,
        name: text(row.Name) ?? '',
        accountId: text(row.AccountId),
        contactIds: [...new Set(ordered.flatMap(({ ContactId }) => text(ContactId) ?? []))],
        primaryContactId: text(primary?.ContactId),
        closeDate: text(row.CloseDate),
        lastActivityDate: text(row.LastActivityDate),
        modifiedAt: instantOf(row.LastModifiedDate)
    };
}

/** One API call per thousand ids. */
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
