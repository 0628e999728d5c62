import { LEAD } from '../domain/records/names.ts';
import { text as told } from './directory/to-person.ts';
import type { NameInOrg } from './namespace.ts';
import { queryAll } from './query.ts';
import type { Session } from './session.ts';
import { text } from './soql.ts';
import { integrationUser } from './touched.ts';

export interface MadeLead {
    readonly id: string;
    readonly name: string;
    /** Then it is a contact's history, and no lead any more. */
    readonly isConverted: boolean;
}

/** Leads that we made for a number: ours by its key and by who created them. One API call. */
export async function madeLeads(session: Session, number: string, name: NameInOrg): Promise<readonly MadeLead[]> {
    const us = await integrationUser(session);
    const rows = await queryAll(
        session,
        `SELECT Id, Name, IsConverted FROM Lead WHERE ${name(LEAD.phone)} = ${text(number)} AND CreatedById = ${text(us)}`
    );
    return rows.map((row) => ({ id: row.Id, name: told(row.Name) ?? '', isConverted: row.IsConverted === true }));
}
