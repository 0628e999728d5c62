import { setImmediate as breath } from 'node:timers/promises';
import { KEYS } from '../../contracts/key-value.ts';
import { CodedError } from '../../errors/errors.ts';
import { jsonbText } from '../database/jsonb-text.ts';
import type { Database, Sql } from '../database/sql.ts';
import type { Pseudonym } from '../erasure/forgotten.ts';
import type { Seal } from './seal.ts';
import { sealedJson, sealedOnly } from './sealed.ts';
import { STEPS, type Row, type Step } from './sweep-steps.ts';

export interface Sweep {
    /** Seals what is not sealed yet. @returns how many rows were */
    run(): Promise<number>;
}

/**
 * Seals the rows that were stored before words and numbers were: page by page, while everything else goes on, from where it
 * was interrupted. Until it is through, rows are read and found in both forms. Several processes take turns.
 *
 * @param db of which nothing is sealed or opened by itself
 * @throws {CodedError} STORE-OTHER-KEY when rows were sealed with a key that the vault has no more
 */
export async function openSweep(db: Database, seal: Seal, mark: Pseudonym): Promise<Sweep> {
    const by = { seal, mark };
    await checkDataKey(db, seal);
    for (const { table } of STEPS)
        await db.run(
            `insert into sealing (name, done_at)
            select $1, case when not exists (select from ${table}) then now() end on conflict do nothing`,
            [table]
        );
    seal.isSweeping = await isAnyLeft(db);
    return {
        async run() {
            let sealed = 0;
            for (const step of STEPS) {
                for (let left = true; left;) {
                    const page = await db.transaction((sql) => sealPage(sql, step, by));
                    sealed += page.sealed;
                    left = page.left;
                    await breath();
                }
            }
            seal.isSweeping = await isAnyLeft(db);
            return sealed;
        }
    };
}

/** What another key sealed would be taken for what people said: a vault that lost its key opens nothing. */
async function checkDataKey(db: Database, { keyName }: Seal): Promise<void> {
    await db.run(
        `insert into sealing (name, after, done_at) values ('key', to_jsonb($1::text), now()) on conflict do nothing`,
        [keyName]
    );
    const [kept] = await db.rows<{ after: unknown }>(`select after from sealing where name = 'key'`);
    if (kept?.after !== keyName) throw new CodedError('STORE-OTHER-KEY', 'data');
}

async function isAnyLeft(db: Database): Promise<boolean> {
    return (await db.rows('select from sealing where done_at is null')).length > 0;
}

interface Page {
    readonly sealed: number;
    readonly left: boolean;
}

async function sealPage(sql: Sql, step: Step, by: { readonly seal: Seal; readonly mark: Pseudonym }): Promise<Page> {
    const [at] = await sql.rows<{ after: Row | null; isDone: boolean }>(
        'select after, done_at is not null as "isDone" from sealing where name = $1 for update',
        [step.table]
    );
    if (at?.isDone !== false) return { sealed: 0, left: false };
    const rows = await pageOf(sql, step, at.after);
    if (step.table === 'facts') await readWhole(sql, rows);
    const changed = rows.flatMap((row) => {
        const now = sealedRow(step, row, by);
        return jsonbText(now) === jsonbText(asStored(step, row)) ? [] : [{ ...now, ...was(step, row) }];
    });
    if (changed.length > 0) await keep(sql, step, changed);
    const last = rows.at(-1);
    const left = rows.length === step.rows;
    await sql.run('update sealing set after = $2, done_at = case when $3 then null else now() end where name = $1', [
        step.table,
        // Where it was may be a number.
        left && last !== undefined ? jsonbText(keysOf(step, last)) : null,
        left
    ]);
    return { sealed: changed.length, left };
}

