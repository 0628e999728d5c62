import type { WriteItem } from '../../contracts/salesforce.ts';
import type { NameInOrg } from '../namespace.ts';
import { queryAll } from '../rest/query.ts';
import type { Session } from '../rest/session.ts';
import { list } from '../rest/soql.ts';

/**
 * Ids of records whose key changes and whose id was never learnt (the answer to their write got lost).
 *
 * @returns by former key; a key that no record carries is absent
 */
export async function renamedKeyIds(
    session: Session,
    items: readonly WriteItem[],
    name: NameInOrg
): Promise<ReadonlyMap<string, string>> {
    const ids = new Map<string, string>();
    const unknown = items.filter(
        ({ draft, salesforceId }) => draft.formerKey !== undefined && salesforceId === undefined
    );
    for (const [object, mine] of Map.groupBy(unknown, ({ draft }) => draft.object)) {
        const key = name(mine[0]?.draft.keyField ?? '');
        const keys = mine.flatMap(({ draft }) => draft.formerKey ?? []);
        const rows = await queryAll(session, `SELECT Id, ${key} FROM ${name(object)} WHERE ${key} IN ${list(keys)}`);
        for (const row of rows) if (typeof row[key] === 'string') ids.set(row[key], row.Id);
    }
    return ids;
}
