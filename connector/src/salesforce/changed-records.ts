import { z } from 'zod';
import { SONA_ANSWER, SONA_CALL, TASK, TRANSCRIPT } from '../domain/records/names.ts';
import type { ChangedTask } from '../contracts/salesforce.ts';
import { compositeReads, partBody, type Part } from './rest/composite.ts';
import { nextPage } from './rest/chunks.ts';
import { instantOf } from './directory/to-person.ts';
import { text } from './directory/values.ts';
import type { NameInOrg } from './namespace.ts';
import { QueryPage, type Row } from './rest/query.ts';
import { Refusal } from './rest/refusal.ts';
import type { Session } from './rest/session.ts';
import { instant, queryPath } from './rest/soql.ts';
import { readAnswer } from './rest/unreadable.ts';

type Watched = NonNullable<ChangedTask['object']>;

const WATCHED: readonly { readonly object: Watched; readonly key: string; readonly more: readonly string[] }[] = [
    { object: 'Task', key: TASK.key, more: [TASK.match, 'WhoId', 'WhatId', 'OwnerId'] },
    { object: 'Sona_Call__c', key: SONA_CALL.callId, more: [] },
    { object: 'Sona_Answer__c', key: SONA_ANSWER.key, more: [] },
    { object: 'Quo_Transcript__c', key: TRANSCRIPT.key, more: [] }
];
const UserInfo = z.object({ user_id: z.string() });

/**
 * Our Tasks, Sona records, answers and transcripts that were changed since, by anybody, deleted ones included. One API call, and one
 * more per further page. Who changed a record last says nothing of the changes before: a late fact of ours may follow a
 * person's.
 *
 * @param since an instant; changes of that very instant are told again
 */
export async function readChangedRecords(
    session: Session,
    since: string,
    name: NameInOrg
): Promise<readonly ChangedTask[]> {
    const us = await integrationUser(session);
    const paths = WATCHED.map(({ object, key, more }) => {
        const columns = ['Id', name(key), ...more.map(name), 'LastModifiedById', 'SystemModstamp', 'IsDeleted'];
        const changed = `${name(key)} != null AND SystemModstamp >= ${instant(since)}`;
        const soql = `SELECT ${columns.join(', ')} FROM ${name(object)} WHERE ${changed} ORDER BY SystemModstamp, Id`;
        return queryPath(session.root, soql, 'queryAll');
    });
    const parts = await compositeReads(session, paths);
    const touched: ChangedTask[] = [];
    for (const [n, { object, key }] of WATCHED.entries())
        for (let page = pageOf(parts[n], object); page !== undefined; page = await nextPage(session, page))
            touched.push(...page.records.map((row) => readRow(row, object, name(key), name(TASK.match), since, us)));
    return touched;
}

function readRow(row: Row, object: Watched, key: string, match: string, since: string, us: string): ChangedTask {
    return {
        ...(object === 'Task' ? {} : { object }),
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
    };
}

/** Records beside the Task that the integration user does not see, or that an older package lacks, hold nothing back. */
function pageOf(part: Part | undefined, object: Watched): QueryPage | undefined {
    if (part === undefined) return undefined;
    try {
        return readAnswer(QueryPage, partBody(part));
    } catch (error) {
        if (object !== 'Task' && error instanceof Refusal) return undefined;
        throw error;
    }
}

/** The token says whose it is; where it does not, Salesforce is asked, so that what we delete is never taken for a choice. */
export async function integrationUser(session: Session): Promise<string> {
    const { userId } = await session.tokens();
    if (userId !== undefined) return userId;
    return readAnswer(UserInfo, await session.request({ method: 'GET', path: '/services/oauth2/userinfo' })).user_id;
}
