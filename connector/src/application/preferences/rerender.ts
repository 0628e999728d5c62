import type { RerenderPreview } from './model.ts';
import { preview } from '../../pipeline/pass/preview.ts';
import { beginAgain } from '../../pipeline/rerender-progress.ts';
import type { Connection } from '../../pipeline/pipeline-context.ts';
import type { AppContext } from '../context.ts';
import { knownActivities, orgUsers, recordPreviewsOf } from './record-preview.ts';

const DAY = 86_400_000;
const MOST_ACTIVITIES = 10_000;
/** Enough to see what it would come to; the rest is like it. */
const LOOKED_AT = 200;

/** What rendering the last days again would change in Salesforce. Asks Salesforce nothing, writes nothing. */
export async function previewRerender(
    context: AppContext,
    connection: Connection,
    days: number
): Promise<RerenderPreview> {
    const { store, pipeline } = context;
    const since = pipeline.now().getTime() - days * DAY;
    const all = await store.watch.activities(connection.id, { limit: MOST_ACTIVITIES });
    const lately = all.filter(({ startedAt, firstFactAt }) => Date.parse(startedAt ?? firstFactAt) >= since);
    const looked = lately.slice(0, LOOKED_AT);
    const known = await knownActivities(
        context,
        connection.id,
        looked.map(({ activityKey }) => activityKey)
    );
    const drawn = await preview(pipeline, connection, known);
    const recordPreviews = recordPreviewsOf(drawn, connection.preferences(), await orgUsers(context, connection.id));
    return { days, activities: lately.length, looked: looked.length, recordPreviews };
}

/** @returns how many activities are rendered again */
export async function rerender({ store, pipeline }: AppContext, id: string, days: number): Promise<number> {
    const count = await store.activities.makeDue(id, { sinceDays: days }, { force: true });
    await beginAgain(pipeline, id, count);
    return count;
}
