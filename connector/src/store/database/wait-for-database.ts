import { setTimeout as delay } from 'node:timers/promises';
import type pg from 'pg';
import { CodedError } from '../../errors/errors.ts';
import { codeOf } from './sql.ts';

const OLDEST_VERSION = 140_000;
const TRIES = 20;
const PAUSE_MS = 500;

/** Not there yet, as when a container starts before its database. Everything else is told at once. */
const PASSING = new Set(['ECONNREFUSED', 'ECONNRESET', '57P03']);

/**
 * pgbouncer's words for a setting that a connection asks for at its start and that it passes on to no other connection
 * (src/client.c, `set_startup_options`).
 */
const UNSUPPORTED = /^unsupported startup parameter(?: in options)?: (\S+)/;

/** @throws {CodedError} STORE-UNREACHABLE, STORE-STARTUP-PARAMETER, STORE-VERSION */
export async function waitForDatabase(pool: pg.Pool, tries: number = TRIES): Promise<void> {
    const version = await versionOf(pool, tries);
    if (version < OLDEST_VERSION) throw new CodedError('STORE-VERSION', String(Math.floor(version / 10_000)));
}

async function versionOf(pool: pg.Pool, tries: number): Promise<number> {
    for (let tried = 1; ; tried += 1) {
        try {
            const { rows } = await pool.query<{ server_version_num: string }>('show server_version_num');
            return Number(rows[0]?.server_version_num);
        } catch (error) {
            const code = codeOf(error) ?? '';
            const parameter = UNSUPPORTED.exec(reasonOf(error))?.[1];
            if (tried < tries && PASSING.has(code)) await delay(PAUSE_MS);
            else if (parameter !== undefined) throw new CodedError('STORE-STARTUP-PARAMETER', parameter);
            // The driver's own words hold host and user, never the password.
            else throw new CodedError('STORE-UNREACHABLE', reasonOf(error), { cause: error });
        }
    }
}

/** Node puts the errors of several addresses into one without a message. */
function reasonOf(error: unknown): string {
    if (error instanceof AggregateError) return error.errors.map((one) => reasonOf(one)).join('; ');
    return error instanceof Error ? error.message : String(error);
}
