import { spellingsOf } from '../../domain/people/mobile-digits.ts';
import type { ActivityStore } from '../../contracts/store.ts';
import type { Sql, Database } from '../database/sql.ts';
import { findable } from '../sealing/sealed.ts';

type Which = Parameters<ActivityStore['makeDue']>[1];

/** `version + 1`: whoever holds the activity now settles an older version, and it stays due. */
const MAKE_DUE = (condition: string) => `
with l as (
    select activity_key from activities where connection = $1 and ${condition} order by activity_key for update)
update activities a set
    version = a.version + 1,
    due_at = now(),
    pending_since = coalesce(a.pending_since, now()),
    forced_version = case when $2 then a.version + 1 else a.forced_version end,
    backing_off = false,
    attempts = 0,
    error = null,
    parked_at = null
from l where a.connection = $1 and a.activity_key = l.activity_key`;

/** @returns how many became due */
export async function makeDue(db: Sql, connection: string, which: Which, force: boolean): Promise<number> {
    const { condition, values } = conditionOf(which);
    return db.run(MAKE_DUE(condition), [connection, force, ...values]);
}

/** Parked activities back in the queue; `null`: all. @returns how many */
export async function retry(db: Database, connection: string, activityKeys: readonly string[] | null): Promise<number> {
    return db.run(MAKE_DUE('parked_at is not null and ($3::text[] is null or activity_key = any ($3))'), [
        connection,
        false,
        activityKeys
    ]);
}

function conditionOf(which: Which): { readonly condition: string; readonly values: readonly unknown[] } {
    if ('activityKeys' in which) return { condition: 'activity_key = any ($3::text[])', values: [which.activityKeys] };
    if ('whoIds' in which) return { condition: 'related && $3::text[]', values: [which.whoIds] };
    if ('numbers' in which) {
        return {
            // A group counts as matched as soon as one of its people is known: the others can still turn up.
            condition:
                'numbers && $3::text[] and ($4::text[] is null or match_status = any ($4) or cardinality(numbers) > 1)',
            values: [findable(which.numbers.flatMap(spellingsOf)), which.statuses ?? null]
        };
    }
    if ('provisional' in which) return { condition: "match ? 'isProvisional'", values: [] };
    if ('transcriptsOlderThanDays' in which) {
        return {
            condition: `coalesce(started_at, first_fact_at) <= now() - $3 * interval '1 day' and exists (
                select 1 from records r where r.connection = activities.connection
                    and r.activity_key = activities.activity_key and r.object = 'Quo_Transcript__c')`,
            values: [which.transcriptsOlderThanDays]
        };
    }
    return {
        condition: "coalesce(started_at, first_fact_at) >= now() - $3 * interval '1 day'",
        values: [which.sinceDays]
    };
}
