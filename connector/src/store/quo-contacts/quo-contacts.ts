import type { Person } from '../../domain/people/person.ts';
import type { ContactRow, ContactState, QuoContactStore } from '../../contracts/quo/contacts.ts';
import { catchUp, followMoves } from './quo-contact-moves.ts';
import { quoContactRuns } from './quo-contact-runs.ts';
import { quoContactSkips } from './quo-contact-skips.ts';
import type { Database, Sql } from '../database/sql.ts';
import { jsonbText } from '../database/jsonb-text.ts';
import { sealedRows } from '../sealing/sealed.ts';

/** Longer than the longest request to Quo with its repeats. */
const LEASE_MS = 90_000;

/** `due_at` is set while something is to be done; a lease only delays it. */
const COLUMNS = `person, state, quo_id as "quoId", written, error, attempts, version::int as version, due_at is not null as due`;

const FREE = '(lease_until is null or lease_until < now())';

export function quoContactStore(db: Database, leaseMs: number = LEASE_MS): QuoContactStore {
    return {
        ...quoContactRuns(db),
        ...quoContactSkips(db),
        ...reading(db),
        hold: (connection, people) => hold(db, connection, people, leaseMs),
        async creating(connection, people) {
            await db.run(
                `update quo_contacts set state = 'creating', quo_id = null, written = null, changed_at = now()
                where connection = $1 and person = any ($2)`,
                [connection, people]
            );
        },
        async keep(connection, kept) {
            await db.run(KEEP, [connection, sealedRows(kept, { written: 'same', error: 'same' })]);
        },
        async forget(connection, done) {
            await db.run(FORGET, [connection, jsonbText(done.map(({ person, version }) => ({ person, version })))]);
        },
        catchUp: (connection) => catchUp(db, connection),
        makeDue: (connection, people, andNew) => makeDue(db, connection, people, andNew),
        follow: (connection, moved) => followMoves(db, connection, moved),
        adopt: (connection, found) =>
            db.run(
                `insert into quo_contacts (connection, person, state, quo_id)
                select $1, person, 'linked', "quoId"
                from jsonb_to_recordset($2::jsonb) as f (person text, "quoId" text) order by person
                on conflict (connection, person) do update
                set state = 'linked', quo_id = excluded.quo_id, changed_at = now()
                where quo_contacts.state in ('wanted', 'creating') and ${FREE.replaceAll('lease', 'quo_contacts.lease')}`,
                [connection, jsonbText(found)]
            )
    };
}

/** A change that came while the person was held raised `version`, so the person stays due. */
const KEEP = `
insert into quo_contacts as c (connection, person, state, quo_id, written, error, attempts, done_version, due_at)
select $1, person, state, "quoId", written, error, case when error is null then 0 else 1 end, version,
    now() + "againInMs" * interval '1 millisecond'
from jsonb_to_recordset($2::jsonb) as k (
    person text, state text, "quoId" text, written jsonb, error jsonb, version bigint, "againInMs" float8)
order by person
on conflict (connection, person) do update set
    state = case when c.version > excluded.done_version and 'leaving' in (c.state, excluded.state) then c.state
        else excluded.state end,
    quo_id = excluded.quo_id,
    written = excluded.written,
    error = excluded.error,
    attempts = case when excluded.error is null then 0 else c.attempts + 1 end,
    done_version = excluded.done_version,
    due_at = case when c.version > excluded.done_version then now() else excluded.due_at end,
    lease_until = null,
    changed_at = now()`;

const FORGET = `
with done as (select * from jsonb_to_recordset($2::jsonb) as d (person text, version bigint)),
again as (
    update quo_contacts c set state = 'wanted', quo_id = null, written = null, error = null, attempts = 0,
        lease_until = null, due_at = now(), done_version = done.version, changed_at = now()
    from done where c.connection = $1 and c.person = done.person and c.version > done.version and c.state <> 'leaving')
delete from quo_contacts c using done
where c.connection = $1 and c.person = done.person and (c.version = done.version or c.state = 'leaving')`;

/**
 * Two statements: the first makes the rows, the second sees and takes what is free by then. Whoever is held is due, so
 * that they are looked at again when the process that holds them dies.
 */
