import { chunks } from '../rest/chunks.ts';
import { compositeReads, partBody, QUERIES_PER_COMPOSITE, type Part } from '../rest/composite.ts';
import { z } from 'zod';
import { Refusal } from '../rest/refusal.ts';
import type { Session } from '../rest/session.ts';
import { list, queryPath, text } from '../rest/soql.ts';
import { readAnswer } from '../rest/unreadable.ts';

/** "A maximum of 200 record IDs can be queried" (Object Reference, UserRecordAccess). */
const RECORDS_PER_QUERY = 200;
/** Its rows are worked out, and have no id of their own. */
const Rows = z.object({ records: z.array(z.object({ RecordId: z.string() })) });

/**
 * Which of these records a user may edit: sharing, roles, profiles and all, as Salesforce works it out. One API call for up
 * to a thousand of them.
 *
 * @throws {OrgUnavailable}
 */
export async function editable(session: Session, userId: string, ids: readonly string[]): Promise<ReadonlySet<string>> {
    const queries = chunks([...new Set(ids)], RECORDS_PER_QUERY).map((some) => {
        const condition = `UserId = ${text(userId)} AND RecordId IN ${list(some)}`;
        return `SELECT RecordId FROM UserRecordAccess WHERE ${condition} AND HasEditAccess = true`;
    });
    const found = new Set<string>();
    for (const some of chunks(queries, QUERIES_PER_COMPOSITE)) {
        const parts = await compositeReads(
            session,
            some.map((soql) => queryPath(session.root, soql))
        );
        for (const part of parts) for (const id of idsIn(part)) found.add(id);
    }
    return found;
}

/** Of a user whom Salesforce does not answer about, such as its own automated process, nothing is known to be theirs to edit. */
function idsIn(part: Part): readonly string[] {
    try {
        return readAnswer(Rows, partBody(part)).records.map(({ RecordId }) => RecordId);
    } catch (error) {
        if (error instanceof Refusal) return [];
        throw error;
    }
}
