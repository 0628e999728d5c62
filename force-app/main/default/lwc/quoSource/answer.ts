import type { Page } from 'c/quoPages';
import type { Branches } from 'c/quoQueries';
import { rowOfSona, rowOfTask, type Row, type SonaNode, type TaskNode } from 'c/quoRows';

export type Branch = keyof Branches;

interface Connection<T> {
    readonly edges?: readonly { readonly node: T }[];
    readonly pageInfo?: { readonly endCursor?: string | null; readonly hasNextPage?: boolean };
}
/** What the org answers to the timeline's query; a branch that failed is absent or null. */
export interface Answer {
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
export function pagesOf(data: Answer | undefined): Pages {
    const answer = data?.uiapi?.query;
    const tasks = pageOf(answer?.tasks, rowOfTask);
    const sona = pageOf(answer?.sona, rowOfSona);
    return { ...(tasks ? { tasks } : {}), ...(sona ? { sona } : {}) };
}
