import type { AuditStore } from '../../contracts/app-store.ts';
import type { AuditRow } from '../../contracts/monitoring.ts';
import type { Database } from '../database/sql.ts';
import { sealedRows } from '../sealing/sealed.ts';

/** `detail` holds ids, never a secret or a text of a call. */
export function auditLog(db: Database): AuditStore {
    return {
        async append(connection, { actor, action, detail = {} }) {
            await db.run(
                `insert into audit (connection, actor, action, detail)
                select $1, actor, action, detail
                from jsonb_to_recordset($2::jsonb) as e (actor text, action text, detail jsonb)`,
                [connection, sealedRows([{ actor, action, detail }], { actor: 'same', detail: 'same' })]
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
