import type { Held } from '../../contracts/store.ts';
import { jsonbText } from '../database/jsonb-text.ts';
import type { Database } from '../database/sql.ts';

type Claim = Pick<Held, 'activityKey' | 'claim'>;

/** What this process has claimed and not put back yet. While it lives it keeps it; when it dies, the lease runs out. */
export interface Leases {
    hold(connection: string, held: readonly Claim[]): void;
    /** A claim that is not the one held any more ends nothing. */
    release(
        connection: string,
        held: readonly { readonly activityKey: string; readonly claim?: number | undefined }[]
    ): void;
    /** Renews no more: as if the process had died. */
    end(): void;
}

/** So often, that a renewal or two may fail. */
const RENEWALS_IN_A_LEASE = 4;

/** Only what nobody else took meanwhile: that the lease ran out once is then theirs to keep. Locks in the usual order. */
const RENEW = `
with l as (
    select a.activity_key from activities a
        join jsonb_to_recordset($2::jsonb) as h (activity_key text, claim bigint) using (activity_key)
    where a.connection = $1 and a.claims = h.claim and a.lease_until > now()
    order by a.activity_key for update of a)
update activities a set lease_until = now() + $3 * interval '1 millisecond'
from l where a.connection = $1 and a.activity_key = l.activity_key`;

/** @param leaseMs how long after its last sign of life what a process had claimed is another's */
export function leasesOf(db: Database, leaseMs: number): Leases {
    const held = new Map<string, Map<string, number>>();
    let timer: NodeJS.Timeout | undefined;
    let isEnded = false;

    function renew(): void {
        for (const [connection, mine] of held) {
            const claims = [...mine].map(([activityKey, claim]) => ({ activity_key: activityKey, claim }));
            // A database that cannot be reached now: the next renewal is in time, or the lease runs out.
            db.run(RENEW, [connection, jsonbText(claims), leaseMs]).catch(() => {});
        }
    }
    function stop(): void {
        clearInterval(timer);
        timer = undefined;
    }
    return {
        hold(connection, claims) {
            if (claims.length === 0 || isEnded) return;
            const mine = held.get(connection) ?? new Map<string, number>();
            for (const { activityKey, claim } of claims) mine.set(activityKey, claim);
            held.set(connection, mine);
            timer ??= setInterval(renew, leaseMs / RENEWALS_IN_A_LEASE).unref();
        },
        release(connection, claims) {
            const mine = held.get(connection);
            for (const { activityKey, claim } of claims)
                if (claim === undefined || mine?.get(activityKey) === claim) mine?.delete(activityKey);
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
