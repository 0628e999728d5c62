import type { EndedListening, ListeningStore } from '../../contracts/rights/listening.ts';
import { jsonbText } from '../database/jsonb-text.ts';
import { sealedText } from '../sealing/sealed.ts';
import type { Database } from '../database/sql.ts';

export function listeningStore(db: Database): ListeningStore {
    return {
        generation: (connection) => generationOf(db, connection),
        generations: (connections, fresh) => generations(db, connections, fresh),
        async renew(connection, fresh) {
            await db.run(
                `insert into listening (connection, generation) values ($1, $2)
                on conflict (connection) do update set generation = excluded.generation`,
                [connection, fresh]
            );
        },
        keepListeners: (connection, userIds, fresh) => keepListeners(db, connection, userIds, fresh),
        ended: async (connection) =>
            (
                await db.rows<Omit<EndedListening, 'at'> & { at: Date }>(
                    `select kind, subject, name, actor, at from listening_ended where connection = $1
                    order by at desc, kind, subject`,
                    [connection]
                )
            ).map((row) => ({ ...row, at: row.at.toISOString() })),
        async end(connection, { kind, subject, name, actor }) {
            await db.run(
                `insert into listening_ended (connection, kind, subject, name, actor) values ($1, $2, $3, $4, $5)
                on conflict do nothing`,
                [connection, kind, subject, sealedText(name), sealedText(actor)]
            );
        },
        letAgain: async (connection, kind, subject) =>
            (await db.run('delete from listening_ended where connection = $1 and kind = $2 and subject = $3', [
                connection,
                kind,
                subject
            ])) > 0
    };
}

/** Who held the right is read and replaced in one transaction: of two processes that ask at once, neither undoes the other. */
async function keepListeners(
    db: Database,
    connection: string,
    userIds: readonly string[],
    fresh: string
): ReturnType<ListeningStore['keepListeners']> {
    return db.transaction(async (sql) => {
        const [before] = await sql.rows<{ listeners: readonly string[] | null }>(
            'select listeners from listening where connection = $1 for update',
            [connection]
        );
        const now = new Set(userIds);
        const known = before?.listeners ?? undefined;
        const isEnd = known !== undefined && !known.every((id) => now.has(id));
        await sql.run(
            `insert into listening (connection, generation, listeners) values ($1, $2, $3::jsonb)
            on conflict (connection) do update set listeners = excluded.listeners,
                generation = case when $4 then excluded.generation else listening.generation end`,
            [connection, fresh, jsonbText(userIds), isEnd]
        );
        return isEnd ? 'ended' : 'kept';
    });
}

async function generationOf(db: Database, connection: string): Promise<string | undefined> {
    const [row] = await db.rows<{ generation: string }>('select generation from listening where connection = $1', [
        connection
    ]);
    return row?.generation;
}

async function generations(
    db: Database,
    connections: readonly string[],
    fresh: () => string
): Promise<ReadonlyMap<string, string>> {
    const rows = await db.rows<{ connection: string; generation: string }>(
        'select connection, generation from listening where connection = any($1)',
        [connections]
    );
    const known = new Map(rows.map((row) => [row.connection, row.generation]));
    for (const id of connections) {
        if (known.has(id)) continue;
        await db.run('insert into listening (connection, generation) values ($1, $2) on conflict do nothing', [
            id,
            fresh()
        ]);
        const made = await generationOf(db, id);
        if (made !== undefined) known.set(id, made);
    }
    return known;
}
