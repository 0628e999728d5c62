import { readActivityKey } from '../../domain/activity-key.ts';
import type { Claimed } from '../../contracts/store.ts';
import { eraseActivities } from './forget.ts';
import { IS_FORGOTTEN, remember, toldRows, type Pseudonym, type ToldRow } from './forgotten.ts';
import type { Database } from '../database/sql.ts';
import { jsonbText } from '../database/jsonb-text.ts';

/** A record that was made after the forgetting goes in any case, one of before only where the records were to go. */
const LATE = `
select distinct t.activity_key as "activityKey", t.id, t.old_id as "oldId", g.records, g.leads, g.records or a.first_fact_at > g.at as "removesRecords"
from jsonb_to_recordset($2::jsonb) as t (activity_key text, id text, old_id text, marks text[], began timestamptz)
join forgotten g on g.connection = $1 and ${IS_FORGOTTEN}
join activities a on a.connection = $1 and a.activity_key = t.activity_key`;

const FORGET_FACTS = `
delete from facts f using jsonb_to_recordset($2::jsonb) as l (activity_key text, id text, old_id text)
where f.connection = $1 and f.activity_key = l.activity_key and f.id in (l.id, l.old_id)`;

/** What was kept of the whole conversation may be of what is gone. Locks in the order of the activity keys. */
const READ_WHOLE = `
with l as (
    select activity_key from activities where connection = $1 and activity_key = any ($2) and new_facts is not null
    order by activity_key for update)
update activities a set new_facts = null, extent = null
from l where a.connection = $1 and a.activity_key = l.activity_key`;

interface Late {
    readonly activityKey: string;
    readonly id: string;
    readonly oldId: string;
    readonly records: boolean;
    readonly leads: boolean;
    readonly removesRecords: boolean;
}

function lateAmong(db: Database, connection: string, told: readonly ToldRow[]): Promise<readonly Late[]> {
    const asked = told.map(({ activity_key, id, old_id, marks, began }) => ({
        activity_key,
        id,
        old_id,
        marks,
        began
    }));
    return db.rows<Late>(LATE, [connection, jsonbText(asked)]);
}

/** Whether any of these facts is about something forgotten. */
export async function isAnyForgotten(
    db: Database,
    mark: Pseudonym,
    connection: string,
    activities: readonly Claimed[]
): Promise<boolean> {
    const told = activities.flatMap((one) => toldRows(mark, connection, one.facts));
    return (await lateAmong(db, connection, told)).length > 0;
}

/**
 * Erases what is about something forgotten and slipped in all the same: a delivery that was being kept at that moment,
 * or one that did not say yet whose call it is.
 *
 * @returns the same activities without what was erased; those whose records in Salesforce have to go first are marked
 */
export async function withoutForgotten(
    db: Database,
    mark: Pseudonym,
    connection: string,
    activities: readonly Claimed[]
): Promise<readonly Claimed[]> {
    const told = activities.map((one) => toldRows(mark, connection, one.facts));
    const late = await lateAmong(db, connection, told.flat());
    if (late.length === 0) return activities;
    const ids = new Set(late.map(({ id }) => id));
    const left = activities.map((one, n) => ({
        ...one,
        facts: one.facts.filter((_, at) => !ids.has(told[n]?.[at]?.id ?? ''))
    }));
    const whole = new Set(
        left.flatMap(({ activityKey, facts }, n) => (facts.length === 0 && told[n]?.length !== 0 ? [activityKey] : []))
    );
    const removing = new Set(late.flatMap(({ activityKey, removesRecords }) => (removesRecords ? [activityKey] : [])));
    const isErased = ({ activityKey, records }: Claimed): boolean =>
        whole.has(activityKey) &&
        removing.has(activityKey) &&
        records.some(({ salesforceId }) => salesforceId !== undefined);
    const erased = new Set(left.filter(isErased).map(({ activityKey }) => activityKey));
    await db.transaction(async (sql) => {
        await remember(
            sql,
            connection,
            callsAmong(late, whole, (activityKey) => mark(connection, activityKey))
        );
        await eraseActivities(
            sql,
            connection,
            [...whole].filter((activityKey) => !erased.has(activityKey))
        );
        const lost = late
            .filter(({ activityKey }) => !erased.has(activityKey))
            .map(({ activityKey, id, oldId }) => ({ activity_key: activityKey, id, old_id: oldId }));
        await sql.run(FORGET_FACTS, [connection, jsonbText(lost)]);
        const touched = [...new Set(lost.map(({ activity_key }) => activity_key))];
        await sql.run(READ_WHOLE, [connection, touched]);
    });
    return left.flatMap((one) => {
        if (erased.has(one.activityKey)) return [{ ...one, isErased: true }];
        return whole.has(one.activityKey) ? [] : [one];
    });
}

/** What still comes of such a call stays away as well, whether or not it says whose it is. A text always does. */
function callsAmong(
    late: readonly Late[],
    whole: ReadonlySet<string>,
    mark: (activityKey: string) => string
): Parameters<typeof remember>[2] {
    const calls = [...whole].filter((activityKey) => readActivityKey(activityKey)?.kind === 'call');
    return calls.map((activityKey) => {
        const about = late.filter((one) => one.activityKey === activityKey);
        const records = about.some((one) => one.records);
        return { mark: mark(activityKey), kind: 'call', records, leads: about.some((one) => one.leads) };
    });
}
