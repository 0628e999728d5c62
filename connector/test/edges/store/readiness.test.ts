import assert from 'node:assert/strict';
import test from 'node:test';
import type { OpenStore } from '../../../src/store/open.ts';
import { delivery, ended } from './builders.ts';
import { withStore } from './database.ts';

let n = 0;
const accept = (store: OpenStore) => store.deliveries.accept(delivery(`d${(n += 1)}`, [ended(`AC${n}`)]));

/** As PostgreSQL answers when the disk is full. */
async function fillDisk(store: OpenStore): Promise<void> {
    await store.pool.query(`
        create function refuse() returns trigger language plpgsql as $$ begin
            raise exception 'could not extend file: No space left on device' using errcode = '53100'; end $$;
        create trigger full_disk before insert or update on deliveries execute function refuse();
        create trigger full_disk before insert or update on store_probe execute function refuse();`);
}

async function makeRoom(store: OpenStore): Promise<void> {
    await store.pool.query('drop trigger full_disk on deliveries; drop trigger full_disk on store_probe');
}

/** What is said once no connection of before is left. */
async function reached(store: OpenStore): Promise<string | undefined> {
    for (let tries = 0; tries < 10; tries += 1) {
        const trouble = await store.trouble();
        if (trouble !== 'store-unreachable') return trouble;
    }
    return 'store-unreachable';
}

test('a full disk is not ready as soon as a delivery met it, and ready again without one when there is room', () =>
    withStore(async (store) => {
        assert.equal(await store.trouble(), undefined);
        await fillDisk(store);
        await assert.rejects(accept(store), { code: '53100' });
        assert.equal(await store.trouble(), 'store-full');
        assert.equal(await store.trouble(), 'store-full');
        await makeRoom(store);
        assert.equal(await store.trouble(), undefined);
        assert.equal(await accept(store), 'stored');
    }));

test('a database that was set to read only is not ready', () =>
    withStore(async (store) => {
        const [row] = await store.db.rows<{ name: string }>('select current_database() as name');
        const set = (value: string) =>
            store.pool.query(`alter database "${row?.name}" set default_transaction_read_only = ${value}`);
        const reconnect = () =>
            store.pool.query(
                `select pg_terminate_backend(pid) from pg_stat_activity
                where datname = current_database() and pid <> pg_backend_pid()`
            );
        await set('on');
        await reconnect();
        assert.equal(await reached(store), 'store-read-only');
        await assert.rejects(accept(store), { code: '25006' });
        assert.equal(await store.trouble(), 'store-read-only');
        await store.db.transaction(async (sql) => {
            await sql.run('set transaction read write');
            await sql.run(`alter database "${row?.name}" reset default_transaction_read_only`);
        });
        await reconnect();
        assert.equal(await reached(store), undefined);
        assert.equal(await accept(store), 'stored');
    }));

test('deliveries are stored while everything else of the database is in use', () =>
    withStore(async (store) => {
        const held = await Promise.all(Array.from({ length: 16 }, () => store.pool.connect()));
        const waits = store.pool.query('select 1');
        assert.equal(store.pool.waitingCount, 1);
        assert.equal(await accept(store), 'stored');
        assert.equal(await store.trouble(), undefined);
        for (const client of held) client.release();
        await waits;
    }));
