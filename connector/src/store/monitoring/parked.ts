import type { ErrorCode } from '../../errors/errors.ts';
import type { ParkedGroup, ParkedRow } from '../../contracts/monitoring.ts';
import type { Database } from '../database/sql.ts';

const FOR_MS = (column: string) => `(extract(epoch from now() - ${column}) * 1000)::float8`;

/** The most frequent reason first. */
export async function parkedGroups(db: Database, connection: string): Promise<readonly ParkedGroup[]> {
    return db.rows<ParkedGroup>(
        `select error ->> 'code' as code, count(*)::int as count, ${FOR_MS('min(parked_at)')} as "oldestForMs",
            (array_agg(error ->> 'seen' order by parked_at desc))[1] as seen
        from activities where connection = $1 and parked_at is not null group by 1 order by 2 desc, 1`,
        [connection]
    );
}

/** The newest first; `code`: of this reason only. */
export async function parkedList(
    db: Database,
    connection: string,
    { code, limit = 100 }: { readonly code?: ErrorCode; readonly limit?: number }
): Promise<readonly ParkedRow[]> {
    return db.rows<ParkedRow>(
        `select activity_key as "activityKey", title, inbox, error, ${FOR_MS('parked_at')} as "parkedForMs"
        from activities
        where connection = $1 and parked_at is not null and ($2::text is null or error ->> 'code' = $2)
        order by parked_at desc, activity_key limit $3`,
        [connection, code ?? null, limit]
    );
}
