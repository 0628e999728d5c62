import assert from 'node:assert/strict';
import { gzipSync } from 'node:zlib';
import { test } from 'node:test';
import { fakeConsole } from './fake-console.ts';
import { opened } from './opened.ts';

const FORM = { 'content-type': 'application/x-www-form-urlencoded' };

test('a form that is too large, compressed, of another kind or in letters that nobody reads is the sender’s fault', async (t) => {
    const it = await fakeConsole(t);
    const admin = await it.admin();
    const send = async (
        body: string | Uint8Array<ArrayBuffer>,
        headers: Readonly<Record<string, string>>
    ): Promise<number> => (await admin.send('/console/connections', { method: 'POST', body, headers })).status;
    assert.equal(await send(`name=${'x'.repeat(300_000)}`, FORM), 413);
    assert.equal(await send('a=1&'.repeat(5_001), FORM), 413);
    assert.equal(await send(Uint8Array.from(gzipSync('name=x')), { ...FORM, 'content-encoding': 'gzip' }), 415);
    assert.equal(await send('name=x', { 'content-type': `${FORM['content-type']}; charset=utf-7` }), 415);
    assert.equal(await send('{"name":"x"}', { 'content-type': 'application/json' }), 403);
    assert.equal(it.store.rows.size, 0);
});

test('while the database is away, whoever comes reads that in their language, and no reason of ours', async (t) => {
    const it = await fakeConsole(t);
    const [french, english] = [await it.admin('fr'), await it.admin('en')];
    it.store.sessions.read = () => Promise.reject(new Error('connect ECONNREFUSED 10.0.0.7:5432 password=secret'));
    for (const [one, words] of [
        [french, /Erreur|connecteur|journal/i],
        [english, /connector|log|wrong/i]
    ] as const) {
        const { status, text, headers } = await one.send('/console', {});
        assert.equal(status, 500);
        assert.match(text, words);
        assert.doesNotMatch(text, /10\.0\.0\.7|secret|ECONNREFUSED/);
        assert.match(headers.get('content-type') ?? '', /text\/plain/);
    }
    assert.ok(it.logged.some(([event]) => event === 'page failed'));
});

test('signing out ends the session on the server too, and the same cookie opens nothing', async (t) => {
    const it = await fakeConsole(t);
    await it.connect('acme');
    const admin = await it.admin();
    await admin.get('/console');
    const cookies = new Map(admin.cookies);
    await admin.submit('/sign-out');
    for (const [name, value] of cookies) admin.cookies.set(name, value);
    assert.match((await admin.send('/console', {})).location, /^\/sign-in/);
});

test('whoever asks for a page before signing in comes back to it afterwards', async (t) => {
    const it = await fakeConsole(t);
    await it.connect('acme');
    const one = it.browser();
    await one.get('/console/acme/connect?x=1');
    await one.submit('/sign-in/token', { token: 'an-admin-token-for-the-tests' });
    assert.match(one.page(), /<h1[^>]*>\s*<span class="of">acme<\/span> Connection/);
});

test('what a change came to is told once, and to the one who asked for it', async (t) => {
    const one = await opened(t);
    const other = await one.it.admin();
    await one.read('/people');
    assert.match(await one.send('/people/mode', { mode: 'off' }), /Saved/);
    await other.get('/console/acme/people');
    assert.doesNotMatch(other.page(), /Saved/);
    assert.doesNotMatch(await one.read('/people'), /Saved/);
});

test('a failure that nobody foresaw is told as such with its kind, and its words stay in the log', async (t) => {
    const one = await opened(t, {
        parts: { activities: { retry: () => Promise.reject(new TypeError('select * from secrets')) } }
    });
    one.it.store.activities.retry = () => Promise.reject(new TypeError('select * from secrets'));
    await one.read('/parked');
    const token = /name="form-token" value="([^"]+)"/.exec(one.admin.page())?.[1] ?? '';
    const body = new URLSearchParams({ 'form-token': token, do: 'all', which: '' });
    await one.admin.send('/console/acme/parked/retry', { method: 'POST', body });
    const text = await one.read('/parked');
    assert.match(text, /TypeError/);
    assert.match(text, /WEB-TROUBLE/);
    assert.doesNotMatch(one.admin.page(), /select \* from/);
    assert.ok(one.it.logged.some(([event]) => event === 'change failed'));
});
