import type { Database } from '../database/sql.ts';

/** What this process has claimed and not put back yet. While it lives it keeps it; when it dies, the lease runs out. */
export interface Leases {
    hold(connection: string, activityKeys: readonly string[]): void;
    release(connection: string, activityKeys: readonly string[]): void;
    /** Renews no more: as if the process had died. */
    end(): void;
}

/** So often, that a renewal or two may fail. */
const RENEWALS_IN_A_LEASE = 4;

/** Only what nobody else took meanwhile: that the lease ran out once is then theirs to keep. Locks in the usual order. */
const RENEW = `
with l as (
    select activity_key from activities
    where connection = $1 and activity_key = any ($2::text[]) and lease_until > now()
    order by activity_key for update)
update activities a set lease_until = now() + $3 * interval '1 millisecond'
from l where a.connection = $1 and a.activity_key = l.activity_key`;

/** @param leaseMs how long after its last sign of life what a process had claimed is another's */
export function leasesOf(db: Database, leaseMs: number): Leases {
    const held = new Map<string, Set<string>>();
    let timer: NodeJS.Timeout | undefined;
    let isEnded = false;

    function renew(): void {
        for (const [connection, activityKeys] of held)
            // A database that cannot be reached now: the next renewal is in time, or the lease runs out.
            db.run(RENEW, [connection, [...activityKeys], leaseMs]).catch(() => {});
    }
    function stop(): void {
        clearInterval(timer);
        timer = undefined;
    }
    return {
        hold(connection, activityKeys) {
            if (activityKeys.length === 0 || isEnded) return;
            held.set(connection, new Set([...(held.get(connection) ?? []), ...activityKeys]));
            timer ??= setInterval(renew, leaseMs / RENEWALS_IN_A_LEASE).unref();
        },
        release(connection, activityKeys) {
            const mine = held.get(connection);
            for (const activityKey of activityKeys) mine?.delete(activityKey);
            if (mine?.size === 0) held.delete(connection);
            if (held.size === 0) stop();
        },
        end() {
            isEnded = true;
            held.clear();
            stop();
        }
    };
}
