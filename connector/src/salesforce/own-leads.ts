import type { OwnLead } from '../contracts/org-administration.ts';
import { LEAD } from '../domain/records/names.ts';
import { text as told } from './directory/values.ts';
import type { NameInOrg } from './namespace.ts';
import { queryAll } from './rest/query.ts';
import type { Session } from './rest/session.ts';
import { text } from './rest/soql.ts';
import { integrationUser } from './changed-records.ts';

/** Leads that we made for a number: ours by its key and by who created them. One API call. */
export async function ownLeads(session: Session, number: string, name: NameInOrg): Promise<readonly OwnLead[]> {
    const us = await integrationUser(session);
    const rows = await queryAll(
        session,
        `SELECT Id, Name, IsConverted FROM Lead WHERE ${name(LEAD.phone)} = ${text(number)} AND CreatedById = ${text(us)}`
    );
    return rows.map((row) => ({ id: row.Id, name: told(row.Name) ?? '', isConverted: row.IsConverted === true }));
}
