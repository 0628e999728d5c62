import type { Database, Sql } from '../database/sql.ts';

interface Move {
    readonly from: string;
    readonly to?: string | undefined;
}

/**
 * Records that were merged, converted or deleted. A contact goes over to the record that now stands for its own, unless
 * that one has a contact already: then there would be two for one person, so it is deleted in Quo.
 *
 * @returns how many contacts are concerned
 */
export async function followMoves(db: Database, connection: string, moved: readonly Move[]): Promise<number> {
    if (moved.length === 0) return 0;
    return db.transaction(async (sql) => {
        const ids = [...new Set(moved.flatMap(({ from, to }) => (to === undefined ? [from] : [from, to])))];
        const known = await sql.rows<{ person: string }>(
            'select person from quo_contacts where connection = $1 and person = any ($2) order by person for update',
            [connection, ids]
        );
        const people = new Set(known.map(({ person }) => person));
        let concerned = 0;
        for (const move of moved) if (people.has(move.from)) concerned += await follow(sql, connection, move, people);
        return concerned;
    });
}

/** Follows everything that moved while nobody told of it, and makes everybody due who has a contact. */
export async function catchUp(db: Database, connection: string): Promise<void> {
    const moved = await db.rows<{ from: string; to: string | null }>(
        `select m.id as "from", m.into_id as "to" from moved m
        join quo_contacts c on c.connection = m.connection and c.person = m.id where m.connection = $1`,
        [connection]
    );
    await followMoves(
        db,
        connection,
        moved.map(({ from, to }) => (to === null ? { from } : { from, to }))
    );
    await db.run(
        `update quo_contacts set version = version + 1, due_at = now(), attempts = 0
        where connection = $1 and state in ('linked', 'creating')`,
        [connection]
    );
}

async function follow(sql: Sql, connection: string, { from, to }: Move, people: Set<string>): Promise<number> {
    // Without a contact in Quo there is nothing to follow; what is being made may exist there.
    const gone = await sql.run(
        `delete from quo_contacts where connection = $1 and person = $2 and state in ('wanted', 'unlinked', 'skipped')`,
        [connection, from]
    );
    if (gone > 0) return 0;
    if (to !== undefined && (await goOver(sql, connection, from, to))) {
        people.add(to);
        return 1;
    }
    return sql.run(
        `update quo_contacts set state = 'leaving', version = version + 1, due_at = now()
        where connection = $1 and person = $2 and state <> 'leaving'`,
        [connection, from]
    );
}

/** A contact that somebody is writing at this moment stays where it is; it is deleted and made anew by the next call. */
async function goOver(sql: Sql, connection: string, from: string, to: string): Promise<boolean> {
    await sql.run(
        `delete from quo_contacts where connection = $1 and person = $2
        and state in ('wanted', 'unlinked') and (lease_until is null or lease_until < now())`,
        [connection, to]
    );
    const went = await sql.run(
        `update quo_contacts set person = $3, version = version + 1, due_at = now()
        where connection = $1 and person = $2 and state = 'linked' and (lease_until is null or lease_until < now())
        and not exists (select from quo_contacts where connection = $1 and person = $3)`,
        [connection, from, to]
    );
    return went > 0;
}
