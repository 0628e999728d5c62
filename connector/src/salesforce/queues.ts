import type { OrgQueue } from '../contracts/org-administration.ts';
import { queryAll } from './rest/query.ts';
import type { Session } from './rest/session.ts';

/** Queues that can own a Task, by name. */
export async function readTaskQueues(session: Session): Promise<readonly OrgQueue[]> {
    const rows = await queryAll(
        session,
        "SELECT Id, Name FROM Group WHERE Type = 'Queue' AND Id IN (SELECT QueueId FROM QueueSobject WHERE SobjectType = 'Task') ORDER BY Name, Id"
    );
    return rows.map(({ Id, Name }) => ({ id: Id, name: typeof Name === 'string' ? Name : Id }));
}
