import { createHash, randomBytes } from 'node:crypto';
import type { Database } from '../database/sql.ts';
import { sealedValue } from '../sealing/sealed.ts';

interface Session {
    readonly connection: string;
    readonly data: Readonly<Record<string, unknown>>;
    readonly expiresInMs: number;
    /** Since it was created. */
    readonly ageMs: number;
}

/** Sessions of the console. The token is known to the browser alone: here is its hash. */
export interface Sessions {
    /** @returns the token, 256 random bits */
    create(session: {
        readonly connection?: string;
        readonly data: Readonly<Record<string, unknown>>;
        readonly forMs: number;
    }): Promise<string>;
    /** Undefined once it expired or was deleted. */
    read(token: string): Promise<Session | undefined>;
    /** Replaces the data; the time of expiry stays unless given. @returns false when there is no such session */
    update(
        token: string,
        change: {
            readonly connection?: string;
            readonly data: Readonly<Record<string, unknown>>;
            readonly forMs?: number;
        }
    ): Promise<boolean>;
    /** From now on for so long; nothing else of it changes. */
    prolong(token: string, forMs: number): Promise<void>;
    delete(token: string): Promise<void>;
    /** Everybody is signed out. @returns how many sessions there were */
    deleteEverybody(): Promise<number>;
    deleteExpired(): Promise<number>;
}

const INTERVAL = "interval '1 millisecond'";

export function sessionStore(db: Database): Sessions {
    return {
        async create({ connection = '', data, forMs }) {
            const token = randomBytes(32).toString('base64url');
            await db.run(
                `insert into sessions (token_hash, connection, data, expires_at)
                values ($1, $2, $3, now() + $4 * ${INTERVAL})`,
                [hashOf(token), connection, sealedValue(data), forMs]
            );
            return token;
        },
        async read(token) {
            const [row] = await db.rows<Session>(
                `select connection, data, (extract(epoch from expires_at - now()) * 1000)::float8 as "expiresInMs",
                    (extract(epoch from now() - created_at) * 1000)::float8 as "ageMs"
                from sessions where token_hash = $1 and expires_at > now()`,
                [hashOf(token)]
            );
            return row;
        },
        async update(token, { connection, data, forMs }) {
            const changed = await db.run(
                `update sessions set data = $2, connection = coalesce($3, connection),
                    expires_at = coalesce(now() + $4 * ${INTERVAL}, expires_at)
                where token_hash = $1 and expires_at > now()`,
                [hashOf(token), sealedValue(data), connection ?? null, forMs ?? null]
            );
            return changed === 1;
        },
        async prolong(token, forMs) {
            await db.run(
                `update sessions set expires_at = now() + $2 * ${INTERVAL} where token_hash = $1 and expires_at > now()`,
                [hashOf(token), forMs]
            );
        },
        async delete(token) {
            await db.run('delete from sessions where token_hash = $1', [hashOf(token)]);
        },
        deleteEverybody: () => db.run('delete from sessions'),
        deleteExpired: () => db.run('delete from sessions where expires_at <= now()')
    };
}

function hashOf(token: string): Buffer {
    return createHash('sha256').update(token).digest();
}
