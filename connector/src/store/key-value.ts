import { KEYS, type Key, type KeyValueStore } from '../contracts/key-value.ts';
import type { Database } from './database/sql.ts';
import { jsonbText } from './database/jsonb-text.ts';
import { sealedValue } from './sealing/sealed.ts';

/** Compared where they lie; what is in them is no person's. */
const READ_BY_STATEMENTS: ReadonlySet<string> = new Set([KEYS.fullRunFilter.name]);

export function keyValueStore(db: Database): KeyValueStore {
    return {
        async get<T>(connection: string, { name, parse }: Key<T>) {
            const [row] = await db.rows<{ value: unknown; ageMs: number }>(
                `select value, (extract(epoch from now() - remembered_at) * 1000)::float8 as "ageMs"
                from memory where connection = $1 and name = $2`,
                [connection, name]
            );
            if (row === undefined) return undefined;
            const value = parse(row.value);
            return value === undefined ? undefined : { value, ageMs: row.ageMs };
        },
        async set(connection, { name }, value) {
            // Whoever was still at work for a connection that is removed meanwhile leaves nothing behind.
            await db.run(
                `insert into memory (connection, name, value)
                select $1, $2, $3 where exists (select from connections where id = $1)
                on conflict (connection, name) do update set value = excluded.value, remembered_at = now()`,
                [connection, name, READ_BY_STATEMENTS.has(name) ? jsonbText(value) : sealedValue(value)]
            );
        },
        async delete(connection, { name }) {
            await db.run('delete from memory where connection = $1 and name = $2', [connection, name]);
        }
    };
}
