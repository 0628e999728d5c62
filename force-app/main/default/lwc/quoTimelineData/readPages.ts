import type { Page } from 'c/quoTimelinePaging';
import type { Branches } from 'c/quoQueries';
import { rowFromSonaCall, rowFromTask, type Row, type SonaNode, type TaskNode } from 'c/quoTimelineRows';

export type Branch = keyof Branches;

interface Connection<T> {
    readonly edges?: readonly { readonly node: T }[];
    readonly pageInfo?: { readonly endCursor?: string | null; readonly hasNextPage?: boolean };
}
/** What the org answers to the timeline's query; a branch that failed is absent or null. */
export interface TimelineResponse {
    readonly uiapi?: {
        readonly query?: {
            readonly tasks?: Connection<TaskNode> | null;
            readonly sona?: Connection<SonaNode> | null;
        } | null;
    } | null;
}

export type Pages = Partial<Record<Branch, Page>>;

function pageOf<T>(connection: Connection<T> | null | undefined, row: (node: T) => Row): Page | undefined {
    if (!connection?.edges) return undefined;
    return {
        rows: connection.edges.map(({ node }) => row(node)),
        hasMore: connection.pageInfo?.hasNextPage === true,
        ...(connection.pageInfo?.endCursor ? { endCursor: connection.pageInfo.endCursor } : {})
    };
}

/** The pages that came, read into rows. */
export function readPages(data: TimelineResponse | undefined): Pages {
    const answer = data?.uiapi?.query;
    const tasks = pageOf(answer?.tasks, rowFromTask);
    const sona = pageOf(answer?.sona, rowFromSonaCall);
    return { ...(tasks ? { tasks } : {}), ...(sona ? { sona } : {}) };
}
