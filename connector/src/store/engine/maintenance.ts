import type { MaintenanceStore } from '../../contracts/app-store.ts';
import type { Read } from '../../contracts/quo/quo.ts';
import type { DeliveryStore } from '../../contracts/store.ts';
import { eraseConnection } from '../erasure/erase-connection.ts';
import { forgetNumber } from '../erasure/forget.ts';
import type { Pseudonym } from '../erasure/forgotten.ts';
import { replayDeliveries, type Replayed } from '../deliveries/replay.ts';
import { deleteOldDeliveries } from '../deliveries/retention.ts';
import type { Database } from '../database/sql.ts';
import { sealedText } from '../sealing/sealed.ts';
import { storableText } from '../../domain/storable-text.ts';

export interface Maintenance extends MaintenanceStore {
    /** Reads kept deliveries again from their bytes. */
    replay(connection: string, read: Read, reading?: 'unknown' | 'ignored' | 'all'): Promise<Replayed>;
}

export function maintenanceOf(db: Database, deliveries: DeliveryStore, mark: Pseudonym): Maintenance {
    return {
        deleteOldDeliveries: (days, connection) => deleteOldDeliveries(db, days, connection),
        replay: (connection, read, reading) => replayDeliveries(db, deliveries, connection, read, reading),
        forgetNumber: (connection, number, also = { records: false, leads: false }) =>
            forgetNumber(db, mark, connection, number, also),
        eraseConnection: (connection, whole) => eraseConnection(db, connection, whole),
        dismiss: (connection, activityKeys, note) =>
            // A try under way must not park it again: it then counts as settled at a newer version.
            db.run(
                `with l as (
                    select activity_key, (lease_until is not null)::int as tried from activities
                    where connection = $1 and activity_key = any ($2) and parked_at is not null
                    order by activity_key for update)
                update activities a set parked_at = null, due_at = null, lease_until = null,
                    version = a.version + tried, written_version = case tried when 0 then a.written_version else a.version + tried end,
                    dismissed_at = now(), dismissed_note = $3
                from l where a.connection = $1 and a.activity_key = l.activity_key`,
                [connection, activityKeys, sealedText(storableText(note))]
            )
    };
}
