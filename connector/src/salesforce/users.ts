import type { OrgUser } from '../domain/workspace.ts';
import { compositeQueries } from './rest/composite.ts';
import { nextPage } from './rest/chunks.ts';
import type { Row } from './rest/query.ts';
import type { Session } from './rest/session.ts';
import { list } from './rest/soql.ts';

/** User types that are not people of the company: portals and communities, guests, Salesforce's own processes. */
const OTHERS = [
    'Guest',
    'CspLitePortal',
    'CustomerSuccess',
    'PowerCustomerSuccess',
    'PowerPartner',
    'CsnOnly',
    'SelfService',
    'AutomatedProcess',
    'CloudIntegrationUser'
];

/** Everybody who can own a Task: people of the company, active or not; no guests, no portal or automated users. */
export async function readUsers(session: Session): Promise<readonly OrgUser[]> {
    const soql = `SELECT Id, Name, Email, Username, IsActive FROM User WHERE UserType NOT IN ${list(OTHERS)} ORDER BY Name, Id`;
    const rows: Row[] = [];
    // The first page may share an API call with other reads of the moment.
    let [page] = await compositeQueries(session, [{ soql }]);
    while (page !== undefined) {
        rows.push(...page.records);
        page = await nextPage(session, page);
    }
    return rows.map((row) => ({
        id: row.Id,
        name: textOf(row.Name),
        email: textOf(row.Email),
        username: textOf(row.Username),
        isActive: row.IsActive === true
    }));
}

function textOf(value: unknown): string {
    return typeof value === 'string' ? value : '';
}
