import type { RecordToConfirm } from '../contracts/org-administration.ts';
import { compositeReads } from './rest/composite.ts';
import type { Session } from './rest/session.ts';

/** Subrequests of a composite request (REST API guide). */
const AT_ONCE = 25;

/**
 * Which of these ids name no record that the user of the session sees. A lookup to several objects is asked of each: one
 * answer is enough.
 *
 * @throws {OrgUnavailable}
 */
export async function missingRecords(
    session: Session,
    records: readonly RecordToConfirm[]
): Promise<readonly string[]> {
    const asked = records.flatMap(({ id, objects }) => objects.map((object) => ({ id, object }))).slice(0, AT_ONCE);
    if (asked.length === 0) return [];
    const parts = await compositeReads(
        session,
        asked.map(({ id, object }) => `${session.root}/sobjects/${object}/${encodeURIComponent(id)}?fields=Id`)
    );
    const there = new Set(asked.flatMap(({ id }, n) => (parts[n]?.status === 200 ? [id] : [])));
    return [...new Set(asked.map(({ id }) => id))].filter((id) => !there.has(id));
}
