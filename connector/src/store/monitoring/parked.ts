import type { ErrorCode } from '../../errors/errors.ts';
import type { ParkedGroup, ParkedRow } from '../../contracts/monitoring.ts';
import { sealedText } from '../sealing/sealed.ts';
import type { Database } from '../database/sql.ts';

const FOR_MS = (column: string) => `(extract(epoch from now() - ${column}) * 1000)::float8`;

/** Refusals by a rule of the org: each rule, told by its own sentence, is a reason of its own. */
const BY_RULE: readonly ErrorCode[] = ['SF-LEAD-REFUSED', 'SF-VALIDATION-RULE', 'SF-REQUIRED-FIELD'];
const RULE = (codes: string) => `case when error ->> 'code' = any (${codes}::text[]) then error ->> 'seen' end`;

/** The most frequent reason first. */
export async function parkedGroups(db: Database, connection: string): Promise<readonly ParkedGroup[]> {
    return db.rows<ParkedGroup>(
        `select error ->> 'code' as code, ${RULE('$2')} as rule, count(*)::int as count,
            ${FOR_MS('min(parked_at)')} as "oldestForMs",
            (array_agg(error ->> 'seen' order by parked_at desc))[1] as seen
        from activities where connection = $1 and parked_at is not null group by 1, 2 order by 3 desc, 1, 2`,
        [connection, BY_RULE]
    );
}

/** The newest first; `code`, `rule`: of this reason only. */
export async function parkedList(
    db: Database,
    connection: string,
    { code, rule, limit = 100 }: { readonly code?: ErrorCode; readonly rule?: string; readonly limit?: number }
): Promise<readonly ParkedRow[]> {
    return db.rows<ParkedRow>(
        `select activity_key as "activityKey", title, inbox, error, ${FOR_MS('parked_at')} as "parkedForMs",
            (extract(epoch from due_at - now()) * 1000)::float8 as "nextTryInMs"
        from activities
        where connection = $1 and parked_at is not null and ($2::text is null or error ->> 'code' = $2)
            and ($4::text is null or error ->> 'seen' = $4)
        order by parked_at desc, activity_key limit $3`,
        [connection, code ?? null, limit, rule === undefined ? null : sealedText(rule)]
    );
}
