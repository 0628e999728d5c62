import type { Database, Sql } from '../database/sql.ts';
import { decrypt, encrypt, type Place } from './encrypt.ts';

/** A secret as it stands, read. @throws {CodedError} when it does not open */
export async function readSecret(sql: Sql, key: Buffer, place: Place): Promise<string | undefined> {
    return (await rowOf(sql, key, place))?.secret;
}

export async function writeSecret(sql: Sql, key: Buffer, { connection, name }: Place, secret: string): Promise<void> {
    await sql.run(
        `insert into vault (connection, name, sealed) values ($1, $2, $3)
        on conflict (connection, name) do update set sealed = excluded.sealed, sealed_at = now()`,
        [connection, name, encrypt(key, { connection, name }, secret)]
    );
}

/**
 * Writes a secret in place of another one, which may have been sealed with another key since.
 *
 * @param before what it replaces; `undefined`: nothing
 * @returns false when something else stands there, unless it is `secret` already
 */
export async function replaceSecret(
    db: Database,
    key: Buffer,
    place: Place,
    before: string | undefined,
    secret: string
): Promise<boolean> {
    return db.transaction(async (sql) => {
        const found = await rowOf(sql, key, place, 'for update');
        // An answer of the database that got lost: it was written.
        if (found?.secret === secret) return true;
        if (found?.secret !== before) return false;
        if (found !== undefined) {
            await writeSecret(sql, key, place, secret);
            return true;
        }
        const { connection, name } = place;
        const made = await sql.run(
            'insert into vault (connection, name, sealed) values ($1, $2, $3) on conflict do nothing',
            [connection, name, encrypt(key, place, secret)]
        );
        return made === 1;
    });
}

async function rowOf(sql: Sql, key: Buffer, place: Place, lock: 'for update' | '' = '') {
    const [row] = await sql.rows<{ sealed: Buffer }>(
        `select sealed from vault where connection = $1 and name = $2 ${lock}`,
        [place.connection, place.name]
    );
    return row && { secret: decrypt(key, place, row.sealed) };
}
