import type { Fact } from '../domain/facts.ts';
import { eraseActivities } from './forget.ts';
import { IS_FORGOTTEN, toldRows, type Mark } from './forgotten.ts';
import type { Database } from './sql.ts';
import { storableJson } from './storable-json.ts';

const LATE = `
select distinct t.subject, t.id from jsonb_to_recordset($2::jsonb) as t (
    subject text, id text, marks text[], began timestamptz)
join forgotten g on g.connection = $1 and ${IS_FORGOTTEN}`;

/**
 * Erases what is about something forgotten and slipped in all the same: a delivery that was being kept at that moment,
 * or one that did not say yet whose call it is.
 *
 * @returns the same activities without what was erased
 */
export async function withoutForgotten<T extends { readonly subject: string; readonly facts: readonly Fact[] }>(
    db: Database,
    mark: Mark,
    connection: string,
    activities: readonly T[]
): Promise<readonly T[]> {
    const told = activities.map((one) => toldRows(mark, connection, one.facts));
    const asked = told.flat().map(({ subject, id, marks, began }) => ({ subject, id, marks, began }));
    const late = await db.rows<{ subject: string; id: string }>(LATE, [connection, storableJson(asked)]);
    if (late.length === 0) return activities;
    const ids = new Set(late.map(({ id }) => id));
    const left = activities.map((one, n) => ({
        ...one,
        facts: one.facts.filter((_, at) => !ids.has(told[n]?.[at]?.id ?? ''))
    }));
    const whole = left.filter(({ facts }, n) => facts.length === 0 && (told[n] ?? []).length > 0);
    await db.transaction(async (sql) => {
        await eraseActivities(
            sql,
            connection,
            whole.map(({ subject }) => subject)
        );
        await sql.run(
            `delete from facts f using jsonb_to_recordset($2::jsonb) as l (subject text, id text)
            where f.connection = $1 and f.subject = l.subject and f.id = l.id`,
            [connection, storableJson(late)]
        );
    });
    return left.filter((one) => !whole.includes(one));
}
