import type { AllowanceStore } from '../contracts/store.ts';
import { lockFor } from './engine/locks.ts';
import type { Database } from './database/sql.ts';

/** Whole hours, the oldest one included: up to an hour more than the last 24 hours, which is the safe side. */
const USED = `
select coalesce(sum(calls), 0)::int as used from api_usage
where connection = $1 and hour >= date_trunc('hour', now() - interval '24 hours')`;

const SPEND = `
insert into api_usage as u (connection, hour, calls) values ($1, date_trunc('hour', now()), $2)
on conflict (connection, hour) do update set calls = u.calls + excluded.calls`;

export function allowanceStore(db: Database): AllowanceStore {
    return {
        // The lock comes in a statement of its own: the sum must be read under a snapshot younger than the lock.
        reserve: (connection, calls, budget) =>
            db.transaction(async (sql) => {
                await lockFor(sql, 'allowance', connection);
                const [row] = await sql.rows<{ used: number }>(USED, [connection]);
                if ((row?.used ?? 0) + calls > budget) return false;
                await sql.run(SPEND, [connection, calls]);
                return true;
            }),
        async used(connection) {
            const [row] = await db.rows<{ used: number }>(USED, [connection]);
            return row?.used ?? 0;
        }
    };
}
