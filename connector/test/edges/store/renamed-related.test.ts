import assert from 'node:assert/strict';
import { cp, mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import test from 'node:test';
import { pathToFileURL } from 'node:url';
import pg from 'pg';
import { SILENT } from '../../../src/log.ts';
import { migrate } from '../../../src/store/database/migrate.ts';
import { dropDatabase, emptyDatabase } from './database.ts';

const MIGRATIONS = join(import.meta.dirname, '../../../src/store/database/migrations');
const RENAMED = '046_related_records.sql';

/** A database as the version before left it. */
async function before(run: (pool: pg.Pool) => Promise<void>): Promise<void> {
    const connectionString = await emptyDatabase();
    const pool = new pg.Pool({ connectionString, max: 2 });
    const folder = await mkdtemp(join(tmpdir(), 'quo-migrations-'));
    try {
        for (const name of (await readdir(MIGRATIONS)).filter((name) => name < RENAMED))
            await cp(join(MIGRATIONS, name), join(folder, name));
        await migrate({ pool, log: SILENT }, pathToFileURL(`${folder}/`));
        await run(pool);
    } finally {
        await pool.end();
        await dropDatabase(connectionString);
        await rm(folder, { recursive: true });
    }
}

test('what was known of opportunities, chosen, matched and set by hand is known under the names of today', () =>
    before(async (pool) => {
        const deal = { id: '0061', name: 'Toiture', contactIds: ['0031'] };
        await pool.query('insert into opportunities (connection, id, opportunity) values ($1, $2, $3)', [
            'one',
            '0061',
            deal
        ]);
        await pool.query(`insert into opportunity_contacts values ('one', '0031', '0061')`);
        const choose = 'insert into choices (connection, number, record, choice) values ($1, $2, $3, $4)';
        await pool.query(choose, ['one', '+15145550101', '0031', { record: '0031', opportunityId: '0061' }]);
        await pool.query(choose, ['one', '+15145550102', '0031', { record: '0031', opportunityId: null }]);
        await pool.query(choose, ['one', '+15145550103', '0031', { record: '0031' }]);
        const match = { status: 'matched', opportunityId: '0061', opportunity: { code: 'chosen', name: 'Toiture' } };
        const keep = 'insert into activities (connection, activity_key, kind, match) values ($1, $2, $3, $4)';
        await pool.query(keep, ['one', 'AC1', 'call', match]);
        await pool.query(keep, ['one', 'AC2', 'call', { opportunity: { code: 'several-open', of: 2 } }]);
        await pool.query(
            `insert into records (connection, object, key, activity_key, by_hand) values ('one', 'Task', 'k', 'AC1', $1)`,
            [{ whoId: '0031', choice: { record: '0031', opportunityId: '0061' } }]
        );
        await migrate({ pool, log: SILENT });
        const all = async (sql: string): Promise<unknown[]> =>
            (await pool.query<{ value: unknown }>(sql)).rows.map(({ value }) => value);
        assert.deepEqual(await all('select record as value from related_records'), [deal]);
        assert.deepEqual(await all('select related as value from related_contacts'), ['0061']);
        assert.deepEqual(await all('select choice as value from choices order by number'), [
            { record: '0031', relatedId: '0061' },
            { record: '0031', relatedId: null },
            { record: '0031' }
        ]);
        assert.deepEqual(await all('select match as value from activities order by activity_key'), [
            {
                status: 'matched',
                relatedId: '0061',
                related: { object: 'Opportunity', code: 'chosen', name: 'Toiture' }
            },
            { related: { object: 'Opportunity', code: 'several-open', of: 2 } }
        ]);
        assert.deepEqual(await all('select by_hand as value from records'), [
            { whoId: '0031', choice: { record: '0031', relatedId: '0061' } }
        ]);
    }));
