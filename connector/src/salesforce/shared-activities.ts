import { describeObjects } from './directory/fields.ts';
import type { Session } from './rest/session.ts';

/**
 * Whether the org lets a Task be about several contacts (Shared Activities, which cannot be turned off again).
 *
 * @returns a function that asks once, for one API call, and then remembers
 * @throws {OrgUnavailable} asked again the next time
 */
export function sharedActivities(session: Session): () => Promise<boolean> {
    let shares: boolean | undefined;
    return async () => {
        if (shares !== undefined) return shares;
        const task = (await describeObjects(session, ['Task'])).get('Task');
        const lists = task?.childRelationships.flatMap(({ junctionIdListNames }) => junctionIdListNames ?? []) ?? [];
        // WhoCount is there only with Shared Activities; the list is what is written.
        shares =
            (task?.fields.has('WhoCount') ?? false) &&
            (lists.includes('TaskWhoIds') || task?.fields.has('TaskWhoIds') === true);
        return shares;
    };
}
