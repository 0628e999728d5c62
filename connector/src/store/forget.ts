import type { Database, Sql } from './sql.ts';

/** What was removed, and the Salesforce records that still speak of the number. */
export interface Forgotten {
    readonly activities: number;
    readonly facts: number;
    readonly deliveries: number;
    readonly records: readonly { readonly object: string; readonly salesforceId: string }[];
}

/** Activities with this outside number, whether they were rendered or are still facts alone. */
const SUBJECTS = `
select subject from activities where connection = $1 and numbers @> array[$2::text]
union
select subject from facts where connection = $1 and body @? format('strict $.** ? (@ == %s)', to_json($2::text))::jsonpath`;

/**
 * Removes a number, and everything said with it, from the store. Deliveries keep their id without any content, so that
 * Quo's sending them again stays without effect.
 */
export async function forgetNumber(db: Database, connection: string, number: string): Promise<Forgotten> {
    return db.transaction(async (sql) => {
        const found = await sql.rows<{ subject: string }>(SUBJECTS, [connection, number]);
        const subjects = found.map(({ subject }) => subject);
        await sql.rows(
            'select subject from activities where connection = $1 and subject = any ($2) order by subject for update',
            [connection, subjects]
        );
        const records = await sql.rows<{ object: string; salesforceId: string }>(
            `select object, salesforce_id as "salesforceId" from records
            where connection = $1 and subject = any ($2) and salesforce_id is not null order by object, key`,
            [connection, subjects]
        );
        const deliveries = await sql.run(
            `update deliveries set body = '', headers = '{}', reading = 'ignored', why = 'forgotten', subjects = '{}'
            where connection = $1 and subjects && $2::text[]`,
            [connection, subjects]
        );
        const facts = await remove(sql, 'facts', connection, subjects);
        const activities = await remove(sql, 'activities', connection, subjects);
        await remove(sql, 'records', connection, subjects);
        await remove(sql, 'writes', connection, subjects);
        await sql.run('delete from unknown_numbers where connection = $1 and e164 = $2', [connection, number]);
        await sql.run('delete from choices where connection = $1 and number = $2', [connection, number]);
        return { activities, facts, deliveries, records };
    });
}

function remove(
    sql: Sql,
    table: 'facts' | 'activities' | 'records' | 'writes',
    connection: string,
    subjects: readonly string[]
): Promise<number> {
    return sql.run(`delete from ${table} where connection = $1 and subject = any ($2)`, [connection, subjects]);
}
