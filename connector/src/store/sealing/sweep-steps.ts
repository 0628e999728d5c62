import { factId, takingPart } from '../deliveries/fact-record.ts';
import type { Fact } from '../../domain/facts.ts';
import type { Pseudonym } from '../erasure/forgotten.ts';
import type { Seal } from './seal.ts';
import { openedRow } from './sealed.ts';

export type Row = Readonly<Record<string, unknown>>;

/** One table whose rows of before are to be sealed. */
export interface Step {
    readonly table: string;
    /** Its primary key in order, with types. */
    readonly keys: Readonly<Record<string, 'text' | 'bigint'>>;
    /** What is sealed, with types. */
    readonly columns: Readonly<Record<string, 'jsonb' | 'text' | 'text[]' | 'bytea'>>;
    readonly how: 'fresh' | 'same';
    /** Of one page. */
    readonly rows: number;
    /** A part of the key that is sealed itself, or becomes a keyed hash, and what goes with it. */
    readonly rekey?: (row: Row, by: { readonly seal: Seal; readonly mark: Pseudonym }) => Row;
}

const SAME = { how: 'same', rows: 500 } as const;
const BY_CONNECTION = { connection: 'text' } as const;

/** A table that is left out holds neither words nor numbers, or is empty again within hours. */
export const STEPS: readonly Step[] = [
    {
        ...SAME,
        table: 'person_numbers',
        keys: { ...BY_CONNECTION, e164: 'text', person: 'text' },
        columns: {},
        rows: 2_000,
        rekey: ({ e164 }, { seal }) => ({ e164: sealedOnce(seal, e164) })
    },
    {
        ...SAME,
        table: 'choices',
        keys: { ...BY_CONNECTION, number: 'text' },
        columns: { choice: 'jsonb' },
        rekey: ({ number }, { seal }) => ({ number: sealedOnce(seal, number) })
    },
    {
        ...SAME,
        table: 'activities',
        keys: { ...BY_CONNECTION, activity_key: 'text' },
        columns: {
            ...{ error: 'jsonb', match: 'jsonb', extent: 'jsonb' },
            ...{ numbers: 'text[]', title: 'text', dismissed_note: 'text' }
        }
    },
    {
        how: 'fresh',
        rows: 500,
        table: 'facts',
        keys: { ...BY_CONNECTION, activity_key: 'text', id: 'text' },
        columns: { body: 'jsonb' },
        rekey: ({ connection, id, numbers, body }, { seal, mark }) => ({
            id: numbers === null ? factId(mark, String(id)) : id,
            numbers: numbers ?? hashesOf(mark, String(connection), openedRow(seal, body) as Fact)
        })
    },
    {
        how: 'fresh',
        rows: 50,
        table: 'deliveries',
        keys: { ...BY_CONNECTION, id: 'text' },
        columns: { headers: 'jsonb', body: 'bytea' }
    },
    {
        ...SAME,
        table: 'records',
        keys: { ...BY_CONNECTION, object: 'text', key: 'text' },
        columns: {
            ...{ fields: 'jsonb', prints: 'jsonb', kept: 'jsonb', attempted: 'jsonb', overtaken: 'jsonb' },
            ...{ by_hand: 'jsonb', error: 'jsonb', fingerprint: 'text' }
        },
        rekey: ({ object, key }, { seal }) => ({ key: object === 'Lead' ? sealedOnce(seal, key) : key })
    },
    {
        ...SAME,
        table: 'writes',
        keys: { ...BY_CONNECTION, activity_key: 'text', seq: 'bigint' },
        columns: { error: 'jsonb' }
    },
    { ...SAME, table: 'people', keys: { ...BY_CONNECTION, id: 'text' }, columns: { person: 'jsonb' } },
    { ...SAME, table: 'related_records', keys: { ...BY_CONNECTION, id: 'text' }, columns: { record: 'jsonb' } },
    {
        ...SAME,
        table: 'quo_contacts',
        keys: { ...BY_CONNECTION, person: 'text' },
        columns: { written: 'jsonb', error: 'jsonb' }
    },
    { ...SAME, table: 'memory', keys: { ...BY_CONNECTION, name: 'text' }, columns: { value: 'jsonb' } },
    {
        ...SAME,
        table: 'connections',
        keys: { id: 'text' },
        columns: { settings: 'jsonb', paused_because: 'jsonb' }
    },
    {
        ...SAME,
        table: 'audit',
        keys: { ...BY_CONNECTION, seq: 'bigint' },
        columns: { actor: 'text', detail: 'jsonb' }
    },
    {
        ...SAME,
        table: 'listening_ended',
        keys: { ...BY_CONNECTION, kind: 'text', subject: 'text' },
        columns: { name: 'text', actor: 'text' }
    }
];

function sealedOnce(seal: Seal, value: unknown): string {
    const text = String(value);
    return seal.open(text) === text ? seal.text(text) : text;
}

function hashesOf(mark: Pseudonym, connection: string, fact: Fact): readonly string[] {
    return [...new Set(takingPart(fact))].map((number) => mark(connection, number));
}
