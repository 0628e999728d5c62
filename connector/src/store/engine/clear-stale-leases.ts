import type { Sql } from '../database/sql.ts';

/**
 * Ends the leases and jobs of processes that died, so that nothing waits for them to run out. Only for a process that
 * knows that it is the database's only client.
 */
export async function clearStaleLeases(sql: Sql): Promise<void> {
    const [found] = await sql.rows<{ activities: boolean; jobs: boolean }>(
        `select to_regclass('activities') is not null as activities, to_regclass('pgboss.job') is not null as jobs`
    );
    if (found?.activities) await sql.run('update activities set lease_until = null where lease_until is not null');
    // A job says nothing but which connection has work, and whoever ticks next asks for it again.
    if (found?.jobs) await sql.run('delete from pgboss.job');
}
