import type { Reclaim } from '../../contracts/records.ts';
import type { Database } from '../database/sql.ts';
import { recordKey } from './record-key.ts';
import { makeDue } from './schedule.ts';

const RECLAIM = `
update records r set
    reclaimed = array(select unnest(coalesce(r.reclaimed, '{}')) union select unnest($5::text[])),
    kept = case when r.kept is null then null else jsonb_build_object(
        'fields', coalesce(r.kept -> 'fields', '[]') - $5::text[],
        'parts', coalesce(r.kept -> 'parts', '{}') - $5::text[], 'by', r.kept -> 'by') end,
    by_hand = r.by_hand - $6::text[]
where r.connection = $1 and r.activity_key = $2 and r.object = $3 and r.key = $4`;

/**
 * Drops what was kept as somebody else's in one record, and has the fields written as we want them. The wish stands
 * beside the record until a write that knew of it: a pass that is under way now does not take it away.
 *
 * @returns whether there is such a record of that activity
 */
export async function reclaim(
    db: Database,
    connection: string,
    { activityKey, object, key, fields, byHand }: Reclaim
): Promise<boolean> {
    const count = await db.run(RECLAIM, [connection, activityKey, object, recordKey(object, key), fields, byHand]);
    if (count > 0) await makeDue(db, connection, { activityKeys: [activityKey] }, true);
    return count > 0;
}
