import { activityKeyOfTask, readActivityKey } from '../../domain/activity-key.ts';
import type { ChangedTask } from '../../contracts/salesforce.ts';
import type { Connection, PipelineContext } from '../pipeline-context.ts';

/**
 * Deletes Tasks and transcripts of ours that the store does not know, because their activity was forgotten in Salesforce as well while
 * they were on their way: a process that died between writing and keeping, an answer that never came.
 *
 * @throws {OrgUnavailable} they are told again next time
 */
export async function deleteOrphans(
    context: PipelineContext,
    connection: Connection,
    unknown: readonly ChangedTask[]
): Promise<void> {
    const there = unknown.filter(({ isDeleted }) => !isDeleted);
    if (there.length === 0) return;
    const erased = await context.store.activities.erased(
        connection.id,
        there.map(({ key }) => activityKeyOfTask(key))
    );
    const activityKeys = new Set(erased.filter(({ records }) => records).map(({ activityKey }) => activityKey));
    const strays = there.filter((task) => activityKeys.has(activityKeyOfTask(task.key)));
    if (strays.length === 0) return;
    const calls = strays.flatMap(({ key }) => {
        const activity = readActivityKey(activityKeyOfTask(key));
        return activity?.kind === 'call' ? [activity.callId] : [];
    });
    // Its answers go with it.
    const sona = calls.length === 0 ? [] : await connection.org.idsOf('Sona_Call__c', [...new Set(calls)]);
    if (sona.length > 0) await connection.org.remove('Sona_Call__c', sona);
    for (const [object, some] of Map.groupBy(strays, ({ object = 'Task' }) => object))
        await connection.org.remove(object, [...new Set(some.map(({ id }) => id))]);
    context.log.info('forgotten Tasks deleted', { connection: connection.id, tasks: strays.length });
}
