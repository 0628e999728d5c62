import type { Database } from '../database/sql.ts';

/** API calls that we made in one hour. */
export interface UsageHour {
    /** The hour's beginning. */
    readonly hour: string;
    readonly calls: number;
}

/** The last 24 hours, oldest first; hours without calls are left out. */
export async function usageByHour(db: Database, connection: string): Promise<readonly UsageHour[]> {
    const rows = await db.rows<{ hour: Date; calls: number }>(
        `select hour, calls from api_usage
        where connection = $1 and hour >= date_trunc('hour', now() - interval '24 hours') order by hour`,
        [connection]
    );
    return rows.map(({ hour, calls }) => ({ hour: hour.toISOString(), calls }));
}
