import { readPage, type Connection, type PagedRows } from 'c/quoTimelinePaging';
import type { Branches } from 'c/quoQueries';
import { rowFromSonaCall, rowFromTask, type SonaNode, type TaskNode } from 'c/quoTimelineRows';

export type Branch = keyof Branches;

/** What the org answers to the timeline's query; a branch that failed is absent or null. */
export interface TimelineResponse {
    readonly uiapi?: {
        readonly query?: {
            readonly tasks?: Connection<TaskNode> | null;
            readonly sona?: Connection<SonaNode> | null;
        } | null;
    } | null;
}

export type Pages = Partial<Record<Branch, PagedRows>>;

/** The pages that came, read into rows. */
export function readPages(data: TimelineResponse | undefined): Pages {
    const branches = data?.uiapi?.query;
    const tasks = readPage(branches?.tasks, rowFromTask);
    const sona = readPage(branches?.sona, rowFromSonaCall);
    return { ...(tasks ? { tasks } : {}), ...(sona ? { sona } : {}) };
}
