import { readPage, type Connection, type Dated, type PagedRows } from 'c/quoTimelinePaging';
import type { SonaNode, TaskNode } from 'c/quoTimelineRows';

/** What the org answers to the query; a list that failed is absent or null. */
export interface UnmatchedResponse {
    readonly uiapi?: {
        readonly query?: {
            readonly tasks?: Connection<TaskNode> | null;
            readonly sona?: Connection<SonaNode> | null;
        } | null;
    } | null;
}

/** A node with its place in the list. */
export interface Item<T> extends Dated {
    readonly node: T;
}

export interface UnmatchedPages {
    readonly tasks?: PagedRows<Item<TaskNode>>;
    readonly sona?: PagedRows<Item<SonaNode>>;
}

function itemOf<T extends TaskNode | SonaNode>(node: T): Item<T> {
    const startedAt = node.startedAt?.value;
    return { id: node.Id, node, ...(startedAt ? { startedAt } : {}) };
}

/** The pages that came. */
export function readPages(data: UnmatchedResponse | undefined): UnmatchedPages {
    const lists = data?.uiapi?.query;
    const tasks = readPage(lists?.tasks, itemOf);
    const sona = readPage(lists?.sona, itemOf);
    return { ...(tasks ? { tasks } : {}), ...(sona ? { sona } : {}) };
}
