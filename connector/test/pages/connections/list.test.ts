import assert from 'node:assert/strict';
import { test } from 'node:test';
import { KEYS } from '../../../src/contracts/key-value.ts';
import { fakeConsole } from '../fake-console.ts';
import { readable } from '../readable.ts';

test('without a connection the list says what to do, and whoever sets the deployment up can make one', async (t) => {
    const it = await fakeConsole(t);
    for (const [language, words] of [
        ['en', /New connection/],
        ['fr', /Nouvelle connexion/]
    ] as const) {
        const admin = await it.admin(language);
        await admin.get('/console');
        assert.match(readable(admin.page()), words);
        assert.doesNotMatch(admin.page(), /<table/);
    }
});

test('a connection that is made is there at once under its name, and its making is noted with who made it', async (t) => {
    const it = await fakeConsole(t);
    const admin = await it.admin();
    await admin.get('/console');
    await admin.submit('/console/connections', { name: '  Toitures   Boréal <b> ' });
    assert.match(readable(admin.page()), /Toitures Boréal <b>/);
    const [id = ''] = [...it.store.rows.keys()];
    assert.match(admin.page(), new RegExp(`/console/${id}/connect`));
    const noted = it.store.audited.filter(({ action }) => action === 'connection.made');
    assert.deepEqual(
        noted.map(({ actor, detail }) => [actor, detail]),
        [
            ['admin token', { connection: id }],
            ['admin token', {}]
        ]
    );
});

test('each connection is told with how it is doing: incomplete, at work, paused, rehearsing', async (t) => {
    const it = await fakeConsole(t);
    await it.connect('works', { name: 'D works' });
    await it.connect('paused', { name: 'B paused' });
    await it.connect('rehearses', { name: 'C rehearses', rehearsingSince: '2026-11-19T15:30:00.000Z' });
    await it.add('half', { name: 'A half' });
    it.store.rows.set('paused', {
        ...{ id: 'paused', settings: it.settings('paused'), pausedForMs: 600_000 },
        pausedBecause: { code: 'SF-FORBIDDEN', seen: 'x' }
    });
    await it.context.connections.refresh();
    const admin = await it.admin();
    await admin.get('/console');
    const text = readable(admin.page());
    assert.match(text, /A half .*B paused .*C rehearses .*D works /);
    assert.match(text, /A half Not connected Not connected Not complete/);
    assert.match(text, /B paused .*Waiting.*10 min/);
    assert.match(text, /C rehearses Acme Acme Rehears/);
    assert.match(text, /D works Acme Acme Working Never/);
});

test('when an event came last, and what needs a person, is told in the list', async (t) => {
    const it = await fakeConsole(t, {
        activities: { counts: async () => ({ total: 9, byKind: {}, byMatch: {}, due: 0, waiting: 0, parked: 4 }) }
    });
    await it.connect('acme', { name: 'Acme' });
    await it.store.memory.set('acme', KEYS.webhookArrived, 'stored');
    it.later(7_200_000);
    const admin = await it.admin();
    await admin.get('/console');
    assert.match(readable(admin.page()), /Working 2 h 0 min ago 4/);
    assert.match(admin.page(), /href="\/console\/acme\/parked">4</);
});

test('an org’s admin sees the connections of their org, and cannot make another', async (t) => {
    const it = await fakeConsole(t);
    await it.connect('acme', { name: 'Acme' });
    await it.add('other', { name: 'Other' });
    const marie = await it.throughSalesforce();
    await marie.get('/console');
    assert.match(readable(marie.page()), /Acme/);
    assert.doesNotMatch(readable(marie.page()), /Other|New connection|audit log/);
    const token = /name="form-token" value="([^"]+)"/.exec(marie.page())?.[1] ?? '';
    const body = new URLSearchParams({ 'form-token': token, name: 'Mine' });
    assert.equal((await marie.send('/console/connections', { method: 'POST', body })).status, 404);
    assert.equal(it.store.rows.size, 2);
});

test('somebody whose right is taken away in Salesforce finds nothing any more once it is looked at again', async (t) => {
    const it = await fakeConsole(t);
    await it.connect('acme', { name: 'Acme' });
    const marie = await it.throughSalesforce();
    it.salesforce.administration.rightsOf = async () => ({ isActive: true, rights: [] });
    assert.equal((await marie.get('/console/acme/connect')).status, 200);
    it.later(11 * 60_000);
    assert.match((await marie.send('/console/acme/connect', {})).location, /^\/sign-in/);
});

test('after an hour in which nobody did anything, and after eight whatever they did, one signs in again', async (t) => {
    const it = await fakeConsole(t);
    await it.connect('acme');
    const [idle, busy] = [await it.admin(), await it.admin()];
    for (let minutes = 0; minutes < 7 * 60 + 50; minutes += 25) {
        assert.equal((await busy.get('/console')).status, 200, String(minutes));
        if (minutes === 75) assert.match((await idle.send('/console', {})).location, /^\/sign-in/);
        it.later(25 * 60_000);
    }
    it.later(10 * 60_000);
    assert.match((await busy.send('/console', {})).location, /^\/sign-in/);
});

test('a page that keeps itself fresh keeps nobody signed in', async (t) => {
    const it = await fakeConsole(t);
    await it.connect('acme');
    const admin = await it.admin();
    for (let minutes = 0; minutes < 60; minutes += 20) {
        await admin.send('/console/acme', { headers: { 'x-unattended': 'yes' } });
        it.later(21 * 60_000);
    }
    assert.match((await admin.send('/console/acme', {})).location, /^\/sign-in/);
});

test('the language that somebody chose stays, whatever their browser says, and leads back to the page', async (t) => {
    const it = await fakeConsole(t);
    await it.connect('acme');
    const admin = await it.admin('en');
    const { location } = await admin.send('/language/fr?to=%2Fconsole%2Facme%2Fconnect', {});
    assert.equal(location, '/console/acme/connect');
    await admin.get(location);
    assert.match(admin.page(), /<html lang="fr"/);
    for (const elsewhere of ['//evil.example', 'https://evil.example', '/\\evil.example', 'javascript:alert(1)'])
        assert.equal((await admin.send(`/language/en?to=${encodeURIComponent(elsewhere)}`, {})).location, '/console');
    await admin.send('/language/de', {});
    await admin.get('/console');
    assert.match(admin.page(), /<html lang="en"/);
});
