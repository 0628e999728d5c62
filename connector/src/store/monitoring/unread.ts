import type { Database } from '../database/sql.ts';

/** Deliveries of one type that no fact came of, and why. */
export interface UnreadGroup {
    readonly reading: 'ignored' | 'unknown';
    readonly type: string;
    readonly why: string | null;
    readonly count: number;
    readonly newestId: string;
}

export interface RawDelivery {
    readonly id: string;
    readonly scheme: string;
    readonly type: string;
    readonly reading: 'facts' | 'ignored' | 'unknown';
    readonly why: string | null;
    readonly headers: Readonly<Record<string, string>>;
    readonly body: Uint8Array;
    readonly receivedAt: string;
}

/** The most frequent first. */
export async function unreadGroups(db: Database, connection: string): Promise<readonly UnreadGroup[]> {
    return db.rows<UnreadGroup>(
        `select reading, type, why, count(*)::int as count, (array_agg(id order by received_at desc))[1] as "newestId"
        from deliveries where connection = $1 and reading <> 'facts' group by 1, 2, 3 order by 4 desc, 1, 2`,
        [connection]
    );
}

export async function rawDelivery(db: Database, connection: string, id: string): Promise<RawDelivery | undefined> {
    const [row] = await db.rows<Omit<RawDelivery, 'receivedAt'> & { receivedAt: Date }>(
        `select id, scheme, type, reading, why, headers, body, received_at as "receivedAt"
        from deliveries where connection = $1 and id = $2`,
        [connection, id]
    );
    return row && { ...row, receivedAt: row.receivedAt.toISOString() };
}
