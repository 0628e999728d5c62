import { TRANSCRIPT } from '../domain/records/names.ts';
import { describeObjects } from './directory/fields.ts';
import type { NameInOrg } from './namespace.ts';
import type { Session } from './rest/session.ts';

/**
 * What an older package, or the integration user's rights, lack for transcripts: the object, or fields of it. By describe:
 * one API call.
 *
 * @returns the org's names; empty where transcripts can be written
 * @throws {OrgUnavailable}
 */
export async function transcriptAccess(session: Session, name: NameInOrg): Promise<readonly string[]> {
    const object = name('Quo_Transcript__c');
    const described = (await describeObjects(session, [object])).get(object);
    if (described?.createable !== true || !described.updateable) return [object];
    return Object.values(TRANSCRIPT)
        .map(name)
        .filter((field) => {
            const found = described.fields.get(field);
            return found === undefined || !found.createable || !found.updateable;
        })
        .map((field) => `${object}.${field}`);
}
