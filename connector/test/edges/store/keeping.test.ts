import { KEYS, type Key } from '../../../src/contracts/key-value.ts';
import assert from 'node:assert/strict';
import test from 'node:test';
import { privateStore, withStore } from './database.ts';

test('the budget is never overspent, however many ask at once in two processes', async () => {
    const { store, another, drop } = await privateStore();
    const stores = [store, await another()];
    const answers = await Promise.all(
        Array.from({ length: 40 }, (_, i) => stores[i % 2]!.allowance.reserve('default', 3, 50))
    );
    assert.equal(answers.filter(Boolean).length, 16);
    assert.equal(await store.allowance.used('default'), 48);
    assert.equal(await store.allowance.reserve('default', 2, 50), true);
    assert.equal(await store.allowance.reserve('default', 1, 50), false);
    assert.equal(await store.allowance.reserve('other', 1, 50), true);
    await drop();
});

test('calls count for the last 24 hours, not for the calendar’s day', () =>
    withStore(async ({ allowance, pool }) => {
        await allowance.reserve('default', 10, 10);
        const age = (hours: number) =>
            pool.query(`update api_usage set hour = date_trunc('hour', now()) - $1 * interval '1 hour'`, [hours]);
        await age(23);
        assert.equal(await allowance.reserve('default', 1, 10), false);
        await age(25);
        assert.equal(await allowance.used('default'), 0);
        assert.equal(await allowance.reserve('default', 10, 10), true);
    }));

test('what is remembered is found with its age, until it is forgotten', () =>
    withStore(async ({ memory, connections }) => {
        await connections.ensure('other');
        const inbox = { id: 'PN1', number: '+15145550100' };
        assert.equal(await memory.get('default', KEYS.inboxes), undefined);
        await memory.set('default', KEYS.inboxes, [{ ...inbox, name: 'Ventes\u0000' }]);
        await memory.set('other', KEYS.inboxes, []);
        const found = await memory.get('default', KEYS.inboxes);
        assert.deepEqual(found?.value, [{ ...inbox, name: 'Ventes\uFFFD' }]);
        assert.ok(found.ageMs >= 0);
        assert.deepEqual((await memory.get('other', KEYS.inboxes))?.value, []);
        await memory.delete('default', KEYS.inboxes);
        assert.equal(await memory.get('default', KEYS.inboxes), undefined);
    }));

test('nothing is remembered for a connection that is gone', () =>
    withStore(async ({ memory }) => {
        await memory.set('gone', KEYS.inboxes, []);
        assert.equal(await memory.get('gone', KEYS.inboxes), undefined);
    }));

test('a value that another version wrote in another shape counts as never kept', () =>
    withStore(async ({ memory }) => {
        const older: Key<unknown> = { name: KEYS.orgUsers.name, parse: (stored) => stored };
        for (const value of [
            null,
            'all',
            {},
            [{ id: '005A' }],
            [{ id: 5, name: 'A', email: 'a@b.ca', isActive: true }]
        ]) {
            await memory.set('default', older, value);
            assert.equal(await memory.get('default', KEYS.orgUsers), undefined, JSON.stringify(value));
        }
        const users = [{ id: '005A', name: 'A', email: 'a@b.ca', isActive: true }];
        await memory.set('default', older, users);
        assert.deepEqual((await memory.get('default', KEYS.orgUsers))?.value, users);
    }));

test('a connection is made once and keeps its settings', () =>
    withStore(async ({ connections }) => {
        await connections.ensure('west');
        await connections.changeSettings('west', () => ({ language: 'en' }));
        await connections.ensure('west');
        assert.deepEqual(await connections.get('west'), { id: 'west', settings: { language: 'en' } });
        assert.deepEqual(
            (await connections.list()).map(({ id }) => id),
            ['default', 'west']
        );
        assert.equal(await connections.get('nowhere'), undefined);
        assert.equal(await connections.changeSettings('nowhere', () => ({ language: 'en' })), undefined);
        assert.equal(await connections.changeSettings('west', () => undefined), undefined);
        assert.deepEqual((await connections.get('west'))?.settings, { language: 'en' });
    }));

test('of twenty changes of a connection at once none is lost, while its deliveries go on being stored', () =>
    withStore(async ({ connections, memory }) => {
        await connections.ensure('west');
        const names = Array.from({ length: 20 }, (_, n) => `choice${n}`);
        await Promise.all(
            names.flatMap((name) => [
                connections.changeSettings('west', (stored) => ({ ...stored, [name]: true })),
                memory.set('west', KEYS.organization, name)
            ])
        );
        const { settings } = (await connections.get('west')) ?? {};
        assert.deepEqual(Object.keys(settings ?? {}).sort(), names.sort());
    }));

test('a session is found by its token alone, until it expires or is deleted', () =>
    withStore(async ({ sessions, pool }) => {
        const token = await sessions.create({ data: { user: 'u1' }, forMs: 60_000, connection: 'default' });
        const other = await sessions.create({ data: {}, forMs: 60_000 });
        assert.match(token, /^[\w-]{43}$/);
        assert.deepEqual((await sessions.read(token))?.data, { user: 'u1' });
        const { rows } = await pool.query<{ text: string }>('select s::text as text from sessions s');
        assert.ok(rows.every(({ text }) => !text.includes(token)));
        assert.equal(await sessions.update(token, { data: { user: 'u2' }, forMs: 1_000 }), true);
        const read = await sessions.read(token);
        assert.deepEqual(read?.data, { user: 'u2' });
        assert.ok(read.expiresInMs <= 1_000);
        await pool.query(`update sessions set expires_at = now() where data <> '{}'`);
        assert.equal(await sessions.read(token), undefined);
        assert.equal(await sessions.update(token, { data: {} }), false);
        assert.equal(await sessions.deleteExpired(), 1);
        await sessions.delete(other);
        assert.equal(await sessions.read(other), undefined);
        const last = await sessions.create({ data: {}, forMs: 60_000, connection: 'default' });
        assert.equal(await sessions.deleteEverybody(), 1);
        assert.equal(await sessions.read(last), undefined);
    }));

test('the audit log is read newest first, page by page, by connection', () =>
    withStore(async ({ audit }) => {
        for (const n of [1, 2, 3]) await audit.append('default', { actor: 'admin', action: 'sign-in', detail: { n } });
        await audit.append('other', { actor: 'admin', action: 'sign-in' });
        const page = await audit.list('default', { limit: 2 });
        assert.deepEqual(
            page.map(({ detail }) => detail),
            [{ n: 3 }, { n: 2 }]
        );
        const rest = await audit.list('default', { before: page[1]!.seq });
        assert.deepEqual(
            rest.map(({ detail, actor }) => [actor, detail]),
            [['admin', { n: 1 }]]
        );
    }));
