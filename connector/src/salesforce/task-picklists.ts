import type { TaskPicklists } from '../domain/workspace.ts';
import { OrgUnavailable } from '../contracts/salesforce.ts';
import { compositeQueries } from './rest/composite.ts';
import type { Row } from './rest/query.ts';
import type { Session } from './rest/session.ts';

/** What a standard org calls them; an org that still has the value means it. */
const USUAL_CLOSED = 'Completed';
const USUAL_PRIORITY = 'Normal';

/**
 * How the org names a task that is done, and its ordinary priority. One API call.
 *
 * @throws {OrgUnavailable} also `SF-NO-CLOSED-STATUS`
 */
export async function readTaskPicklists(session: Session): Promise<TaskPicklists> {
    const [statuses = [], priorities = []] = await compositeQueries(session, [
        { soql: 'SELECT Id, ApiName, IsClosed, IsDefault, SortOrder FROM TaskStatus ORDER BY SortOrder' },
        { soql: 'SELECT Id, ApiName, IsDefault, SortOrder FROM TaskPriority ORDER BY SortOrder' }
    ]).then((pages) => pages.map(({ records }) => records));
    const closed = statuses.filter(({ IsClosed }) => IsClosed === true);
    const closedStatus = nameOf(closed.find((row) => nameOf(row) === USUAL_CLOSED) ?? closed[0]);
    if (closedStatus === undefined)
        throw new OrgUnavailable('forbidden', { code: 'SF-NO-CLOSED-STATUS', seen: `${statuses.length} statuses` });
    const usual = priorities.find((row) => nameOf(row) === USUAL_PRIORITY);
    const priority = nameOf(priorities.find(({ IsDefault }) => IsDefault === true) ?? usual ?? priorities[0]);
    return { closedStatus, priority: priority ?? USUAL_PRIORITY };
}

function nameOf(row: Row | undefined): string | undefined {
    return typeof row?.ApiName === 'string' ? row.ApiName : undefined;
}
