import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ADMIN_TOKEN, fakeConsole } from '../fake-console.ts';
import { readable } from '../readable.ts';

test('a wrong admin token is refused with its code, in the language of the browser, and noted without the guess', async (t) => {
    const it = await fakeConsole(t);
    for (const [language, words] of [
        ['en', /This is not the admin token/],
        ['fr', /Ce n’est pas le jeton/]
    ] as const) {
        const guesser = it.browser(language);
        const { status } = await guesser.signInWithToken('a-guess');
        assert.equal(status, 401);
        assert.match(readable(guesser.page()), /WEB-TOKEN/);
        assert.match(readable(guesser.page()), words);
    }
    assert.deepEqual(
        it.store.audited.map(({ action }) => action),
        ['sign-in.refused', 'sign-in.refused']
    );
    assert.ok(!JSON.stringify(it.store.audited).includes('a-guess'));
});

test('after ten wrong tokens even the right one waits, and whoever reads the page knows why', async (t) => {
    const it = await fakeConsole(t);
    for (let n = 0; n < 10; n += 1) assert.equal((await it.browser().signInWithToken(`guess-${n}`)).status, 401);
    const late = it.browser();
    assert.equal((await late.signInWithToken(ADMIN_TOKEN)).status, 429);
    assert.match(readable(late.page()), /WEB-TOO-MANY/);
    assert.match((await late.send('/console', {})).location, /^\/sign-in/);
});

test('sign-ins that are begun at Salesforce are counted too, sixty in a quarter of an hour', async (t) => {
    const it = await fakeConsole(t);
    await it.connect('acme');
    const one = it.browser();
    await one.get('/sign-in');
    const page = one.page();
    const begun = async (): Promise<number> => {
        const token = /name="form-token" value="([^"]+)"/.exec(page)?.[1] ?? '';
        const body = new URLSearchParams({ 'form-token': token, where: 'production' });
        const cookie = [...one.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
        return (await one.send('/sign-in/salesforce', { method: 'POST', body, headers: { cookie } })).status;
    };
    const cookies = new Map(one.cookies);
    for (let n = 0; n < 60; n += 1) {
        assert.equal(await begun(), 303, String(n));
        for (const [name, value] of cookies) one.cookies.set(name, value);
    }
    assert.equal(await begun(), 429);
    assert.match(readable(one.page()), /WEB-TOO-MANY/);
    assert.equal(it.salesforce.begun.length, 60);
});

test('a form that our page did not make for this browser is refused with its code, and does nothing', async (t) => {
    const it = await fakeConsole(t);
    const admin = await it.admin();
    await admin.get('/console');
    for (const token of ['', 'x', 'A'.repeat(43)]) {
        const body = new URLSearchParams({ 'form-token': token, name: 'Forged' });
        const { status } = await admin.send('/console/connections', { method: 'POST', body });
        assert.equal(status, 403, token);
        assert.match(readable(admin.page()), /WEB-FORM-TOKEN/);
    }
    assert.equal(it.store.rows.size, 0);
});

test('a form with the right token that another site sent is refused all the same', async (t) => {
    const it = await fakeConsole(t);
    const admin = await it.admin();
    await admin.get('/console');
    const token = /name="form-token" value="([^"]+)"/.exec(admin.page())?.[1] ?? '';
    assert.notEqual(token, '');
    for (const [site, status] of [
        ['cross-site', 403],
        ['same-site', 403],
        ['same-origin', 303]
    ] as const) {
        const body = new URLSearchParams({ 'form-token': token, name: site });
        const headers = { 'sec-fetch-site': site };
        assert.equal(
            (await admin.send('/console/connections', { method: 'POST', body, headers })).status,
            status,
            site
        );
    }
    assert.deepEqual(
        [...it.store.rows.values()].map(({ settings }) => settings['name']),
        ['same-origin']
    );
});

test('a colleague without the permission set is told so by name, and comes in to nothing but recordings', async (t) => {
    const it = await fakeConsole(t);
    await it.connect('acme');
    it.salesforce.identity = { ...it.salesforce.identity, userId: '005000000000002AAA', username: 'luc@acme.example' };
    const luc = await it.throughSalesforce();
    assert.match(readable(luc.page()), /WEB-NOT-ADMIN/);
    assert.match(readable(luc.page()), /luc@acme\.example/);
    assert.match((await luc.send('/console', {})).location, /^\/sign-in/);
    assert.deepEqual(
        it.store.audited.map(({ action, detail }) => [action, detail['code']]),
        [['sign-in.failed', 'WEB-NOT-ADMIN']]
    );

    const listener = it.browser();
    await listener.get('/sign-in?to=%2Frecordings%2FAC1%2F1');
    await listener.submit('/sign-in/salesforce', { where: 'production' });
    const { location } = await listener.send('/oauth/callback?state=state&code=code', {});
    assert.equal(location, '/recordings/AC1/1');
    assert.equal((await listener.send('/console/acme', {})).status, 404);
});

test('the org’s admin comes in through Salesforce to their own connections, and the way back is taken once', async (t) => {
    const it = await fakeConsole(t);
    await it.connect('acme', { name: 'Toitures Boréal' });
    await it.add('other', { name: 'Somebody else’s' });
    const marie = await it.throughSalesforce();
    assert.match(readable(marie.page()), /Toitures Boréal/);
    assert.doesNotMatch(readable(marie.page()), /Somebody else/);
    assert.equal((await marie.send('/console/other', {})).status, 404);
    const again = await marie.send('/oauth/callback?state=state&code=code', {});
    assert.equal(again.status, 400);
    assert.match(again.text, /SF-SIGN-IN-STATE/);
});

test('an address that is no org’s is refused before the browser is sent away, and what was typed stays harmless', async (t) => {
    const it = await fakeConsole(t);
    const one = it.browser();
    await one.get('/sign-in');
    const { status } = await one.submit('/sign-in/salesforce', {
        where: 'domain',
        domain: '"><script>alert(1)</script>'
    });
    assert.equal(status, 400);
    assert.match(readable(one.page()), /SF-LOGIN-URL/);
    assert.doesNotMatch(one.page(), /<script>alert/);
    assert.equal(it.salesforce.begun.length, 0);
});

test('a door without an app and without a token says what is missing, in both languages', async (t) => {
    const it = await fakeConsole(t, {}, {});
    for (const [language, words] of [
        ['en', /ADMIN_TOKEN/],
        ['fr', /ADMIN_TOKEN/]
    ] as const) {
        const one = it.browser(language);
        assert.equal((await one.get('/sign-in')).status, 200);
        assert.match(readable(one.page()), words);
        assert.doesNotMatch(one.page(), /action="\/sign-in\/(token|salesforce)"/);
    }
});
