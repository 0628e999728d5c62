import type { CompletenessStore, CountedDay, DayOfTasks, Days, FoundMissing } from '../../contracts/completeness.ts';
import type { StateCount } from '../../domain/completeness/completeness.ts';
import { jsonbText } from '../database/jsonb-text.ts';
import { instantText } from '../database/instant.ts';
import type { Database } from '../database/sql.ts';
import { COUNT_STATES, KEEP_LISTED, MISSING, TASKS_BY_DAY, TASKS_OF } from './completeness-sql.ts';

export function completenessStore(db: Database): CompletenessStore {
    const of = (connection: string, { last, count, timeZone }: Days) => [connection, last, count, timeZone];
    return {
        async keepListed(connection, items) {
            if (items.length > 0) await db.run(KEEP_LISTED, [connection, jsonbText(items)]);
        },
        counts: (connection, days) => db.rows<StateCount>(COUNT_STATES, of(connection, days)),
        missing: (connection, days, limit) => db.rows<FoundMissing>(MISSING, [...of(connection, days), limit]),
        tasksByDay: (connection, days) => db.rows<DayOfTasks>(TASKS_BY_DAY, of(connection, days)),
        tasksOf: (connection, { from, to }) => db.rows<{ key: string; id: string }>(TASKS_OF, [connection, from, to]),
        async keepCount(connection, { day, from, to, ours }, salesforce, gone) {
            await db.run(
                `insert into salesforce_counts (connection, day, ours, salesforce)
                select $1, $2::date, $3, $4 where exists (select from connections where id = $1)
                on conflict (connection, day) do update set
                    ours = excluded.ours, salesforce = excluded.salesforce, counted_at = now()`,
                [connection, day, ours, salesforce]
            );
            const known = (await this.tasksOf(connection, { day, from, to, ours })).map(({ key }) => key);
            await db.run(
                `update records set gone_at = case when key = any ($3) then now() end
                where connection = $1 and object = 'Task' and key = any ($2)
                    and (key = any ($3)) is distinct from (gone_at is not null)`,
                [connection, known, gone]
            );
        },
        countedDays: (connection, days) =>
            db.rows<CountedDay>(
                `select day::text, ours, salesforce, ${instantText('counted_at')} as "countedAt" from salesforce_counts
                where connection = $1 and day <= $2::date and day > $2::date - $3::int order by day desc`,
                [connection, days.last, days.count]
            ),
        async deleteOld(connection) {
            await db.run(`delete from quo_listed where connection = $1 and began_at < now() - interval '35 days'`, [
                connection
            ]);
            await db.run('delete from salesforce_counts where connection = $1 and day < current_date - 35', [
                connection
            ]);
        }
    };
}
