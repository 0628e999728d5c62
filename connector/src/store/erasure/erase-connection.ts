import type { Database } from '../database/sql.ts';

/** Who did what stays, also when what it was done to is gone. */
const KEPT = 'audit';

/**
 * Erases every row of a connection but its audit log, in one transaction. Tables are asked of the database, so that one
 * that a later version adds is never forgotten.
 *
 * @param whole also that there is such a connection at all
 * @returns how many rows went
 */
export async function eraseConnection(db: Database, connection: string, whole: boolean): Promise<number> {
    return db.transaction(async (sql) => {
        const tables = await sql.rows<{ name: string }>(
            `select quote_ident(c.table_name) as name
            from information_schema.columns c join information_schema.tables t using (table_schema, table_name)
            where c.table_schema = current_schema() and c.column_name = 'connection' and t.table_type = 'BASE TABLE'
                and c.table_name <> $1 order by 1`,
            [KEPT]
        );
        let erased = 0;
        for (const { name } of tables)
            erased += await sql.run(`delete from ${name} where connection = $1`, [connection]);
        if (whole) await sql.run('delete from connections where id = $1', [connection]);
        return erased;
    });
}
