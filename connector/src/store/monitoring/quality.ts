import type { Candidate } from '../../domain/people/match.ts';
import type { Database } from '../database/sql.ts';

/** A number that several people have, so that its calls are on nobody's record. */
export interface AmbiguousNumber {
    readonly number: string;
    readonly candidates: readonly Candidate[];
    readonly activities: number;
    readonly newestActivityKey: string;
}

/** Records that look like one person entered several times. */
export interface DuplicateGroup {
    readonly candidates: readonly Candidate[];
    readonly activities: number;
}

export interface UnownedTask {
    readonly activityKey: string;
    readonly title: string | null;
    readonly salesforceId: string;
}

/** The most calls first. A group call has a reason for each number, so reasons are looked for at every depth. */
export async function ambiguousNumbers(
    db: Database,
    connection: string,
    limit: number
): Promise<readonly AmbiguousNumber[]> {
    return db.rows<AmbiguousNumber>(
        `select reason ->> 'number' as number, count(*)::int as activities,
            (array_agg(reason -> 'others' order by a.last_fact_at desc))[1] as candidates,
            (array_agg(a.activity_key order by a.last_fact_at desc))[1] as "newestActivityKey"
        from activities a, jsonb_path_query(a.match, 'strict $.reason.** ? (@.code == "ambiguous" || @.code == "possible")') as reason
        where a.connection = $1 and a.match_status = 'ambiguous'
        group by 1 order by 2 desc, 1 limit $2`,
        [connection, limit]
    );
}

/** The most calls first. */
export async function duplicates(db: Database, connection: string, limit: number): Promise<readonly DuplicateGroup[]> {
    return db.rows<DuplicateGroup>(
        `select pair as candidates, count(*)::int as activities
        from activities a, jsonb_array_elements(a.match -> 'duplicates') as pair
        where a.connection = $1 and jsonb_typeof(a.match -> 'duplicates') = 'array'
        group by 1 order by 2 desc, pair::text limit $2`,
        [connection, limit]
    );
}

/** Tasks that nobody could be credited with, so that they belong to the integration's user. */
export async function unownedTasks(db: Database, connection: string, limit: number): Promise<readonly UnownedTask[]> {
    return db.rows<UnownedTask>(
        `select r.activity_key as "activityKey", a.title, r.salesforce_id as "salesforceId"
        from records r left join activities a on a.connection = r.connection and a.activity_key = r.activity_key
        where r.connection = $1 and r.object = 'Task' and r.salesforce_id is not null
            and r.fields is not null and r.fields ->> 'OwnerId' is null
        order by r.written_at desc nulls last, r.key limit $2`,
        [connection, limit]
    );
}

/** A phone field whose text is no number. */
export interface UnreadableNumber {
    readonly id: string;
    readonly object: string;
    readonly name: string;
    readonly field: string;
    readonly text: string;
}

export async function unreadableNumbers(
    db: Database,
    connection: string,
    limit: number
): Promise<readonly UnreadableNumber[]> {
    return db.rows<UnreadableNumber>(
        `select p.id, p.person ->> 'object' as object, p.person ->> 'name' as name, u ->> 'field' as field, u ->> 'text' as text
        from people p, jsonb_array_elements(p.person -> 'unreadable') as u
        where p.connection = $1 and jsonb_typeof(p.person -> 'unreadable') = 'array'
        order by p.id limit $2`,
        [connection, limit]
    );
}

export async function countUnreadable(db: Database, connection: string): Promise<number> {
    const [row] = await db.rows<{ fields: number }>(
        `select coalesce(sum(jsonb_array_length(person -> 'unreadable')), 0)::int as fields from people
        where connection = $1 and jsonb_typeof(person -> 'unreadable') = 'array'`,
        [connection]
    );
    return row?.fields ?? 0;
}
