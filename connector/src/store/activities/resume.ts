import type { Sql } from '../database/sql.ts';

/** Whoever backed off for the very reason of the pause. Locks in the order of the activity keys. */
const DUE_NOW = `
with l as (
    select a.activity_key from activities a join connections c on c.id = a.connection
    where a.connection = $1 and a.backing_off and a.due_at > now()
        and a.error ->> 'code' = c.paused_because ->> 'code'
    order by a.activity_key for update of a)
update activities a set due_at = now() from l where a.connection = $1 and a.activity_key = l.activity_key`;

/** Ends a pause: what waited for it is due at once. */
export async function resume(sql: Sql, connection: string): Promise<void> {
    await sql.run(DUE_NOW, [connection]);
    await sql.run('update connections set paused_until = null, paused_because = null where id = $1', [connection]);
}
