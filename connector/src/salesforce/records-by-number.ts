import type { OurRecord } from '../contracts/org-administration.ts';
import { SONA_CALL, TASK } from '../domain/records/names.ts';
import type { NameInOrg } from './namespace.ts';
import { queryAll } from './rest/query.ts';
import type { Session } from './rest/session.ts';
import { text } from './rest/soql.ts';

/**
 * Our Tasks and Sona records about a number as the org has them, archived ones too: also those that we lost sight of.
 * Two API calls.
 */
export async function recordsByNumber(
    session: Session,
    number: string,
    name: NameInOrg
): Promise<readonly OurRecord[]> {
    const tasks = await queryAll(
        session,
        `SELECT Id FROM Task WHERE ${name(TASK.externalNumber)} = ${text(number)} AND ${name(TASK.key)} != null ` +
            `AND IsDeleted = false`,
        'queryAll'
    );
    const calls = await queryAll(
        session,
        `SELECT Id FROM ${name('Sona_Call__c')} WHERE ${name(SONA_CALL.callerNumber)} = ${text(number)}`
    );
    return [
        ...tasks.map(({ Id }) => ({ object: 'Task' as const, salesforceId: Id })),
        ...calls.map(({ Id }) => ({ object: 'Sona_Call__c' as const, salesforceId: Id }))
    ];
}
