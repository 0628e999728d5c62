import { randomBytes } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Pool } from 'pg';
import { codeOf } from './sql.ts';

/** A database that does not answer at all must not keep whoever asks waiting. */
const ANSWERS_WITHIN_MS = 3_000;
/** As much as a long transcript; random, so that nothing compresses it. */
const PROBE_BYTES = 65_536;

/** Of a standby, and of a database or a user that was set to read only. */
const READS = `select pg_is_in_recovery() or current_setting('transaction_read_only')::boolean as reads`;
const PROBE = `insert into store_probe (filler) values ($1) on conflict (one) do update set filler = excluded.filler`;

/** PostgreSQL's `disk_full`, and `insufficient_resources` around it. */
const FULL = /^53/;

/** Whether deliveries can be stored, as far as is known from those that came, and by trying. */
export interface Readiness {
    /** Passes on what storing a delivery comes to, and remembers whether it failed. */
    storing<T>(stored: Promise<T>): Promise<T>;
    /** @returns `undefined` while deliveries can be stored; else why not, within three seconds */
    trouble(): Promise<string | undefined>;
}

/** @param pool the one that deliveries are stored through */
export function readinessOf(pool: Pool): Readiness {
    let hasFailed = false;
    async function look(): Promise<string | undefined> {
        const { rows } = await pool.query<{ reads: boolean }>(READS);
        if (rows[0]?.reads === true) return 'store-read-only';
        // Without deliveries nobody would learn that the disk has room again: whoever balances the load sends none.
        if (hasFailed) await pool.query(PROBE, [randomBytes(PROBE_BYTES)]);
        hasFailed = false;
        return undefined;
    }
    return {
        async storing(stored) {
            try {
                const result = await stored;
                hasFailed = false;
                return result;
            } catch (error) {
                hasFailed = true;
                throw error;
            }
        },
        async trouble() {
            const asked = look().catch(reasonOf);
            return Promise.race([asked, sleep(ANSWERS_WITHIN_MS, 'store-silent', { ref: false })]);
        }
    };
}

function reasonOf(error: unknown): string {
    const code = codeOf(error) ?? '';
    if (FULL.test(code)) return 'store-full';
    // PostgreSQL itself answered, and refused: five characters with a digit, unlike Node's `EPIPE`.
    return /^(?=.*\d)[0-9A-Z]{5}$/.test(code) && !/^(08|57P)/.test(code) ? 'store-refuses' : 'store-unreachable';
}
