import type { RecordToConfirm } from '../contracts/org-administration.ts';
import { compositeReads } from './rest/composite.ts';
import type { Session } from './rest/session.ts';

/** Subrequests of a composite request (REST API guide). */
const AT_ONCE = 25;

/**
 * Which of these ids name no record that the user of the session sees. A lookup to several objects is asked of each: one
 * answer is enough. One API call for 25 objects.
 *
 * @throws {OrgUnavailable}
 */
export async function missingRecords(
    session: Session,
    records: readonly RecordToConfirm[]
): Promise<readonly string[]> {
    const asked = records.flatMap(({ id, objects }) => objects.map((object) => ({ id, object })));
    const there = new Set<string>();
    for (let from = 0; from < asked.length; from += AT_ONCE) {
        const some = asked.slice(from, from + AT_ONCE);
        const paths = some.map(
            ({ id, object }) => `${session.root}/sobjects/${object}/${encodeURIComponent(id)}?fields=Id`
        );
        const parts = await compositeReads(session, paths);
        for (const [n, { id }] of some.entries()) if (parts[n]?.status === 200) there.add(id);
    }
    return [...new Set(asked.map(({ id }) => id))].filter((id) => !there.has(id));
}
