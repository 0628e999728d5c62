import { TASK } from '../domain/records/names.ts';
import type { TouchedTask } from '../pipeline/ports/org.ts';
import { instantOf, text } from './directory/to-person.ts';
import type { NameInOrg } from './namespace.ts';
import { queryAll } from './query.ts';
import type { Session } from './session.ts';
import { instant, text as literal } from './soql.ts';

/**
 * Our Tasks that somebody else changed since, deleted ones included, oldest first. One API call.
 *
 * @param since an instant; changes of that very instant are told again
 */
export async function readTouched(session: Session, since: string, name: NameInOrg): Promise<readonly TouchedTask[]> {
    const key = name(TASK.key);
    const match = name(TASK.match);
    const { userId } = await session.tokens();
    const notOurs = userId === undefined ? '' : ` AND LastModifiedById != ${literal(userId)}`;
    const rows = await queryAll(
        session,
        `SELECT Id, ${key}, ${match}, WhoId, WhatId, OwnerId, LastModifiedById, SystemModstamp, IsDeleted FROM Task ` +
            `WHERE ${key} != null AND SystemModstamp >= ${instant(since)}${notOurs} ORDER BY SystemModstamp, Id`,
        'queryAll'
    );
    return rows.map((row) => ({
        id: row.Id,
        key: text(row[key]) ?? '',
        whoId: text(row.WhoId),
        whatId: text(row.WhatId),
        ownerId: text(row.OwnerId),
        match: text(row[match]),
        modifiedById: text(row.LastModifiedById) ?? '',
        modifiedAt: instantOf(row.SystemModstamp) ?? since,
        isDeleted: row.IsDeleted === true
    }));
}
