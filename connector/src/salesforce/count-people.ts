import { z } from 'zod';
import { compositeReads } from './rest/composite.ts';
import type { Session } from './rest/session.ts';
import { queryPath } from './rest/soql.ts';

const Count = z.object({ totalSize: z.number() });
/** What the directory holds: converted leads stand for nobody. */
const QUERIES = [
    'SELECT COUNT() FROM Contact',
    'SELECT COUNT() FROM Lead WHERE IsConverted = false',
    'SELECT COUNT() FROM Account'
];

/**
 * How many people and accounts the org has, for one API call. An object that the user may not see counts as empty.
 *
 * @throws {OrgUnavailable}
 */
export async function countPeople(session: Session): Promise<number> {
    const parts = await compositeReads(
        session,
        QUERIES.map((soql) => queryPath(session.root, soql))
    );
    return parts.reduce((sum, { body }) => sum + (Count.safeParse(body).data?.totalSize ?? 0), 0);
}
