import type { Claimed } from '../../contracts/store.ts';
import type { Connection, PipelineContext } from '../pipeline-context.ts';
import type { Mode } from '../pass/modes.ts';
import { heldOf } from '../settle/settlement.ts';
import { OURS } from './delete-erased-records.ts';

const AFTER_THE_REHEARSAL = 60 * 60_000;

/**
 * Deletes in Salesforce what was written of activities before it was known that they are about somebody forgotten, and
 * only then removes them here: an org that cannot be reached is asked again.
 *
 * @returns the activities that are left to work on
 * @throws {OrgUnavailable} when the org could not be written to
 */
export async function deleteErasedActivities(
    context: PipelineContext,
    connection: Connection,
    claimed: readonly Claimed[],
    mode: Mode
): Promise<readonly Claimed[]> {
    const erased = claimed.filter(({ isErased }) => isErased === true);
    if (erased.length === 0) return claimed;
    if (mode !== 'write') {
        const wait = { outcome: 'wait', dueInMs: AFTER_THE_REHEARSAL } as const;
        await context.store.activities.settle(
            connection.id,
            erased.map((one) => ({ ...heldOf(one), ...wait }))
        );
    } else {
        const records = erased.flatMap((one) => one.records);
        for (const object of OURS) {
            const ids = records.filter((record) => record.object === object).map(({ salesforceId }) => salesforceId);
            const told = ids.filter((id) => id !== undefined);
            if (told.length > 0) await connection.org.remove(object, told);
        }
        await context.store.activities.erase(
            connection.id,
            erased.map(({ activityKey }) => activityKey)
        );
        context.log.info('forgotten late', { connection: connection.id, activities: erased.length });
    }
    return claimed.filter(({ isErased }) => isErased !== true);
}
