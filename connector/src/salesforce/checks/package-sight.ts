import { compositeReads } from '../rest/composite.ts';
import { QueryPage } from '../rest/query.ts';
import type { Session } from '../rest/session.ts';
import { queryPath, text } from '../rest/soql.ts';

/** The package's permission set for the user that the connector works as. */
const INTEGRATION_SET = 'Quo_Integration';

/**
 * Whether what describe does not show is missing, or only hidden from the integration user. Describe leaves both out
 * alike; the package's permission set tells them apart.
 */
export interface PackageSight {
    /** The org has the package's permission set; `undefined`: it may not be asked. */
    readonly installed?: boolean;
    /** The integration user holds it, and would see every field that the installed version has. */
    readonly assigned?: boolean;
}

/** One API call. A query that is refused says nothing, and is no fault. @throws {OrgUnavailable} */
export async function packageSight(session: Session, namespace: string | undefined): Promise<PackageSight> {
    const { userId } = await session.tokens();
    const prefix = namespace === undefined ? 'null' : text(namespace);
    const sets = `SELECT Id FROM PermissionSet WHERE Name = ${text(INTEGRATION_SET)} AND NamespacePrefix = ${prefix} LIMIT 1`;
    const held =
        `SELECT Id FROM PermissionSetAssignment WHERE AssigneeId = ${text(userId ?? '')} AND ` +
        `PermissionSet.Name = ${text(INTEGRATION_SET)} AND PermissionSet.NamespacePrefix = ${prefix} LIMIT 1`;
    const parts = await compositeReads(
        session,
        (userId === undefined ? [sets] : [sets, held]).map((soql) => queryPath(session.root, soql))
    );
    const [installed, assigned] = parts.map(({ body }) => {
        const page = QueryPage.safeParse(body);
        return page.success ? page.data.records.length > 0 : undefined;
    });
    // Whoever may not list permission sets sees none of them; an assignment proves that the set is there.
    return {
        ...(installed !== undefined && { installed: installed || assigned === true }),
        ...(assigned !== undefined && { assigned })
    };
}
