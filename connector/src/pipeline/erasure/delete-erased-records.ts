import type { DraftObject } from '../../domain/records/draft.ts';
import { errorData } from '../../log.ts';
import type { Claimed, Erased, Settlement } from '../../contracts/store.ts';
import type { Connection, PipelineContext } from '../pipeline-context.ts';

/** Children before their parents: what Salesforce deletes with a parent is then gone already. */
export const OURS = [
    'Sona_Answer__c',
    'Sona_Call__c',
    'Quo_Transcript__c',
    'Task'
] as const satisfies readonly DraftObject[];

/**
 * Deletes what a pass wrote about activities that were forgotten while it held them: what it made in any case, what it
 * only changed where the records were to be forgotten too.
 *
 * Never throws: what could not be deleted is found again among the Tasks that were changed lately.
 */
export async function deleteErasedRecords(
    context: PipelineContext,
    connection: Connection,
    claimed: readonly Claimed[],
    settlements: readonly Settlement[],
    erased: readonly Erased[]
): Promise<void> {
    if (erased.length === 0) return;
    const asked = new Map(erased.map((one) => [one.activityKey, one]));
    const known = new Set(claimed.flatMap(({ records }) => records.map(({ salesforceId }) => salesforceId)));
    const settled = settlements.filter(({ activityKey }) => asked.has(activityKey));
    const written = settled.flatMap(({ activityKey, records = [] }) =>
        records.filter(
            (record) =>
                record.written === true && (asked.get(activityKey)?.records === true || !known.has(record.salesforceId))
        )
    );
    const leads = settled.filter(({ activityKey }) => asked.get(activityKey)?.leads === true).flatMap(madeLead);
    context.log.info('forgotten while written', { connection: connection.id, activities: settled.length });
    try {
        for (const object of OURS)
            await remove(connection, object, written.filter((one) => one.object === object).map(idOf));
        await remove(connection, 'Lead', leads);
        const gone = leads.map((id) => ({ id }));
        const nothing = { people: [], related: [], goneRelated: [], highWater: {} };
        if (gone.length > 0) await context.store.directory.apply(connection.id, { ...nothing, gone });
    } catch (error) {
        context.log.warn('not deleted in Salesforce', { connection: connection.id, ...errorData(error) });
    }
}

function madeLead({ view }: Settlement): readonly string[] {
    const { match } = view ?? {};
    return match?.reason.code === 'lead-created' && match.whoId !== undefined ? [match.whoId] : [];
}

function idOf({ salesforceId }: { readonly salesforceId?: string | undefined }): string | undefined {
    return salesforceId;
}

async function remove(
    connection: Connection,
    object: DraftObject,
    ids: readonly (string | undefined)[]
): Promise<void> {
    const told = [...new Set(ids)].filter((id) => id !== undefined);
    if (told.length > 0) await connection.org.remove(object, told);
}
