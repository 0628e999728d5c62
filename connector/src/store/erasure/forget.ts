import { readActivityKey } from '../../domain/activity-key.ts';
import type { ErasedNumber, ForgetAlso } from '../../contracts/app-store.ts';
import { remember, type Pseudonym } from './forgotten.ts';
import type { Database, Sql } from '../database/sql.ts';
import { findable } from '../sealing/sealed.ts';

/** Where facts that are not sealed yet say who took part. A text or an answer that names the number is another's. */
const TAKES_PART = ['external[*]', 'from', 'to', 'to[*]', 'callerNumber', 'phoneNumbers[*]']
    .map((path) => `exists (@.${path} ? (@ == %1$s))`)
    .join(' || ');

/** Activities with this outside number, whether they were rendered or are still facts alone. */
const ACTIVITY_KEYS = `
select activity_key as "activityKey" from activities where connection = $1 and numbers && $4::text[]
union
select activity_key as "activityKey" from facts where connection = $1 and (numbers @> array[$3::text]
    or numbers is null and body @? format('lax $ ? (${TAKES_PART})', to_json($2::text))::jsonpath)`;

/**
 * Removes a number, and everything said with it, from the store. Deliveries keep their id without any content, so that
 * Quo's sending them again stays without effect, and marks keep late ones from bringing it back.
 *
 * @param number E.164
 */
export async function forgetNumber(
    db: Database,
    mark: Pseudonym,
    connection: string,
    number: string,
    also: ForgetAlso
): Promise<ErasedNumber> {
    return db.transaction(async (sql) => {
        const found = await sql.rows<{ activityKey: string }>(ACTIVITY_KEYS, [
            connection,
            number,
            mark(connection, number),
            findable([number])
        ]);
        const activityKeys = found.map(({ activityKey }) => activityKey);
        await remember(sql, connection, [
            { mark: mark(connection, number), kind: 'number', ...also },
            ...activityKeys.flatMap((activityKey) => {
                const kind = readActivityKey(activityKey)?.kind;
                return kind === undefined ? [] : [{ mark: mark(connection, activityKey), kind, ...also }];
            })
        ]);
        const erased = await eraseActivities(sql, connection, activityKeys);
        await removeNumbers(sql, connection, [number]);
        return { mark: mark(connection, number), ...erased };
    });
}

/** What a pass learnt of numbers that were forgotten meanwhile. */
export async function forgetNumbersAgain(
    sql: Sql,
    mark: Pseudonym,
    connection: string,
    numbers: readonly string[]
): Promise<void> {
    if (numbers.length === 0) return;
    const byMark = new Map(numbers.map((number) => [mark(connection, number), number]));
    const found = await sql.rows<{ mark: string }>(
        `select mark from forgotten where connection = $1 and kind = 'number' and mark = any ($2)`,
        [connection, [...byMark.keys()]]
    );
    await removeNumbers(
        sql,
        connection,
        found.map((row) => byMark.get(row.mark) ?? '')
    );
}

async function removeNumbers(sql: Sql, connection: string, numbers: readonly string[]): Promise<void> {
    await sql.run('delete from unknown_numbers where connection = $1 and e164 = any ($2)', [
        connection,
        findable(numbers)
    ]);
    await sql.run('delete from choices where connection = $1 and number = any ($2)', [connection, findable(numbers)]);
}

/** Removes activities with everything that was said, written and received of them. */
export async function eraseActivities(
    sql: Sql,
    connection: string,
    activityKeys: readonly string[]
): Promise<Omit<ErasedNumber, 'mark'>> {
    await sql.rows(
        'select activity_key from activities where connection = $1 and activity_key = any ($2) order by activity_key for update',
        [connection, activityKeys]
    );
    const records = await sql.rows<{ object: string; salesforceId: string }>(
        `select object, salesforce_id as "salesforceId" from records
        where connection = $1 and activity_key = any ($2) and salesforce_id is not null order by object, key`,
        [connection, activityKeys]
    );
    const deliveries = await sql.run(
        `update deliveries set body = '', headers = '{}', reading = 'ignored', why = 'forgotten', activity_keys = '{}'
        where connection = $1 and activity_keys && $2::text[]`,
        [connection, activityKeys]
    );
    const facts = await remove(sql, 'facts', connection, activityKeys);
    const activities = await remove(sql, 'activities', connection, activityKeys);
    await remove(sql, 'records', connection, activityKeys);
    await remove(sql, 'writes', connection, activityKeys);
    return { activities, facts, deliveries, records };
}

function remove(
    sql: Sql,
    table: 'facts' | 'activities' | 'records' | 'writes',
    connection: string,
    activityKeys: readonly string[]
): Promise<number> {
    return sql.run(`delete from ${table} where connection = $1 and activity_key = any ($2)`, [
        connection,
        activityKeys
    ]);
}