function pageOf(sql: Sql, { table, keys, columns, rows }: Step, after: Row | null): Promise<Row[]> {
    const names = Object.keys(keys);
    const place = Object.entries(keys).map(([name, type]) => `($1::jsonb ->> '${name}')::${type}`);
    const extra = table === 'facts' ? ['numbers'] : [];
    return sql.rows<Row>(
        `select ${[...names, ...Object.keys(columns), ...extra].join(', ')} from ${table}
        where $1::jsonb is null or (${names.join(', ')}) > (${place.join(', ')})
        order by ${names.join(', ')} limit ${rows} for update`,
        [after === null ? null : jsonbText(after)]
    );
}

/** The new texts of a conversation are named by ids that change now: it is read whole once. */
async function readWhole(sql: Sql, rows: readonly Row[]): Promise<void> {
    await sql.run(
        `with l as (
            select connection, activity_key from activities where cardinality(new_facts) > 0 and (connection, activity_key) in (
                select * from unnest($1::text[], $2::text[]))
            order by 1, 2 for update)
        update activities a set new_facts = null from l
        where a.connection = l.connection and a.activity_key = l.activity_key`,
        [rows.map(({ connection }) => connection), rows.map((row) => row['activity_key'])]
    );
}

function keysOf({ keys }: Step, row: Row): Row {
    return Object.fromEntries(Object.keys(keys).map((name) => [name, row[name]]));
}

/** The row's key as it is, under names of its own. */
function was(step: Step, row: Row): Row {
    return Object.fromEntries(Object.entries(keysOf(step, row)).map(([name, value]) => [`was_${name}`, value]));
}

function asStored({ columns, rekey }: Step, row: Row): Row {
    const stored = Object.entries(row).filter(([name]) => name in columns || rekey !== undefined);
    return Object.fromEntries(
        stored.map(([name, value]): [string, unknown] => [
            name,
            Buffer.isBuffer(value) ? value.toString('base64') : value
        ])
    );
}

function sealedRow(step: Step, row: Row, by: { readonly seal: Seal; readonly mark: Pseudonym }): Row {
    const isPlain = step.table === 'memory' && row['name'] === KEYS.fullRunFilter.name;
    const sealed = Object.keys(step.columns).map((name): [string, unknown] => [
        name,
        isPlain ? row[name] : sealedJson(sealedOnly(by.seal), row[name], step.how)
    ]);
    return { ...(step.rekey && { ...asStored(step, row), ...step.rekey(row, by) }), ...Object.fromEntries(sealed) };
}

/** A row whose new key is another's by now was stored again meanwhile, and goes. */
async function keep(sql: Sql, { table, keys, columns, rekey }: Step, rows: readonly Row[]): Promise<void> {
    const types: Readonly<Record<string, string>> = {
        ...columns,
        ...(rekey && keys),
        ...(table === 'facts' && { numbers: 'text[]' })
    };
    const sent = Object.entries(types).map(([name, type]) => `${name} ${type === 'bytea' ? 'text' : type}`);
    const given = `jsonb_to_recordset($1::jsonb) as g (${[
        ...sent,
        ...Object.entries(keys).map(([name, type]) => `was_${name} ${type}`)
    ].join(', ')})`;
    const sets = Object.entries(types).map(
        ([name, type]) => `${name} = ${type === 'bytea' ? `decode(g.${name}, 'base64')` : `g.${name}`}`
    );
    const isIt = Object.keys(keys)
        .map((name) => `t.${name} = g.was_${name}`)
        .join(' and ');
    const isNew = Object.keys(keys)
        .map((name) => `o.${name} = g.${name}`)
        .join(' and ');
    const isMoved = Object.keys(keys)
        .map((name) => `g.${name} <> g.was_${name}`)
        .join(' or ');
    if (rekey)
        await sql.run(
            `delete from ${table} t using ${given} where ${isIt} and (${isMoved}) and exists (select from ${table} o where ${isNew})`,
            [jsonbText(rows)]
        );
    await sql.run(`update ${table} t set ${sets.join(', ')} from ${given} where ${isIt}`, [jsonbText(rows)]);
}
