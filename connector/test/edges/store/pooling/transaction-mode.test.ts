import assert from 'node:assert/strict';
import test, { type TestContext } from 'node:test';
import { SILENT } from '../../../../src/log.ts';
import { openStore } from '../../../../src/store/open.ts';
import { dropDatabase, emptyDatabase } from '../database.ts';
import { without } from '../../../hosting/program.ts';
import { startPgbouncer } from './pgbouncer.ts';
import { limitsThrough, startsThrough } from './starts.ts';
import { startPooler } from './transaction-pooler.ts';

async function pooled(t: TestContext, connections: number): Promise<string> {
    const serverUrl = await emptyDatabase();
    const pooler = await startPooler(serverUrl, connections);
    t.after(async () => {
        await pooler.stop();
        await dropDatabase(serverUrl);
    });
    return pooler.databaseUrl;
}

test('processes start at once, and again, through a pooler in transaction mode with two connections', async (t) => {
    await startsThrough(t, await pooled(t, 2));
});

test('limits hold for all processes together through a pooler in transaction mode', async (t) => {
    await limitsThrough(await pooled(t, 3));
});

async function namesSetting(databaseUrl: string): Promise<void> {
    await assert.rejects(openStore({ dataDir: '/nowhere', databaseUrl, log: SILENT }), {
        code: 'STORE-STARTUP-PARAMETER',
        seen: 'statement_timeout'
    });
}

test('a pooler that refuses a setting in the address is named, with what to do', async (t) => {
    await namesSetting(`${await pooled(t, 1)}?statement_timeout=5000`);
});

const absent = without('pgbouncer');
const skip = absent && `${absent}: only the pooler of these tests was tried`;

test(
    'pgbouncer itself, with pool_mode = transaction, is started through as well, and limits hold',
    { skip },
    async (t) => {
        const serverUrl = await emptyDatabase();
        t.after(() => dropDatabase(serverUrl));
        const databaseUrl = await startPgbouncer(t, serverUrl);
        await startsThrough(t, databaseUrl);
        await limitsThrough(databaseUrl);
    }
);

test('pgbouncer itself refuses a setting in the address, and is named with what to do', { skip }, async (t) => {
    const serverUrl = await emptyDatabase();
    t.after(() => dropDatabase(serverUrl));
    await namesSetting(`${await startPgbouncer(t, serverUrl)}?statement_timeout=5000`);
});
