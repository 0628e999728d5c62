import { instantText } from '../database/instant.ts';
import type { GapStore, KnownGap } from '../../contracts/comparison.ts';
import type { Database } from '../database/sql.ts';
import { sealedValue } from '../sealing/sealed.ts';

const COLUMNS = `id::text, list, inbox, ${instantText('from_at')} as "from", ${instantText('to_at')} as "to", error`;

/** The reason's code counts, not what was seen: that names each request. */
const ADD = `
with met as (
    select id from quo_gaps where connection = $1 and list = $2 and inbox is not distinct from $3
        and from_at <= $5 and to_at >= $4 and error ->> 'code' = $6::jsonb ->> 'code' and acknowledged_at is null
    order by id limit 1 for update),
longer as (
    update quo_gaps g set from_at = least(from_at, $4), to_at = greatest(to_at, $5), error = $6
    from met where g.connection = $1 and g.id = met.id returning 1)
insert into quo_gaps (connection, list, inbox, from_at, to_at, error)
select $1, $2, $3, $4, $5, $6::jsonb
where not exists (select from longer) and exists (select from connections where id = $1)`;

/** A conversation's texts are looked for by their own moments: it may have begun long before. */
const KNOWN = {
    calls: `
select 1 from activities
where connection = $1 and kind = 'call' and started_at >= $2::timestamptz and started_at < $3::timestamptz limit 1`,
    messages: `
select 1 from activities a join facts f on f.connection = a.connection and f.activity_key = a.activity_key
where a.connection = $1 and a.kind = 'messages' and a.last_fact_at >= $2::timestamptz and f.kind = 'message'
    and (f.body ->> 'createdAt') collate "C" >= $2::text and (f.body ->> 'createdAt') collate "C" < $3::text limit 1`
} as const;

export function gapStore(db: Database): GapStore {
    return {
        async add(connection, { list, inbox, from, to, error }) {
            await db.run(ADD, [connection, list, inbox, from, to, sealedValue(error)]);
        },
        open: (connection) =>
            db.rows<KnownGap>(
                `select ${COLUMNS} from quo_gaps where connection = $1 and acknowledged_at is null order by from_at, id`,
                [connection]
            ),
        count: () =>
            db.rows(
                `select connection, error ->> 'code' as code, count(*)::int as count from quo_gaps
                where acknowledged_at is null group by 1, 2 order by 1, 2`
            ),
        async acknowledge(connection, id) {
            if (!/^\d{1,18}$/.test(id)) return undefined;
            const [gap] = await db.rows<KnownGap>(
                `update quo_gaps set acknowledged_at = now()
                where connection = $1 and id = $2::bigint and acknowledged_at is null returning ${COLUMNS}`,
                [connection, id]
            );
            return gap;
        },
        isAnythingKnown: async (connection, list, from, to) =>
            (await db.rows(KNOWN[list], [connection, from, to])).length > 0
    };
}
