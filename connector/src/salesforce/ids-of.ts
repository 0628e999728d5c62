import type { DraftObject } from '../domain/records/draft.ts';
import { LEAD, SONA_ANSWER, SONA_CALL, TASK, TRANSCRIPT } from '../domain/records/names.ts';
import type { NameInOrg } from './namespace.ts';
import { queryAll } from './rest/query.ts';
import type { Session } from './rest/session.ts';
import { list } from './rest/soql.ts';

const KEYS: Readonly<Record<DraftObject, string>> = {
    Task: TASK.key,
    Sona_Call__c: SONA_CALL.callId,
    Sona_Answer__c: SONA_ANSWER.key,
    Quo_Transcript__c: TRANSCRIPT.key,
    Lead: LEAD.phone
};
/** Keys of one query: an address holds some 16,000 characters, a key at most 120. */
const AT_ONCE = 100;

/** Ids of our records that have these keys. One API call for a hundred keys. */
export async function idsOf(
    session: Session,
    object: DraftObject,
    keys: readonly string[],
    name: NameInOrg
): Promise<readonly string[]> {
    const ids: string[] = [];
    for (let at = 0; at < keys.length; at += AT_ONCE) {
        const some = list(keys.slice(at, at + AT_ONCE));
        const rows = await queryAll(session, `SELECT Id FROM ${name(object)} WHERE ${name(KEYS[object])} IN ${some}`);
        ids.push(...rows.map(({ Id }) => Id));
    }
    return ids;
}
