import type { Database } from '../database/sql.ts';
import { jsonbText } from '../database/jsonb-text.ts';

/** Who did what. `detail` holds ids, never a secret or a text of a call. */
interface AuditEntry {
    /** Who signed in, or `connector`. */
    readonly actor: string;
    /** `sign-in`, `preferences.saved`, `recording.played` … */
    readonly action: string;
    readonly detail?: Readonly<Record<string, unknown>>;
}

interface AuditRow extends Required<AuditEntry> {
    readonly seq: number;
    readonly at: string;
}

export interface AuditLog {
    append(connection: string, entry: AuditEntry): Promise<void>;
    /** Newest first; `before`: the `seq` where the last page ended; `action`: this one only. */
    list(
        connection: string,
        page?: { readonly limit?: number; readonly before?: number; readonly action?: string }
    ): Promise<readonly AuditRow[]>;
}

export function auditLog(db: Database): AuditLog {
    return {
        async append(connection, { actor, action, detail = {} }) {
            await db.run(
                `insert into audit (connection, actor, action, detail)
                select $1, actor, action, detail
                from jsonb_to_record($2::jsonb) as e (actor text, action text, detail jsonb)`,
                [connection, jsonbText({ actor, action, detail })]
            );
        },
        async list(connection, { limit = 100, before, action } = {}) {
            const rows = await db.rows<Omit<AuditRow, 'at'> & { at: Date }>(
                `select seq::float8 as seq, at, actor, action, detail from audit
                where connection = $1 and ($3::bigint is null or seq < $3) and ($4::text is null or action = $4)
                order by seq desc limit $2`,
                [connection, limit, before ?? null, action ?? null]
            );
            return rows.map((row) => ({ ...row, at: row.at.toISOString() }));
        }
    };
}
