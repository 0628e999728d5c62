import { z } from 'zod';
import { TASK } from '../domain/records/names.ts';
import type { NameInOrg } from './namespace.ts';
import { compositeReads, partBody } from './rest/composite.ts';
import type { Session } from './rest/session.ts';
import { queryPath } from './rest/soql.ts';
import { readAnswer } from './rest/unreadable.ts';

const Count = z.object({ totalSize: z.number() });

/**
 * How many Tasks with a key of ours the org has of calls and windows that began in each of these spans. By when they began,
 * which nobody plans anew, unlike a Task's date. One API call for up to five spans.
 *
 * @throws {OrgUnavailable} @throws {Refusal}
 */
export async function countTasks(
    session: Session,
    spans: readonly { readonly from: string; readonly to: string }[],
    name: NameInOrg
): Promise<readonly number[]> {
    const began = name(TASK.startedAt);
    const queries = spans.map(
        ({ from, to }) =>
            `SELECT COUNT() FROM Task WHERE ${name(TASK.key)} != null AND ${began} >= ${from} AND ${began} < ${to}`
    );
    const parts = await compositeReads(
        session,
        queries.map((soql) => queryPath(session.root, soql))
    );
    return parts.map((part) => readAnswer(Count, partBody(part)).totalSize);
}
