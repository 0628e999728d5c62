import type { ProgressStore } from '../../contracts/progress.ts';
import type { Database } from '../database/sql.ts';

export function progressStore(db: Database): ProgressStore {
    return {
        async forced(connection, sinceMs) {
            const [row] = await db.rows<{ left: number; parked: number }>(
                `select (count(*) filter (where forced_version is not null and parked_at is null))::int as left,
                    (count(*) filter (where parked_at >= now() - $2 * interval '1 millisecond'))::int as parked
                from activities where connection = $1 and (forced_version is not null or parked_at is not null)`,
                [connection, sinceMs]
            );
            return row ?? { left: 0, parked: 0 };
        },
        async rehearsed(connection) {
            const [row] = await db.rows<{ drawn: number; left: number }>(
                `select (count(*) filter (where match_status is not null))::int as drawn,
                    (count(*) filter (where match_status is null))::int as left
                from activities where connection = $1 and pending_since is not null and due_at is not null
                    and parked_at is null`,
                [connection]
            );
            return row ?? { drawn: 0, left: 0 };
        }
    };
}
