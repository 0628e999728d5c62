import type { WriteItem, WriteResult } from '../../contracts/salesforce.ts';
import { compositeQueries } from '../rest/composite.ts';
import { successorOf } from '../directory/changes.ts';
import { text } from '../directory/values.ts';
import type { NameInOrg } from '../namespace.ts';
import { queryAll } from '../rest/query.ts';
import type { Session } from '../rest/session.ts';
import { list } from '../rest/soql.ts';

/** Who stands for a lead may have been merged since, and that one again. */
const MOST_MERGES = 4;

/**
 * A lead that was converted keeps its number for good, and takes no update: who stands for it now is told instead, for
 * two API calls however many there are, so that nobody tries again.
 */
export async function namedByConversion(
    session: Session,
    items: readonly WriteItem[],
    results: readonly WriteResult[],
    name: NameInOrg
): Promise<readonly WriteResult[]> {
    const refused = items.flatMap(({ draft }, n) => (isConverted(draft.object, results[n]) ? [draft] : []));
    const [first] = refused;
    if (first === undefined) return results;
    const key = name(first.keyField);
    const soql =
        `SELECT Id, ${key}, Company, IsConverted, ConvertedContactId, ConvertedAccountId FROM Lead ` +
        `WHERE IsConverted = true AND ${key} IN ${list(refused.map((draft) => draft.key))}`;
    const rows = await queryAll(session, soql);
    const into = new Map(rows.map((row) => [text(row[key]) ?? '', successorOf(row)]));
    const now = await standing(session, new Set([...into.values()].filter((id) => id !== undefined)));
    return results.map((result, n) => {
        const draft = items[n]?.draft;
        if (draft === undefined || result.ok || !isConverted(draft.object, result) || !into.has(draft.key))
            return result;
        return { ...result, convertedInto: now.get(into.get(draft.key) ?? '') ?? null };
    });
}

function isConverted(object: string, result: WriteResult | undefined): boolean {
    return object === 'Lead' && result?.ok === false && result.statusCode === 'CANNOT_UPDATE_CONVERTED_LEAD';
}

/** Who stands for each of these contacts and accounts; those whom nobody stands for are absent. */
async function standing(session: Session, ids: ReadonlySet<string>): Promise<ReadonlyMap<string, string>> {
    const now = new Map([...ids].map((id) => [id, id]));
    const alive = new Set<string>();
    for (let merge = 0; merge < MOST_MERGES; merge += 1) {
        const asked = [...new Set(now.values())].filter((id) => !alive.has(id));
        if (asked.length === 0) break;
        const pages = await compositeQueries(
            session,
            ['Contact', 'Account'].map((object) => ({
                soql: `SELECT Id, IsDeleted, MasterRecordId FROM ${object} WHERE Id IN ${list(asked)}`,
                resource: 'queryAll' as const
            }))
        );
        const rows = new Map(pages.flatMap(({ records }) => records).map((row) => [row.Id, row]));
        for (const [id, current] of now) {
            const row = rows.get(current);
            if (row?.IsDeleted === false) alive.add(current);
            if (alive.has(current)) continue;
            const master = text(row?.MasterRecordId);
            if (master === undefined) now.delete(id);
            else now.set(id, master);
        }
    }
    return new Map([...now].filter(([, current]) => alive.has(current)));
}
