import type { Person } from '../../domain/people/person.ts';
import type { AppliedChange, DirectoryChange } from '../../contracts/store.ts';
import { changedNumbers } from './changed-numbers.ts';
import { followAccounts } from './related-copies.ts';
import { lockFor } from '../engine/locks.ts';
import type { Database, Sql } from '../database/sql.ts';
import { jsonbText } from '../database/jsonb-text.ts';
import { sealedRows } from '../sealing/sealed.ts';

type Moved = { readonly from: string; readonly to?: string };

/** A person is about 600 bytes; a thousand are one comfortable statement. */
const BATCH = 1_000;
/** Merges of merges seen in one refresh; also the end of a circle, which only damaged data could have. */
const LONGEST_CHAIN = 16;

/** Takes in what Salesforce changed, in one transaction; one at a time for each connection. */
export async function applyChange(db: Database, connection: string, change: DirectoryChange): Promise<AppliedChange> {
    return db.transaction(async (sql) => {
        await lockFor(sql, 'directory', connection);
        const people = latest(change.people);
        const goneIds = change.gone.map(({ id }) => id).filter((id) => !people.has(id));
        const before = await knownPeople(sql, connection, [...people.keys(), ...goneIds]);
        await remove(sql, connection, goneIds);
        for (const batch of batches([...people.values()])) await keepPeople(sql, connection, batch);
        const moved = await keepMoves(
            sql,
            connection,
            change.gone.filter(({ id }) => !people.has(id))
        );
        const related = await followAccounts(sql, connection, before, people, moved);
        await applyRelated(sql, connection, change);
        await sql.run(
            `insert into high_water (connection, object, mark) select $1, key, value from jsonb_each_text($2)
            on conflict (connection, object) do update set mark = excluded.mark`,
            [connection, jsonbText(change.highWater)]
        );
        const was = [...before, ...related.before];
        const is = [...people.values(), ...related.after];
        return { numbers: changedNumbers(was, is), moved, related: related.after };
    });
}

/** One of each id: the last one told. */
function latest(people: readonly Person[]): ReadonlyMap<string, Person> {
    return new Map(people.map((person) => [person.id, person]));
}

function batches<T>(items: readonly T[]): readonly (readonly T[])[] {
    return Array.from({ length: Math.ceil(items.length / BATCH) }, (_, i) => items.slice(i * BATCH, (i + 1) * BATCH));
}

async function knownPeople(sql: Sql, connection: string, ids: readonly string[]): Promise<readonly Person[]> {
    const rows = await sql.rows<{ person: Person }>(
        'select person from people where connection = $1 and id = any ($2)',
        [connection, ids]
    );
    return rows.map(({ person }) => person);
}

async function remove(sql: Sql, connection: string, ids: readonly string[]): Promise<void> {
    await sql.run('delete from person_numbers where connection = $1 and person = any ($2)', [connection, ids]);
    await sql.run('delete from people where connection = $1 and id = any ($2)', [connection, ids]);
}

async function keepPeople(sql: Sql, connection: string, people: readonly Person[]): Promise<void> {
    const rows = sealedRows(
        people.map((person) => ({ id: person.id, person })),
        { person: 'same' }
    );
    await sql.run(
        `insert into people (connection, id, person)
        select $1, id, person from jsonb_to_recordset($2::jsonb) as p (id text, person jsonb)
        on conflict (connection, id) do update set person = excluded.person, seen_at = now()`,
        [connection, rows]
    );
    const ids = people.map(({ id }) => id);
    await sql.run('delete from person_numbers where connection = $1 and person = any ($2)', [connection, ids]);
    await sql.run(
        `insert into person_numbers (connection, e164, person)
        select distinct $1, n ->> 'e164', p.id
        from jsonb_to_recordset($2::jsonb) as p (id text, person jsonb), jsonb_array_elements(p.person -> 'numbers') n`,
        [connection, rows]
    );
    await sql.run(
        `delete from unknown_numbers u using person_numbers n
        where u.connection = $1 and n.connection = $1 and n.e164 = u.e164 and n.person = any ($2)`,
        [connection, ids]
    );
    await sql.run('delete from moved where connection = $1 and id = any ($2)', [connection, ids]);
}

/** Remembers what stands for the records that are gone; what a person had chosen follows, or falls. */
async function keepMoves(sql: Sql, connection: string, gone: DirectoryChange['gone']): Promise<readonly Moved[]> {
    if (gone.length === 0) return [];
    const given = `(select * from jsonb_to_recordset($2::jsonb) as g (id text, "into" text)) g`;
    for (const batch of batches(gone)) {
        await sql.run(
            `insert into moved (connection, id, into_id) select distinct on (id) $1, id, "into" from ${given} order by id
            on conflict (connection, id) do update set into_id = coalesce(excluded.into_id, moved.into_id)`,
            [connection, jsonbText(batch)]
        );
    }
    await shortenChains(sql, connection);
    for (const batch of batches(gone)) {
        const rows = jsonbText(batch);
        await sql.run(
            `update choices c set record = m.into_id, choice = c.choice || jsonb_build_object('record', m.into_id)
            from moved m, ${given}
            where c.connection = $1 and m.connection = $1 and m.id = g.id and c.record = g.id and m.into_id is not null`,
            [connection, rows]
        );
        await sql.run(`delete from choices c using ${given} where c.connection = $1 and c.record = g.id`, [
            connection,
            rows
        ]);
    }
    const rows = await sql.rows<{ id: string; into_id: string | null }>(
        'select id, into_id from moved where connection = $1 and id = any ($2) order by id',
        [connection, gone.map(({ id }) => id)]
    );
    return rows.map(({ id, into_id }) => (into_id === null ? { from: id } : { from: id, to: into_id }));
}

/** What had moved into a record that moved on, moves on with it. */
async function shortenChains(sql: Sql, connection: string): Promise<void> {
    for (let pass = 0; pass < LONGEST_CHAIN; pass += 1) {
        const shortened = await sql.run(
            `update moved m set into_id = t.into_id from moved t
            where m.connection = $1 and t.connection = $1 and t.id = m.into_id
                and t.into_id is not null and t.into_id <> m.id`,
            [connection]
        );
        if (shortened === 0) return;
    }
}

async function applyRelated(sql: Sql, connection: string, change: DirectoryChange): Promise<void> {
    const { goneRelated, related, deletedRelated = [] } = change;
    if (deletedRelated.length > 0)
        await sql.run(
            `update choices set choice = choice - 'relatedId'
            where connection = $1 and choice ->> 'relatedId' = any ($2)`,
            [connection, deletedRelated]
        );
    const ids = [...goneRelated, ...related.map(({ id }) => id)];
    if (ids.length === 0) return;
    await sql.run('delete from related_contacts where connection = $1 and related = any ($2)', [connection, ids]);
    await sql.run('delete from related_records where connection = $1 and id = any ($2)', [connection, ids]);
    const kept = new Map(related.map((record) => [record.id, record]));
    for (const batch of batches([...kept.values()])) {
        const rows = sealedRows(
            batch.map((record) => ({ id: record.id, account: record.accountId, record })),
            { record: 'same' }
        );
        const given = 'jsonb_to_recordset($2::jsonb) as r (id text, account text, record jsonb)';
        await sql.run(
            `insert into related_records (connection, id, account, record) select $1, id, account, record
            from ${given}`,
            [connection, rows]
        );
        await sql.run(
            `insert into related_contacts (connection, contact, related)
            select distinct $1, c, r.id from ${given}, jsonb_array_elements_text(r.record -> 'contactIds') c`,
            [connection, rows]
        );
    }
}
