import assert from 'node:assert/strict';
import test from 'node:test';
import { databaseOf } from '../../../src/store/database/sql.ts';
import { withStore } from './database.ts';

test('of two transactions that lock each other out, both go through in the end', () =>
    withStore(async (store) => {
        await store.pool.query(
            `create table twins (id int primary key, n int); insert into twins values (1, 0), (2, 0)`
        );
        const db = databaseOf(store.pool, undefined, () => 0.5);
        const met = Promise.withResolvers<void>();
        let waiting = 0;
        const bump = (first: number, second: number) =>
            db.transaction(async (sql) => {
                await sql.run('update twins set n = n + 1 where id = $1', [first]);
                waiting += 1;
                if (waiting === 2) met.resolve();
                await met.promise;
                await sql.run('update twins set n = n + 1 where id = $1', [second]);
            });
        await Promise.all([bump(1, 2), bump(2, 1)]);
        assert.equal(db.repeated(), 1);
        const { rows } = await store.pool.query('select n from twins order by id');
        assert.deepEqual(rows, [{ n: 2 }, { n: 2 }]);
    }));

test('an error that is no deadlock is not repeated, and its transaction leaves nothing', () =>
    withStore(async (store) => {
        let runs = 0;
        const work = store.db.transaction(async (sql) => {
            runs += 1;
            await sql.run(`insert into connections (id) values ('half')`);
            await sql.run('select 1 / 0');
        });
        await assert.rejects(work, /division by zero/);
        assert.equal(runs, 1);
        assert.equal(await store.connections.get('half'), undefined);
    }));