async function hold(
    db: Database,
    connection: string,
    people: readonly string[],
    leaseMs: number
): Promise<readonly ContactRow[]> {
    if (people.length === 0) return [];
    return db.transaction(async (sql) => {
        await sql.run(
            `insert into quo_contacts (connection, person, state)
            select distinct $1, p, 'wanted' from unnest($2::text[]) p order by 2
            on conflict (connection, person) do nothing`,
            [connection, people]
        );
        const rows = await sql.rows<StoredRow>(
            `with free as (
                select person from quo_contacts where connection = $1 and person = any ($2) and ${FREE}
                order by person for update skip locked)
            update quo_contacts c set
                lease_until = now() + $3 * interval '1 millisecond',
                due_at = coalesce(c.due_at, now())
            from free where c.connection = $1 and c.person = free.person
            returning c.person, c.state, c.quo_id as "quoId", c.written, c.error, c.attempts, c.version::int as version,
                c.due_at is not null as due`,
            [connection, people, leaseMs]
        );
        return rows.map(rowOf);
    });
}

/** Whoever was to leave is alive: undeleted, or has a number again. */
async function makeDue(sql: Sql, connection: string, people: readonly string[], andNew: boolean): Promise<number> {
    if (people.length === 0) return 0;
    if (andNew) {
        await sql.run(
            `insert into quo_contacts (connection, person, state)
            select distinct $1, p, 'wanted' from unnest($2::text[]) p order by 2
            on conflict (connection, person) do nothing`,
            [connection, people]
        );
    }
    return sql.run(
        `with l as (
            select person from quo_contacts
            where connection = $1 and person = any ($2) and state <> 'unlinked'
            order by person for update)
        update quo_contacts c set version = c.version + 1, due_at = now(), attempts = 0, state = case
            when c.state <> 'leaving' then c.state when c.quo_id is null then 'creating' else 'linked' end
        from l where c.connection = $1 and c.person = l.person`,
        [connection, people]
    );
}

function reading(db: Database): Pick<QuoContactStore, 'rows' | 'byQuoId' | 'due' | 'people' | 'counts'> {
    return {
        async rows(connection, people) {
            const rows = await db.rows<StoredRow>(
                `select ${COLUMNS} from quo_contacts where connection = $1 and person = any ($2)`,
                [connection, people]
            );
            return new Map(rows.map((row) => [row.person, rowOf(row)]));
        },
        async byQuoId(connection, quoId) {
            const [row] = await db.rows<StoredRow>(
                `select ${COLUMNS} from quo_contacts where connection = $1 and quo_id = $2 order by person limit 1`,
                [connection, quoId]
            );
            return row && rowOf(row);
        },
        async due(connection, limit) {
            const rows = await db.rows<{ person: string }>(
                `select person from quo_contacts where connection = $1 and due_at <= now() and ${FREE}
                order by due_at, person limit $2`,
                [connection, limit]
            );
            return rows.map(({ person }) => person);
        },
        async people(connection, after, limit) {
            const rows = await db.rows<{ person: Person }>(
                'select person from people where connection = $1 and id > $2 order by id limit $3',
                [connection, after, limit]
            );
            return rows.map(({ person }) => person);
        },
        counts: (connection) => counts(db, connection)
    };
}

async function counts(sql: Sql, connection: string) {
    const rows = await sql.rows<{ state: ContactState; code: string | null; due: boolean; n: number }>(
        `select state, error ->> 'code' as code, due_at is not null as due, count(*)::int as n
        from quo_contacts where connection = $1 group by 1, 2, 3`,
        [connection]
    );
    const byState: Partial<Record<ContactState, number>> = {};
    const byError: Record<string, number> = {};
    for (const { state, code, n } of rows) {
        byState[state] = (byState[state] ?? 0) + n;
        if (code !== null) byError[code] = (byError[code] ?? 0) + n;
    }
    return { byState, byError, due: rows.reduce((sum, { due, n }) => sum + (due ? n : 0), 0) };
}

type Nullable<T> = { [K in keyof T]: T[K] | null };
type StoredRow = Pick<ContactRow, 'person' | 'state' | 'attempts' | 'version' | 'due'> &
    Nullable<Pick<ContactRow, 'quoId' | 'written' | 'error'>>;

function rowOf({ quoId, written, error, ...row }: StoredRow): ContactRow {
    return { ...row, quoId: quoId ?? undefined, written: written ?? undefined, error: error ?? undefined };
}
