import { timelineQuery } from 'c/quoQueries';
import type { ReadAccess } from 'c/quoReadAccess';
import { OBJECTS, SONA, TASK } from 'c/quoSchema';
import {
    mergeSonaCalls,
    rowFromSonaCall,
    rowFromTask,
    type Row,
    type SonaNode,
    type TaskNode
} from 'c/quoTimelineRows';

interface Edges<Node> {
    readonly edges?: readonly ({ readonly node?: Node | null } | null)[] | null;
}

/** What the org answers to `activityQuery`. */
export interface ActivityResponse {
    readonly uiapi?: {
        readonly query?: { readonly tasks?: Edges<TaskNode> | null; readonly sona?: Edges<SonaNode> | null } | null;
    } | null;
}

/** A Task that Quo wrote, with what Sona noted of the same call; the timeline's own query, of one activity. */
export function activityQuery(taskId: string, access: ReadAccess): string {
    const sona = access.readsField(OBJECTS.sonaCall, SONA.taskId)
        ? { sona: `{ ${SONA.taskId}: { eq: ${JSON.stringify(taskId)} } }` }
        : {};
    // Anybody's other tasks have no kind.
    const tasks = `{ and: [{ Id: { eq: ${JSON.stringify(taskId)} } }, { ${TASK.kind}: { ne: null } }] }`;
    return timelineQuery({ tasks, ...sona }, access);
}

const nodesOf = <Node>(edges: Edges<Node> | null | undefined): readonly Node[] =>
    (edges?.edges ?? []).flatMap((edge) => edge?.node ?? []);

/** @returns nothing for a task that is none of Quo's */
export function activityIn(data: ActivityResponse | undefined): Row | undefined {
    const { tasks, sona } = data?.uiapi?.query ?? {};
    return mergeSonaCalls(nodesOf(tasks).map(rowFromTask), nodesOf(sona).map(rowFromSonaCall))[0];
}
