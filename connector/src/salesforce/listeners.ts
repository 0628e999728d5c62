import type { OrgListeners } from '../contracts/rights/listening.ts';
import { recordPart } from '../domain/record-id.ts';
import { compositeReads, partBody, type Part } from './rest/composite.ts';
import { QueryPage, readPage, type Row } from './rest/query.ts';
import { Refusal } from './rest/refusal.ts';
import type { Session } from './rest/session.ts';
import { queryPath, text } from './rest/soql.ts';
import { readAnswer } from './rest/unreadable.ts';

/** The package's custom permission, which *Quo Recording Listener* grants, and any set or profile that an admin gives it to. */
const LISTEN = 'Quo_Listen';

type Asking = Pick<Session, 'request' | 'root' | 'reads'>;

/**
 * Who of the org may listen to recordings by now, for one API call: active users whose profile, permission set or
 * permission set group grants `Quo_Listen`, for as long as it is assigned. A group counts by the set that Salesforce
 * keeps for it, with what the group mutes taken away (Object Reference, PermissionSet).
 *
 * @throws {OrgUnavailable} @throws {Refusal} when whoever asks may not see assignments
 */
export async function readListeners(session: Asking, namespace: string | undefined, now: Date): Promise<OrgListeners> {
    const ofPackage = namespace === undefined ? 'null' : text(namespace);
    const permission = `SELECT Id FROM CustomPermission WHERE DeveloperName = ${text(LISTEN)} AND NamespacePrefix = ${ofPackage}`;
    const queries = [
        `SELECT Id, ParentId FROM SetupEntityAccess WHERE SetupEntityId IN (${permission})`,
        `SELECT Id, AssigneeId, PermissionSetId, ExpirationDate FROM PermissionSetAssignment WHERE Assignee.IsActive = true AND ` +
            `PermissionSetId IN (SELECT ParentId FROM SetupEntityAccess WHERE SetupEntityType = 'CustomPermission')`,
        'SELECT Id, UserId FROM UserLogin WHERE IsFrozen = true'
    ];
    const [granting, assigned, frozen] = (await compositeReads(
        session,
        queries.map((soql) => queryPath(session.root, soql))
    )) as unknown as readonly [Part, Part, Part];
    const sets = new Set((await rowsOf(session, granting)).map((row) => row['ParentId']));
    const assignments = (await rowsOf(session, assigned)).filter((row) => !hasExpired(row, now));
    const frozenIds = await hidden(rowsOf(session, frozen));
    const holders = assignments.flatMap((row) => (sets.has(row['PermissionSetId']) ? [idIn(row, 'AssigneeId')] : []));
    const isFrozen = new Set((frozenIds ?? []).map((row) => idIn(row, 'UserId')));
    return {
        userIds: [...new Set(holders)].filter((id) => !isFrozen.has(id)).sort(),
        seesFrozen: frozenIds !== undefined
    };
}

/** The object is none for whoever may not manage users (Object Reference, UserLogin). */
async function hidden(rows: Promise<readonly Row[]>): Promise<readonly Row[] | undefined> {
    return rows.catch((error: unknown) => {
        if (error instanceof Refusal) return undefined;
        throw error;
    });
}

async function rowsOf(session: Asking, part: Part): Promise<readonly Row[]> {
    const first = readAnswer(QueryPage, partBody(part));
    const rows = [...first.records];
    for (let next = first.nextRecordsUrl; next !== undefined;) {
        const page = await readPage(session, next);
        rows.push(...page.records);
        next = page.nextRecordsUrl;
    }
    return rows;
}

/** An assignment that has expired may still be there. */
function hasExpired({ ExpirationDate: until }: Row, now: Date): boolean {
    return typeof until === 'string' && Date.parse(until) <= now.getTime();
}

function idIn(row: Row, field: string): string {
    const id = row[field];
    return typeof id === 'string' ? recordPart(id) : '';
}
