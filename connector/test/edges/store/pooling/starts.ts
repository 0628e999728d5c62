import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { TestContext } from 'node:test';
import { SILENT } from '../../../../src/log.ts';
import { openStore } from '../../../../src/store/open.ts';

const CHILD = join(import.meta.dirname, 'start-child.ts');
const MIGRATIONS = new URL('../../../../src/store/database/migrations/', import.meta.url);
const SECRET_KEY = randomBytes(32).toString('base64');
/** More than a start takes; a lock that is left behind keeps it for ever. */
const HANGS_AFTER_MS = 60_000;

interface Started {
    readonly applied: readonly string[];
    stop(): Promise<void>;
}

async function start(t: TestContext, databaseUrl: string): Promise<Started> {
    const child = spawn(process.execPath, [CHILD, databaseUrl, SECRET_KEY], { stdio: ['pipe', 'pipe', 'inherit'] });
    t.after(() => child.kill());
    const late = setTimeout(() => child.kill(), HANGS_AFTER_MS);
    const applied: string[] = [];
    let hasStarted = false;
    for await (const line of createInterface(child.stdout)) {
        hasStarted = line === 'started';
        if (hasStarted) break;
        applied.push(line);
    }
    clearTimeout(late);
    assert.ok(hasStarted, 'it does not start');
    const gone = once(child, 'exit');
    return {
        applied,
        stop: async () => {
            child.stdin.end();
            assert.deepEqual(await gone, [0, null]);
        }
    };
}

/** What is promised of any pooler in transaction mode: several start at once, and again, on one database. */
export async function startsThrough(t: TestContext, databaseUrl: string): Promise<void> {
    const together = await Promise.all([start(t, databaseUrl), start(t, databaseUrl)]);
    const all = (await readdir(MIGRATIONS)).filter((file) => file.endsWith('.sql'));
    assert.deepEqual(together.flatMap(({ applied }) => applied).sort(), all.sort());
    for (const one of together) await one.stop();
    for (let again = 0; again < 2; again += 1) {
        const one = await start(t, databaseUrl);
        assert.deepEqual(one.applied, []);
        await one.stop();
    }
}

/** The limits of two processes on one database, of whom neither can count for itself. */
export async function limitsThrough(databaseUrl: string): Promise<void> {
    const stores = [];
    for (let n = 0; n < 2; n += 1)
        stores.push(await openStore({ dataDir: '/nowhere', databaseUrl, secretKey: SECRET_KEY, log: SILENT }));
    try {
        const limits = stores.map(({ limits }) => limits('token', 4, 900));
        const taken = [];
        for (let n = 0; n < 6; n += 1) taken.push(await limits[n % 2]!.take('198.51.100.7'));
        assert.deepEqual(taken, [true, true, true, true, false, false]);
    } finally {
        await Promise.all(stores.map((store) => store.close()));
    }
}
