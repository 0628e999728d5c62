import { KEYS } from '../../contracts/key-value.ts';
import { localTime } from '../../domain/records/local-time.ts';
import { isSaving, spend } from '../api-budget.ts';
import type { Connection, PipelineContext } from '../pipeline-context.ts';

/** As many queries as one composite request takes: one API call. */
const DAYS = 5;
const DAY = 24 * 3_600_000;

/**
 * Asks Salesforce how many Tasks of ours it has of each of the last days, for one API call, and which it lacks where that is
 * another number than ours.
 *
 * A connection that was never counted is counted a day later: there is nothing yet that it could have lost.
 */
export async function countTasks(context: PipelineContext, connection: Connection): Promise<void> {
    const { store, log, now } = context;
    const { id, org } = connection;
    const { completeness, memory } = store;
    await completeness.deleteOld(id);
    if (org.countTasks === undefined || (await memory.get(id, KEYS.countedSince)) === undefined) {
        await memory.set(id, KEYS.countedSince, now().toISOString());
        return;
    }
    if (connection.isRehearsing === true || (await isSaving(context, connection))) return;
    const { timeZone } = connection.preferences();
    // Today goes on: what is written this moment is in one of the two counts.
    const last = localTime(new Date(now().getTime() - DAY).toISOString(), timeZone).date;
    const days = await completeness.tasksByDay(id, { last, count: DAYS, timeZone });
    await spend(context, connection, async () => {
        const found = (await org.countTasks?.(days)) ?? [];
        for (const [n, day] of days.entries()) {
            const salesforce = found[n];
            if (salesforce === undefined) continue;
            const gone = salesforce === day.ours ? [] : await lacking(context, connection, day);
            await completeness.keepCount(id, day, salesforce, gone);
            if (gone.length > 0) log.warn('records gone', { connection: id, day: day.day, count: gone.length });
        }
    });
}

async function lacking(
    { store }: PipelineContext,
    { id, org }: Connection,
    day: Parameters<PipelineContext['store']['completeness']['tasksOf']>[1]
): Promise<readonly string[]> {
    const ours = await store.completeness.tasksOf(id, day);
    const there = new Set(
        (
            await org.idsOf(
                'Task',
                ours.map(({ key }) => key)
            )
        ).map((one) => one.slice(0, 15))
    );
    return ours.filter((task) => !there.has(task.id.slice(0, 15))).map(({ key }) => key);
}
