import type { OrgRight, OrgUserRights } from '../contracts/rights/org-rights.ts';
import { compositeReads, partBody, type Part } from './rest/composite.ts';
import { QueryPage, type Row } from './rest/query.ts';
import type { Session } from './rest/session.ts';
import { list, queryPath, text } from './rest/soql.ts';
import { readAnswer } from './rest/unreadable.ts';

/** The package's permission sets, with what each lets people do here. */
const RIGHTS: Readonly<Record<string, OrgRight>> = {
    Quo_Admin: 'admin',
    Quo_Manager: 'viewer'
};

const Assigned = (row: Row): { set?: unknown; group?: unknown; modifiesAll: boolean; until?: string } => ({
    set: row['PermissionSetId'],
    group: row['PermissionSetGroupId'],
    modifiesAll: (row['PermissionSet'] as Row | null)?.['PermissionsModifyAllData'] === true,
    ...(typeof row['ExpirationDate'] === 'string' && { until: row['ExpirationDate'] })
});

/**
 * What a user of the org may do here: by the package's permission sets, also those inside a permission set group, and
 * as a system administrator (the right to modify all data, from the profile or any permission set). One API call.
 *
 * Whether somebody is frozen is told to whoever may manage users, and to nobody else (Object Reference, UserLogin); where
 * it is not told, only deactivating somebody, or taking the right away, is seen.
 *
 * @throws {OrgUnavailable} @throws {Refusal} when whoever asks may not see assignments
 */
export async function readUserRights(
    session: Asking,
    userId: string,
    namespace: string | undefined,
    now: Date
): Promise<OrgUserRights> {
    const [user, assigned, sets, components, login] = await ask(session, userId, namespace);
    const frozen = pageOf(login).some((row) => row['IsFrozen'] === true);
    const isActive = !frozen && rowsOf(user).some((row) => row['IsActive'] === true);
    if (!isActive) return { isActive, rights: [] };
    const held = rowsOf(assigned)
        .map(Assigned)
        .filter(({ until }) => until === undefined || Date.parse(until) > now.getTime());
    const groups = new Set(held.map(({ group }) => group).filter((group) => typeof group === 'string'));
    const ids = new Set([
        ...held.map(({ set }) => set),
        ...pageOf(components).flatMap((row) =>
            groups.has(row['PermissionSetGroupId'] as string) ? [row['PermissionSetId']] : []
        )
    ]);
    const rights = pageOf(sets).flatMap((row) => (ids.has(row.Id) ? [RIGHTS[String(row['Name'])]] : []));
    if (held.some(({ modifiesAll }) => modifiesAll)) rights.push('admin');
    return { isActive, rights: [...new Set(rights.filter((right) => right !== undefined))] };
}

type Asking = Pick<Session, 'request' | 'root'>;
type Answers = readonly [user: Part, assigned: Part, sets: Part, components: Part, login: Part];

async function ask(session: Asking, userId: string, namespace: string | undefined): Promise<Answers> {
    const [id, prefix] = [text(userId), namespace === undefined ? 'null' : text(namespace)];
    const queries = [
        `SELECT Id, IsActive FROM User WHERE Id = ${id}`,
        `SELECT Id, PermissionSetId, PermissionSetGroupId, ExpirationDate, PermissionSet.PermissionsModifyAllData ` +
            `FROM PermissionSetAssignment WHERE AssigneeId = ${id}`,
        `SELECT Id, Name FROM PermissionSet WHERE Name IN ${list(Object.keys(RIGHTS))} AND NamespacePrefix = ${prefix}`,
        `SELECT Id, PermissionSetId, PermissionSetGroupId FROM PermissionSetGroupComponent WHERE PermissionSetGroupId IN ` +
            `(SELECT PermissionSetGroupId FROM PermissionSetAssignment WHERE AssigneeId = ${id})`,
        `SELECT Id, IsFrozen FROM UserLogin WHERE UserId = ${id}`
    ];
    return (await compositeReads(
        session,
        queries.map((soql) => queryPath(session.root, soql))
    )) as unknown as Answers;
}

/** What must be told. @throws {OrgUnavailable} @throws {Refusal} */
function rowsOf(part: Part): readonly Row[] {
    return readAnswer(QueryPage, partBody(part)).records;
}

/** What may be hidden: nothing is granted by it then. */
function pageOf({ body }: Part): readonly Row[] {
    const page = QueryPage.safeParse(body);
    return page.success ? page.data.records : [];
}
