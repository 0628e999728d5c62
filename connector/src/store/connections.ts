import type { ConnectionRow, ConnectionStore } from '../contracts/store.ts';
import type { ErrorNote } from '../errors/errors.ts';
import type { Database } from './database/sql.ts';
import { sealedValue } from './sealing/sealed.ts';

interface Row {
    id: string;
    settings: Record<string, unknown>;
    pausedForMs: number | null;
    pausedBecause: ErrorNote | null;
}

const SELECT = `
select id, settings, paused_because as "pausedBecause",
    (extract(epoch from paused_until - now()) * 1000)::float8 as "pausedForMs"
from connections`;

/** Rows that belong to the connection are still stored meanwhile: their foreign keys wait for no such lock. */
const LOCK = 'select settings from connections where id = $1 for no key update';

export function connectionStore(db: Database): ConnectionStore {
    return {
        async ensure(id) {
            await db.run('insert into connections (id) values ($1) on conflict do nothing', [id]);
        },
        async get(id) {
            const [row] = await db.rows<Row>(`${SELECT} where id = $1`, [id]);
            return row && connectionOf(row);
        },
        list: async () => (await db.rows<Row>(`${SELECT} order by id`)).map(connectionOf),
        changeSettings: (id, change) =>
            db.transaction(async (sql) => {
                const [row] = await sql.rows<Pick<Row, 'settings'>>(LOCK, [id]);
                const settings = row && change(row.settings);
                if (settings === undefined) return undefined;
                await sql.run('update connections set settings = $2 where id = $1', [id, sealedValue(settings)]);
                return settings;
            })
    };
}

function connectionOf({ id, settings, pausedForMs, pausedBecause }: Row): ConnectionRow {
    if (pausedForMs === null || pausedForMs <= 0) return { id, settings };
    return { id, settings, pausedForMs, ...(pausedBecause && { pausedBecause }) };
}
