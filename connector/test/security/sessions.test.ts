import assert from 'node:assert/strict';
import { test } from 'node:test';
import { browser } from '../console/browser-less.ts';
import { begin } from '../console/connected.ts';
import { openStand, type Stand } from '../console/stand.ts';

/** As if so many minutes had gone by for every session. */
async function passMinutes({ database }: Stand, minutes: number): Promise<void> {
    await database.store.pool.query(
        `update sessions set created_at = created_at - $1 * interval '1 minute',
            expires_at = expires_at - $1 * interval '1 minute'`,
        [minutes]
    );
}

const isIn = async (user: ReturnType<typeof browser>, headers = {}): Promise<boolean> =>
    (await user.send('/console', { headers })).status === 200;

test('who does nothing for an hour is signed out', async (t) => {
    const stand = await openStand(t);
    const admin = browser(stand);
    await admin.signInWithToken();
    await passMinutes(stand, 50);
    assert.equal(await isIn(admin), true);
    await passMinutes(stand, 50);
    assert.equal(await isIn(admin), true, 'they did something fifty minutes ago');
    await passMinutes(stand, 61);
    assert.equal(await isIn(admin), false);
});

test('who does something all day is signed out after eight hours', async (t) => {
    const stand = await openStand(t);
    const admin = browser(stand);
    await admin.signInWithToken();
    for (let minutes = 0; minutes < 470; minutes += 47) {
        assert.equal(await isIn(admin), true, `${minutes} minutes`);
        await passMinutes(stand, 47);
    }
    await passMinutes(stand, 11);
    assert.equal(await isIn(admin), false);
});

test('a page that keeps itself fresh keeps nobody signed in', async (t) => {
    const stand = await openStand(t);
    const admin = browser(stand);
    await admin.signInWithToken();
    await passMinutes(stand, 50);
    assert.equal(await isIn(admin, { 'x-unattended': '1' }), true);
    await passMinutes(stand, 11);
    assert.equal(await isIn(admin), false);
});

test('a sign-in that was begun and left is forgotten after ten minutes', async (t) => {
    const all = await begin(t);
    const { stand } = all;
    const user = browser(stand);
    await user.get('/sign-in');
    const asked = await user.submit('/sign-in/salesforce', { where: 'domain', domain: stand.orgUrl });
    assert.equal(asked.status, 303);
    await passMinutes(stand, 11);
    const back = await user.consent(asked.location, stand.ids['user-marie-eve'] ?? '');
    assert.match((await user.get(back)).text, /not the answer to a sign-in that was started here/);
});

test('signing in again ends the session before; signing out ends it on every process', async (t) => {
    const stand = await openStand(t);
    const other = { connector: await stand.another() };
    const admin = browser(stand);
    await admin.signInWithToken();
    const first = admin.cookies.get('quo') ?? '';
    await admin.signInWithToken();
    const second = admin.cookies.get('quo') ?? '';
    assert.notEqual(first, second);
    const elsewhere = browser(other);
    elsewhere.cookies.set('quo', first);
    assert.equal(await isIn(elsewhere), false);
    elsewhere.cookies.clear();
    elsewhere.cookies.set('quo', second);
    assert.equal(await isIn(elsewhere), true);
    await admin.get('/console');
    await admin.submit('/sign-out');
    assert.equal(await isIn(elsewhere), false);
});

test('whoever reads the table of sessions cannot sign in with it', async (t) => {
    const stand = await openStand(t);
    const admin = browser(stand);
    await admin.signInWithToken();
    const token = admin.cookies.get('quo') ?? '';
    const { rows } = await stand.database.store.pool.query<{ hash: string; all: string }>(
        `select encode(token_hash, 'base64') as hash, s::text as all from sessions s`
    );
    assert.ok(rows.every(({ all }) => !all.includes(token)));
    const thief = browser(stand);
    for (const { hash } of rows) {
        thief.cookies.set('quo', hash.replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', ''));
        assert.equal(await isIn(thief), false);
    }
});
