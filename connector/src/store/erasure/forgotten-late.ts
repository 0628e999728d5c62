import { readActivityKey } from '../../domain/activity-key.ts';
import type { Claimed } from '../../contracts/store.ts';
import { eraseActivities } from './forget.ts';
import { IS_FORGOTTEN, remember, toldRows, type Pseudonym } from './forgotten.ts';
import type { Database } from '../database/sql.ts';
import { jsonbText } from '../database/jsonb-text.ts';

/** A record that was made after the forgetting goes in any case, one of before only where the records were to go. */
const LATE = `
select distinct t.subject, t.id, g.records, g.leads, g.records or a.first_fact_at > g.at as "removesRecords"
from jsonb_to_recordset($2::jsonb) as t (subject text, id text, marks text[], began timestamptz)
join forgotten g on g.connection = $1 and ${IS_FORGOTTEN}
join activities a on a.connection = $1 and a.subject = t.subject`;

const FORGET_FACTS = `
delete from facts f using jsonb_to_recordset($2::jsonb) as l (subject text, id text)
where f.connection = $1 and f.subject = l.subject and f.id = l.id`;

interface Late {
    readonly subject: string;
    readonly id: string;
    readonly records: boolean;
    readonly leads: boolean;
    readonly removesRecords: boolean;
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
    const asked = told.flat().map(({ subject, id, marks, began }) => ({ subject, id, marks, began }));
    const late = await db.rows<Late>(LATE, [connection, jsonbText(asked)]);
    if (late.length === 0) return activities;
    const ids = new Set(late.map(({ id }) => id));
    const left = activities.map((one, n) => ({
        ...one,
        facts: one.facts.filter((_, at) => !ids.has(told[n]?.[at]?.id ?? ''))
    }));
    const whole = new Set(
        left.flatMap(({ subject, facts }, n) => (facts.length === 0 && told[n]?.length !== 0 ? [subject] : []))
    );
    const removing = new Set(late.flatMap(({ subject, removesRecords }) => (removesRecords ? [subject] : [])));
    const isForgone = ({ subject, records }: Claimed): boolean =>
        whole.has(subject) && removing.has(subject) && records.some(({ salesforceId }) => salesforceId !== undefined);
    const forgone = new Set(left.filter(isForgone).map(({ subject }) => subject));
    await db.transaction(async (sql) => {
        await remember(
            sql,
            connection,
            callsAmong(late, whole, (subject) => mark(connection, subject))
        );
        await eraseActivities(
            sql,
            connection,
            [...whole].filter((subject) => !forgone.has(subject))
        );
        const lost = late.filter(({ subject }) => !forgone.has(subject));
        await sql.run(FORGET_FACTS, [connection, jsonbText(lost)]);
    });
    return left.flatMap((one) => {
        if (forgone.has(one.subject)) return [{ ...one, isForgone: true }];
        return whole.has(one.subject) ? [] : [one];
    });
}

/** What still comes of such a call stays away as well, whether or not it says whose it is. A text always does. */
function callsAmong(
    late: readonly Late[],
    whole: ReadonlySet<string>,
    mark: (subject: string) => string
): Parameters<typeof remember>[2] {
    const calls = [...whole].filter((subject) => readActivityKey(subject)?.kind === 'call');
    return calls.map((subject) => {
        const about = late.filter((one) => one.subject === subject);
        const records = about.some((one) => one.records);
        return { mark: mark(subject), kind: 'call', records, leads: about.some((one) => one.leads) };
    });
}
