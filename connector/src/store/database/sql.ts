import { setTimeout as delay } from 'node:timers/promises';
import type pg from 'pg';
import type { Seal } from '../sealing/seal.ts';
import { openedRow, Sealed } from '../sealing/sealed.ts';

/** Statements against the pool, or inside one transaction. */
export interface Sql {
    rows<Row>(text: string, values?: readonly unknown[]): Promise<Row[]>;
    /** How many rows the statement touched. */
    run(text: string, values?: readonly unknown[]): Promise<number>;
}

export interface Database extends Sql {
    /**
     * Runs `work` in one transaction and commits. Repeated after a deadlock, so `work` must do nothing but SQL;
     * `repeat: false` for work that also speaks to the outside.
     */
    transaction<T>(work: (sql: Sql) => Promise<T>, options?: { readonly repeat?: boolean }): Promise<T>;
    /** Statements repeated because of a deadlock, for the tests and the metrics. */
    repeated(): number;
}

const DEADLOCK = '40P01';
const SERIALIZATION_FAILURE = '40001';
const TRIES = 6;

/** The SQL state of an error from PostgreSQL, or Node's code of a network error. */
export function codeOf(error: unknown): string | undefined {
    return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined;
}

/**
 * @param seal locks what statements give as sealed, and opens it in their rows
 * @param jitter a number from 0 to 1, so that two that met once do not meet again
 */
export function databaseOf(pool: pg.Pool, seal?: Seal, jitter: () => number = Math.random): Database {
    let repeated = 0;
    // Every statement of the store is atomic and can be repeated: a deadlock rolled it back whole.
    async function repeat<T>(work: () => Promise<T>): Promise<T> {
        for (let tried = 1; ; tried += 1) {
            try {
                return await work();
            } catch (error) {
                const code = codeOf(error);
                if (tried === TRIES || (code !== DEADLOCK && code !== SERIALIZATION_FAILURE)) throw error;
                repeated += 1;
                await delay(jitter() * 20 * 2 ** tried);
            }
        }
    }
    const pooled = sqlOf(pool, seal);
    return {
        rows: (text, values) => repeat(() => pooled.rows(text, values)),
        run: (text, values) => repeat(() => pooled.run(text, values)),
        transaction: (work, options) =>
            options?.repeat === false ? transact(pool, seal, work) : repeat(() => transact(pool, seal, work)),
        repeated: () => repeated
    };
}

export function sqlOf(client: pg.Pool | pg.ClientBase, seal?: Seal): Sql {
    const sent = (values: readonly unknown[]): unknown[] => values.map((value) => sealedBy(seal, value));
    return {
        rows: async <Row>(text: string, values: readonly unknown[] = []) => {
            const { rows } = await client.query(text, sent(values));
            return (seal === undefined ? rows : rows.map((row) => openedRow(seal, row))) as Row[];
        },
        run: async (text, values = []) => (await client.query(text, sent(values))).rowCount ?? 0
    };
}

function sealedBy(seal: Seal | undefined, value: unknown): unknown {
    if (!(value instanceof Sealed)) return value;
    if (seal === undefined) throw new Error('Words and numbers are never stored without a key.');
    return value.by(seal);
}

async function transact<T>(pool: pg.Pool, seal: Seal | undefined, work: (sql: Sql) => Promise<T>): Promise<T> {
    const client = await pool.connect();
    // A server that stops while we wait for something else is told by an event; unheard, it would end the process.
    const broken = () => {};
    client.on('error', broken);
    let failure: Error | undefined;
    try {
        await client.query('begin');
        const result = await work(sqlOf(client, seal));
        await client.query('commit');
        return result;
    } catch (error) {
        await client
            .query('rollback')
            .catch(
                (fault: unknown) => (failure = fault instanceof Error ? fault : new Error('rollback', { cause: fault }))
            );
        throw error;
    } finally {
        client.off('error', broken);
        client.release(failure);
    }
}
