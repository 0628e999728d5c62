import type { QuoContactStore, SkipCandidate } from '../../contracts/quo/contacts.ts';
import type { Database } from '../database/sql.ts';

/** `at` also as text: its microseconds are part of where the next page begins. */
const CANDIDATES = `
select s.id, s.reason, s.error, s.at, s.at::text as "exactly", s.person from (
    (select c.person as id, c.changed_at as at, c.error, p.person,
        case when c.error is not null then 'failed' when c.state = 'skipped' then 'foreign' else 'unlinked' end as reason
    from quo_contacts c left join people p on p.connection = c.connection and p.id = c.person
    where c.connection = $1 and (c.state in ('skipped', 'unlinked') or c.error is not null)
        and ($2::timestamptz is null or (c.changed_at, c.person) < ($2, $3))
    order by c.changed_at desc, c.person desc limit $4)
    union all
    (select p.id, p.seen_at, null::jsonb, p.person, 'no-number'
    from people p
    where p.connection = $1 and jsonb_array_length(p.person -> 'numbers') = 0
        and ($2::timestamptz is null or (p.seen_at, p.id) < ($2, $3))
    order by p.seen_at desc, p.id desc limit $4)
) s order by s.at desc, s.id desc limit $4`;

type Row = Omit<SkipCandidate, 'at' | 'after'> & { readonly at: Date; readonly exactly: string };

/** As we told it: it comes back through an address that anybody can write. */
const PLACE = /^(\d{4}-\d{2}-\d{2} \d{2}:\d{2}:\d{2}(?:\.\d{1,6})?[+-]\d{2}(?::\d{2})?) \| (\w{1,18})$/;

/** Who is not in Quo although they could be: newest first. */
export function quoContactSkips(db: Database): Pick<QuoContactStore, 'skipCandidates'> {
    return {
        async skipCandidates(connection, after, limit) {
            const [, exactly = null, id = ''] = PLACE.exec(after ?? '') ?? [];
            const rows = await db.rows<Row>(CANDIDATES, [connection, exactly, id, limit]);
            return rows.map(({ exactly: when, at, ...row }) => ({
                ...row,
                at: at.toISOString(),
                after: `${when} | ${row.id}`
            }));
        }
    };
}
