import { z } from 'zod';
import { TASK } from '../domain/records/names.ts';
import type { TouchedTask } from '../pipeline/ports/org.ts';
import { instantOf, text } from './directory/to-person.ts';
import type { NameInOrg } from './namespace.ts';
import { queryAll } from './query.ts';
import type { Session } from './session.ts';
import { instant, text as literal } from './soql.ts';

const UserInfo = z.object({ user_id: z.string() });

/**
 * Our Tasks that somebody else changed since, deleted ones included, oldest first. One API call.
 *
 * @param since an instant; changes of that very instant are told again
 */
export async function readTouched(session: Session, since: string, name: NameInOrg): Promise<readonly TouchedTask[]> {
    const key = name(TASK.key);
    const match = name(TASK.match);
    const us = literal(await integrationUser(session));
    const rows = await queryAll(
        session,
        `SELECT Id, ${key}, ${match}, WhoId, WhatId, OwnerId, LastModifiedById, SystemModstamp, IsDeleted FROM Task ` +
            `WHERE ${key} != null AND SystemModstamp >= ${instant(since)} AND LastModifiedById != ${us} ORDER BY SystemModstamp, Id`,
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

/** The token says whose it is; where it does not, Salesforce is asked, so that our own writes are never taken for a choice. */
async function integrationUser(session: Session): Promise<string> {
    const { userId } = await session.tokens();
    if (userId !== undefined) return userId;
    return UserInfo.parse(await session.request({ method: 'GET', path: '/services/oauth2/userinfo' })).user_id;
}
