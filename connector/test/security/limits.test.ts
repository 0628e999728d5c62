import assert from 'node:assert/strict';
import { test } from 'node:test';
import { browser } from '../console/browser-less.ts';
import { begin, connectSalesforce } from '../console/connected.ts';
import { ADMIN_TOKEN, openStand } from '../console/stand.ts';

const unsigned = (url: string): Promise<Response> => fetch(url, { method: 'POST', body: '{}' });

test('guesses of the admin token are counted across processes, and for everybody who guesses at once', async (t) => {
    const stand = await openStand(t);
    const other = { connector: await stand.another() };
    const guessers = await Promise.all(
        Array.from({ length: 30 }, async (_, n) => {
            const one = browser(n % 2 === 0 ? stand : other);
            await one.get('/sign-in');
            return one;
        })
    );
    const answers = await Promise.all(guessers.map((one, n) => one.submit('/sign-in/token', { token: `guess-${n}` })));
    assert.equal(answers.filter(({ status }) => status === 401).length, 10);
    assert.equal(answers.filter(({ status }) => status === 429).length, 20);
    for (const where of [stand, other]) assert.equal((await browser(where).signInWithToken(ADMIN_TOKEN)).status, 429);
});

test('whoever signs in rightly begins to count anew', async (t) => {
    const stand = await openStand(t);
    for (let round = 0; round < 2; round += 1) {
        for (let n = 0; n < 9; n += 1) assert.equal((await browser(stand).signInWithToken('wrong')).status, 401);
        assert.equal((await browser(stand).signInWithToken(ADMIN_TOKEN)).status, 200);
    }
});

test('wrongly signed deliveries are counted across processes; the database is not asked for the rest of a flood', async (t) => {
    const all = await begin(t);
    await connectSalesforce(all);
    await all.admin.submit(`${all.base}/connect/quo`, { key: 'sandbox-key' });
    const other = await all.stand.another();
    const path = `/webhooks/quo/${all.id}`;
    const counts = new Map<number, number>();
    for (let n = 0; n < 120; n += 1) {
        const { status } = await unsigned((n % 2 === 0 ? all.stand.connector.url : other.url) + path);
        counts.set(status, (counts.get(status) ?? 0) + 1);
    }
    assert.deepEqual([...counts].sort(), [
        [401, 60],
        [429, 60]
    ]);
    const { rows } = await all.stand.database.store.pool.query<{ key: string; points: number }>(
        `select key, points from attempts where key like 'webhook:%'`
    );
    assert.equal(rows.length, 1);
    assert.ok((rows[0]?.points ?? 99) <= 62, 'one more each, then it is remembered');
    assert.ok(!/127\.0\.0\.1/.test(rows[0]?.key ?? ''), 'nobody’s address is kept');
});

test('while the database is away, guesses are still counted', async (t) => {
    const stand = await openStand(t);
    const { limits, pool } = stand.database.store;
    const door = limits('a-door', 2, 60);
    const query = pool.query.bind(pool);
    Object.assign(pool, { query: () => Promise.reject(new Error('gone')) });
    t.after(() => Object.assign(pool, { query }));
    assert.deepEqual([await door.take('a'), await door.take('a'), await door.take('a')], [true, true, false]);
});
