import { z } from 'zod';
import { TASK } from '../domain/records/names.ts';
import type { TouchedTask } from '../pipeline/ports/org.ts';
import { instantOf, text } from './directory/to-person.ts';
import type { NameInOrg } from './namespace.ts';
import { queryAll } from './query.ts';
import type { Session } from './session.ts';
import { instant } from './soql.ts';

const UserInfo = z.object({ user_id: z.string() });

/**
 * Our Tasks that were changed since, by anybody, deleted ones included, oldest first. One API call for 2,000 of them.
 * Who changed a Task last says nothing of the changes before: a late fact of ours may follow a person's.
 *
 * @param since an instant; changes of that very instant are told again
 */
export async function readTouched(session: Session, since: string, name: NameInOrg): Promise<readonly TouchedTask[]> {
    const key = name(TASK.key);
    const match = name(TASK.match);
    const us = await integrationUser(session);
    const rows = await queryAll(
        session,
        `SELECT Id, ${key}, ${match}, WhoId, WhatId, OwnerId, LastModifiedById, SystemModstamp, IsDeleted FROM Task ` +
            `WHERE ${key} != null AND SystemModstamp >= ${instant(since)} ORDER BY SystemModstamp, Id`,
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
        isByUs: text(row.LastModifiedById) === us,
        modifiedAt: instantOf(row.SystemModstamp) ?? since,
        isDeleted: row.IsDeleted === true
    }));
}

/** The token says whose it is; where it does not, Salesforce is asked, so that what we delete is never taken for a choice. */
export async function integrationUser(session: Session): Promise<string> {
    const { userId } = await session.tokens();
    if (userId !== undefined) return userId;
    return UserInfo.parse(await session.request({ method: 'GET', path: '/services/oauth2/userinfo' })).user_id;
}
