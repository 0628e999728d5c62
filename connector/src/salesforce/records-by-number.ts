import type { OurRecord } from '../contracts/org-administration.ts';
import { SONA_CALL, TASK, TRANSCRIPT } from '../domain/records/names.ts';
import type { NameInOrg } from './namespace.ts';
import { Refusal } from './rest/refusal.ts';
import { queryAll } from './rest/query.ts';
import type { Session } from './rest/session.ts';
import { text } from './rest/soql.ts';

/**
 * Our Tasks, Sona records and transcripts about a number as the org has them, archived ones too: also those that we lost sight of.
 * Three API calls.
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
    const transcripts = await transcriptsOf(session, number, name);
    return [
        ...transcripts.map((Id) => ({ object: 'Quo_Transcript__c' as const, salesforceId: Id })),
        ...tasks.map(({ Id }) => ({ object: 'Task' as const, salesforceId: Id })),
        ...calls.map(({ Id }) => ({ object: 'Sona_Call__c' as const, salesforceId: Id }))
    ];
}

/** A package older than this connector has none. */
async function transcriptsOf(session: Session, number: string, name: NameInOrg): Promise<readonly string[]> {
    const condition = `${name(TRANSCRIPT.externalNumber)} = ${text(number)} AND ${name(TRANSCRIPT.key)} != null`;
    try {
        const rows = await queryAll(session, `SELECT Id FROM ${name('Quo_Transcript__c')} WHERE ${condition}`);
        return rows.map(({ Id }) => Id);
    } catch (error) {
        if (error instanceof Refusal && ['INVALID_TYPE', 'INVALID_FIELD'].includes(error.first.code)) return [];
        throw error;
    }
}
