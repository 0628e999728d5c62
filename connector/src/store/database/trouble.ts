import { setTimeout as sleep } from 'node:timers/promises';
import type { Pool } from 'pg';

/** A database that does not answer at all must not keep whoever asks waiting. */
const ANSWERS_WITHIN_MS = 3_000;

/**
 * A write is what receiving needs: a standby that only reads does not do.
 *
 * @returns `undefined` while deliveries can be stored
 */
export async function troubleOf(pool: Pool): Promise<string | undefined> {
    const asked = pool.query<{ reads: boolean }>('select pg_is_in_recovery() as reads');
    const late = sleep(ANSWERS_WITHIN_MS, undefined, { ref: false });
    try {
        const answer = await Promise.race([asked, late]);
        if (answer === undefined) return 'store-silent';
        return answer.rows[0]?.reads === true ? 'store-read-only' : undefined;
    } catch {
        return 'store-unreachable';
    } finally {
        asked.catch(() => undefined);
    }
}
