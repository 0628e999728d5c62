import type { Person } from '../../domain/people/person.ts';
import type { Sql } from '../database/sql.ts';
import { sealedRows } from '../sealing/sealed.ts';

/** People who carry a copy of another record, as they were and as they are now. */
export interface Followed {
    readonly before: readonly Person[];
    readonly after: readonly Person[];
}

type Moved = { readonly from: string; readonly to?: string };

/**
 * The contacts of accounts that were renamed or merged: Salesforce does not touch a contact for that, so no refresh tells
 * them, while they carry the account's id and name.
 *
 * @param known accounts as they were before this change, among others
 * @param now everybody whom this change told, as they are
 */
export async function followAccounts(
    sql: Sql,
    connection: string,
    known: readonly Person[],
    now: ReadonlyMap<string, Person>,
    moved: readonly Moved[]
): Promise<Followed> {
    const renamed = known.flatMap((was) => {
        const is = now.get(was.id);
        return is?.object === 'Account' && is.name !== was.name ? [{ from: was.id, to: was.id }] : [];
    });
    const changes = new Map(
        [...renamed, ...moved].flatMap(({ from, to }) => (to === undefined ? [] : [[from, to] as const]))
    );
    if (changes.size === 0) return { before: [], after: [] };
    const before = await peopleWhere(sql, connection, `person ->> 'accountId' = any ($2)`, [...changes.keys()]);
    const accounts = await peopleWhere(sql, connection, 'id = any ($2)', [...new Set(changes.values())]);
    const names = new Map(accounts.map(({ id, name }) => [id, name]));
    return keepFollowed(sql, connection, before, (person) => {
        const accountId = changes.get(person.accountId ?? '');
        const company = names.get(accountId ?? '') ?? person.company;
        return { ...person, accountId, company };
    });
}

/** The people of owners who are called otherwise now. */
export async function followOwners(
    sql: Sql,
    connection: string,
    owners: ReadonlyMap<string, string>
): Promise<readonly Person[]> {
    const before = await peopleWhere(sql, connection, `person ->> 'ownerId' = any ($2)`, [...owners.keys()]);
    const { after } = await keepFollowed(sql, connection, before, (person) => ({
        ...person,
        ownerName: owners.get(person.ownerId ?? '') ?? person.ownerName
    }));
    return after;
}

async function keepFollowed(
    sql: Sql,
    connection: string,
    people: readonly Person[],
    asNow: (person: Person) => Person
): Promise<Followed> {
    const followed = people.flatMap((person) => {
        const now = asNow(person);
        return JSON.stringify(now) === JSON.stringify(person) ? [] : [{ person, now }];
    });
    if (followed.length > 0)
        await sql.run(
            `update people p set person = f.person from jsonb_to_recordset($2::jsonb) as f (id text, person jsonb)
            where p.connection = $1 and p.id = f.id`,
            [
                connection,
                sealedRows(
                    followed.map(({ now }) => ({ id: now.id, person: now })),
                    { person: 'same' }
                )
            ]
        );
    return { before: followed.map(({ person }) => person), after: followed.map(({ now }) => now) };
}

async function peopleWhere(
    sql: Sql,
    connection: string,
    condition: string,
    values: readonly string[]
): Promise<readonly Person[]> {
    const rows = await sql.rows<{ person: Person }>(
        `select person from people where connection = $1 and ${condition} order by id for update`,
        [connection, values]
    );
    return rows.map(({ person }) => person);
}
