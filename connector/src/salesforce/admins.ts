import { queryAll } from './rest/query.ts';
import type { Session } from './rest/session.ts';
import { text } from './rest/soql.ts';

/** The package's permission set for people who look after the connection. */
const ADMIN_SET = 'Quo_Admin';

/**
 * Whether a user of the org may look after the connection: whoever holds `Quo_Admin`, or is a system administrator
 * (the right to modify all data, from the profile or any permission set).
 *
 * @throws {OrgUnavailable} @throws {Refusal} when the integration user may not see assignments
 */
export async function isOrgAdmin(session: Session, userId: string, namespace: string | undefined): Promise<boolean> {
    const ofPackage = namespace === undefined ? 'null' : text(namespace);
    const rows = await queryAll(
        session,
        `SELECT Id FROM PermissionSetAssignment WHERE AssigneeId = ${text(userId)} AND Assignee.IsActive = true AND ` +
            `(PermissionSet.PermissionsModifyAllData = true OR ` +
            `(PermissionSet.Name = ${text(ADMIN_SET)} AND PermissionSet.NamespacePrefix = ${ofPackage})) LIMIT 1`
    );
    return rows.length > 0;
}
