import type { Vault } from '../../contracts/store.ts';
import { CodedError } from '../../errors/errors.ts';
import { encrypt, decrypt, type Place } from './encrypt.ts';
import type { Database } from '../database/sql.ts';
import { exchanger, type ExchangeEffects } from './exchange.ts';
import { readSecret, writeSecret } from './secret-row.ts';

interface Row extends Place {
    readonly sealed: Buffer;
}

/** Opened at every start: tells a wrong key before anything else fails for it. */
const CHECK: Place = { connection: '', name: 'check' };

/** @param key asked for at each use: it can be rotated meanwhile */
export function vaultOf(db: Database, key: () => Buffer, effects: ExchangeEffects = {}): Vault {
    const { exchange, unsavedOf, forget } = exchanger(db, key, effects);
    // One of this process at a time for each secret: the others need not ask the database whose turn it is.
    const turns = new Map<string, Promise<unknown>>();
    function afterTheOthers<T>(place: Place, work: () => Promise<T>): Promise<T> {
        const name = JSON.stringify([place.connection, place.name]);
        const turn = (turns.get(name) ?? Promise.resolve()).then(work, work);
        turns.set(name, turn);
        const done = () => {
            if (turns.get(name) === turn) turns.delete(name);
        };
        turn.then(done, done);
        return turn;
    }
    return {
        read: async (connection, name) =>
            unsavedOf({ connection, name }) ?? (await readSecret(db, key(), { connection, name })),
        async write(connection, name, secret) {
            await writeSecret(db, key(), { connection, name }, secret);
            forget(connection, name);
        },
        async erase(connection, name) {
            await db.run('delete from vault where connection = $1 and ($2::text is null or name = $2)', [
                connection,
                name ?? null
            ]);
            forget(connection, name);
        },
        exchange: (connection, name, change) => {
            const place = { connection, name };
            return afterTheOthers(place, () => exchange(place, change));
        }
    };
}

/** @throws {CodedError} STORE-OTHER-KEY when the vault was locked with another key */
export async function checkKey(db: Database, key: Buffer): Promise<void> {
    await db.run('insert into vault (connection, name, sealed) values ($1, $2, $3) on conflict do nothing', [
        CHECK.connection,
        CHECK.name,
        encrypt(key, CHECK, 'open')
    ]);
    try {
        await readSecret(db, key, CHECK);
    } catch (error) {
        throw error instanceof CodedError ? new CodedError('STORE-OTHER-KEY', undefined, { cause: error }) : error;
    }
}

/**
 * Locks every secret with `to` instead of `from`, all or none. Secrets that `to` opens already are left alone, so an
 * interrupted rotation can be run again.
 *
 * @returns how many were locked anew
 * @throws {CodedError} when a secret opens with neither
 */
export async function rotateSecretKey(db: Database, from: Buffer, to: Buffer): Promise<number> {
    return db.transaction(async (sql) => {
        await sql.run('lock table vault in exclusive mode');
        const rows = await sql.rows<Row>('select connection, name, sealed from vault order by connection, name');
        const old = rows.filter((row) => !opens(to, row));
        for (const row of old) await writeSecret(sql, to, row, decrypt(from, row, row.sealed));
        return old.length;
    });
}

function opens(key: Buffer, row: Row): boolean {
    try {
        decrypt(key, row, row.sealed);
        return true;
    } catch {
        return false;
    }
}
