import { createHmac } from 'node:crypto';
import type { Fact } from '../../domain/facts.ts';
import type { Erased } from '../../contracts/store.ts';
import { factRecord, type FactRecord } from '../deliveries/fact-record.ts';
import { readableTime } from '../database/readable-time.ts';
import type { Sql } from '../database/sql.ts';
import { jsonbText } from '../database/jsonb-text.ts';

/** A name under which something forgotten is remembered: nobody without the key can find out what it stands for. */
export type Pseudonym = (connection: string, what: string) => string;

/** @param key the same for all processes and for ever: with another one, what was forgotten can come back */
export function pseudonymWith(key: string): Pseudonym {
    return (connection, what) =>
        createHmac('sha256', key)
            .update(JSON.stringify([connection, what]))
            .digest('base64url')
            .slice(0, 32);
}

interface Remembered {
    readonly mark: string;
    readonly kind: 'call' | 'conversation' | 'number';
    /** Whether it is to be forgotten in Salesforce too: Tasks and Sona records, and leads that we made. */
    readonly records: boolean;
    readonly leads: boolean;
}

const REMEMBER = `
insert into forgotten as f (connection, mark, kind, records, leads)
select $1, m.* from jsonb_to_recordset($2::jsonb) as m (mark text, kind text, records boolean, leads boolean)
order by mark
on conflict (connection, mark) do update set
    at = now(), records = f.records or excluded.records, leads = f.leads or excluded.leads`;

export async function remember(sql: Sql, connection: string, rows: readonly Remembered[]): Promise<void> {
    await sql.run(REMEMBER, [connection, jsonbText(rows)]);
}

/** A fact with everything that could be forgotten about it. */
export interface ToldRow extends FactRecord {
    /** Of its activity, and of the outside numbers that were told with it. */
    readonly marks: readonly string[];
    /** When the call or the message began; absent when it was not told with it. */
    readonly began?: string;
}

/**
 * Whether a row `t` of told facts is about something forgotten (`g`). A forgotten call stays so whatever comes of it; of a
 * conversation and of a number, what began before.
 */
export const IS_FORGOTTEN = `g.mark = any (t.marks) and (g.kind = 'call' or t.began <= g.at)`;

/** Facts as the table takes them. The facts of one call are one thing: what one of them says holds for all of them. */
export function toldRows(mark: Pseudonym, connection: string, facts: readonly Fact[]): readonly ToldRow[] {
    const rows = facts.map((fact) => ({ fact, row: factRecord(mark, connection, fact) }));
    const byActivity = Map.groupBy(rows, ({ row }) => row.activity_key);
    return rows.map(({ fact, row }) => {
        if (fact.kind === 'contact') return { ...row, marks: [] };
        const told = fact.kind === 'message' ? [fact] : (byActivity.get(row.activity_key) ?? []).map((one) => one.fact);
        const numbers = new Set(told.flatMap(numbersOf));
        const began = readableTime(told.map(beganAt).find((instant) => instant !== undefined));
        const marks = [row.activity_key, ...numbers].map((what) => mark(connection, what));
        return { ...row, marks, ...(began !== undefined && { began }) };
    });
}

/** Numbers of both sides where the fact does not tell them apart: our own are never forgotten. */
function numbersOf(fact: Fact): readonly string[] {
    if (fact.kind === 'parties') return fact.external ?? [];
    if (fact.kind === 'message') return [fact.from, ...(fact.to ?? [])].filter((one) => one !== undefined);
    if (fact.kind === 'summary') return fact.callerNumber === undefined ? [] : [fact.callerNumber];
    return [];
}

function beganAt(fact: Fact): string | undefined {
    if (fact.kind === 'message') return fact.createdAt;
    return fact.kind === 'ended' || fact.kind === 'ringing' ? fact.startedAt : undefined;
}

/** Which of these activities were forgotten, and where else they were to be. */
export async function erasedAmong(
    sql: Sql,
    mark: Pseudonym,
    connection: string,
    activityKeys: readonly string[]
): Promise<readonly Erased[]> {
    const byMark = new Map(activityKeys.map((activityKey) => [mark(connection, activityKey), activityKey]));
    const rows = await sql.rows<{ mark: string; records: boolean; leads: boolean }>(
        'select mark, records, leads from forgotten where connection = $1 and mark = any ($2)',
        [connection, [...byMark.keys()]]
    );
    return rows.map(({ mark: found, ...asked }) => ({ activityKey: byMark.get(found) ?? '', ...asked }));
}
