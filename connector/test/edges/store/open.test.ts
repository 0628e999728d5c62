import assert from 'node:assert/strict';
import { createServer } from 'node:net';
import { once } from 'node:events';
import test from 'node:test';
import pg from 'pg';
import { SILENT } from '../../../src/log.ts';
import { openStore } from '../../../src/store/open.ts';
import { waitForDatabase } from '../../../src/store/database/wait-for-database.ts';
import { newSecretKey } from '../../../src/store/secrets/secret-key.ts';
import { dropDatabase, emptyDatabase } from './database.ts';

test('a database given by its address needs a key, and says so', async () => {
    const databaseUrl = await emptyDatabase();
    const open = (secretKey?: string) =>
        openStore({ databaseUrl, dataDir: '/nowhere', log: SILENT, ...(secretKey !== undefined && { secretKey }) });
    await assert.rejects(open(), { code: 'STORE-SECRET-KEY' });
    await assert.rejects(open('short'), { code: 'STORE-SECRET-KEY' });
    const store = await open(newSecretKey());
    assert.equal(store.dataDir, undefined);
    await store.close();
    await store.close();
    await dropDatabase(databaseUrl);
});

test('a database that cannot be reached is named, without the password', async () => {
    const server = createServer().listen(0, '127.0.0.1');
    await once(server, 'listening');
    const address = server.address();
    const port = typeof address === 'object' && address ? address.port : 0;
    server.close();
    await once(server, 'close');
    const pool = new pg.Pool({ connectionString: `postgres://quo:hunter2@127.0.0.1:${port}/quo` });
    await assert.rejects(waitForDatabase(pool, 1), (error: Error & { code?: string }) => {
        assert.equal(error.code, 'STORE-UNREACHABLE');
        assert.match(error.message, new RegExp(`127\\.0\\.0\\.1:${port}`));
        assert.doesNotMatch(error.message, /hunter2/);
        return true;
    });
    await pool.end();
});

test('a PostgreSQL older than 14 is refused', async () => {
    const old = { query: async () => ({ rows: [{ server_version_num: '130014' }] }) } as unknown as pg.Pool;
    await assert.rejects(waitForDatabase(old), { code: 'STORE-VERSION', seen: '13' });
});
