import assert from 'node:assert/strict';
import { gzipSync } from 'node:zlib';
import { test } from 'node:test';
import { browser } from '../console/browser-less.ts';
import { begin, connected, connectSalesforce } from '../console/connected.ts';
import { ADMIN_TOKEN, openStand } from '../console/stand.ts';

test('without signing in nothing can be seen, and nothing changed', async (t) => {
    const { base, stand, id } = await begin(t);
    const stranger = browser(stand);
    for (const path of [
        '',
        '/connect',
        '/preferences',
        '/activities',
        '/parked',
        '/quality',
        '/audit',
        '/rehearsal',
        '/preferences/export',
        '/flow.svg'
    ]) {
        const answer = await stranger.send(base + path, {});
        assert.equal(answer.status, 303, path);
        assert.match(answer.location, /^\/sign-in\?to=/);
        assert.ok(!answer.text.includes('Boréal'));
    }
    await stranger.get('/sign-in');
    const token = /name="form-token" value="([^"]+)"/.exec(stranger.page())?.[1] ?? '';
    for (const path of ['/connect/disconnect', '/preferences', '/forget', '/rehearsal', '/parked/retry']) {
        const body = new URLSearchParams({ 'form-token': token });
        const answer = await stranger.send(base + path, { method: 'POST', body });
        assert.equal(answer.location, '/sign-in?to=%2Fconsole', path);
    }
    assert.equal((await stand.database.store.connections.get(id))?.settings['name'], 'Toitures Boréal');
});

test('wrong admin tokens are refused alike, and after ten of them the door stays shut for a while', async (t) => {
    const stand = await openStand(t);
    const guesser = browser(stand);
    for (let n = 0; n < 10; n += 1) assert.equal((await guesser.signInWithToken('x'.repeat(n + 1))).status, 401);
    assert.equal((await guesser.signInWithToken(ADMIN_TOKEN)).status, 429);
    assert.match(guesser.page(), /too many attempts/);
    const refused = await stand.database.store.audit.list('');
    assert.equal(refused.filter(({ action }) => action === 'sign-in.refused').length, 10);
    assert.ok(!JSON.stringify(refused).includes('xxx'));
});

test('a session that somebody planted is worth nothing after the sign-in, nor one that was signed out', async (t) => {
    const stand = await openStand(t);
    const victim = browser(stand);
    await victim.get('/sign-in');
    const planted = victim.cookies.get('quo') ?? '';
    await victim.signInWithToken();
    const signedIn = victim.cookies.get('quo') ?? '';
    assert.notEqual(signedIn, planted);
    const attacker = browser(stand);
    attacker.cookies.set('quo', planted);
    assert.match((await attacker.send('/console', {})).location, /^\/sign-in/);
    await victim.get('/console');
    await victim.submit('/sign-out');
    attacker.cookies.set('quo', signedIn);
    assert.match((await attacker.send('/console', {})).location, /^\/sign-in/);
});

test('the cookie is out of reach of scripts and of other sites, and bound to TLS behind it', async (t) => {
    const plain = await openStand(t);
    const cookie = (await browser(plain).send('/sign-in', {})).headers.get('set-cookie') ?? '';
    assert.match(cookie, /^quo=[\w-]{43};.*HttpOnly;.*SameSite=Lax/);
    const tls = await openStand(t, { PUBLIC_URL: 'https://quo.example.com' });
    const secure = await browser(tls).send('/sign-in', {});
    assert.match(secure.headers.get('set-cookie') ?? '', /^__Host-quo=.*Path=\/;.*HttpOnly; Secure; SameSite=Lax/);
    assert.match(secure.headers.get('strict-transport-security') ?? '', /max-age=\d{6}/);
});

test('pages allow no script, style, frame or form but their own', async (t) => {
    const stand = await openStand(t);
    const { headers } = await browser(stand).send('/sign-in', {});
    const policy = headers.get('content-security-policy') ?? '';
    assert.match(policy, /default-src 'none'/);
    assert.match(policy, /script-src 'self'(;|$)/);
    assert.match(policy, /style-src 'self'(;|$)/);
    assert.match(policy, /frame-ancestors 'none'/);
    assert.ok(!policy.includes('unsafe'));
    assert.equal(headers.get('x-frame-options'), 'DENY');
    assert.equal(headers.get('x-content-type-options'), 'nosniff');
    assert.equal(headers.get('cache-control'), 'no-store');
});

test('a change that another site or another browser sends is refused, and changes nothing', async (t) => {
    const { stand, admin, base, id } = await begin(t);
    const other = browser(stand);
    await other.get('/sign-in');
    const theirs = /name="form-token" value="([^"]+)"/.exec(other.page())?.[1] ?? '';
    await admin.get(`${base}/connect`);
    const ours = /name="form-token" value="([^"]+)"/.exec(admin.page())?.[1] ?? '';
    for (const [token, site] of [
        ['', 'same-origin'],
        [theirs, 'same-origin'],
        [ours, 'cross-site'],
        [ours, 'same-site']
    ] as const) {
        const body = new URLSearchParams({ 'form-token': token, name: 'Forged' });
        const headers = { 'sec-fetch-site': site };
        const answer = await admin.send('/console/connections', { method: 'POST', body, headers });
        assert.equal(answer.status, 403);
        assert.match(answer.text, /nothing was changed/);
    }
    assert.deepEqual(
        (await stand.database.store.connections.list()).map((row) => row.id),
        [id]
    );
});

test('an answer from Salesforce counts once, in the browser that asked, with the state that was given', async (t) => {
    const all = await begin(t);
    const { stand, admin, base } = all;
    await admin.get(`${base}/connect`);
    const asked = await admin.submit(`${base}/connect/salesforce`, { where: 'domain', domain: stand.orgUrl });
    const back = await admin.consent(asked.location, stand.ids['user-marie-eve'] ?? '');
    const thief = browser(stand);
    assert.match((await thief.get(back)).text, /not the answer to a sign-in that was started here/);
    const forged = await admin.get(back.replace(/state=[^&]*/, 'state=forged'));
    assert.match(forged.text, /not the answer to a sign-in that was started here/);
    // The question is spent: even the right answer comes too late now.
    assert.match((await admin.get(back)).text, /not the answer to a sign-in that was started here/);
    assert.equal(stand.connector.url.startsWith('http://127'), true);
    await connectSalesforce(all);
    assert.match((await admin.get(back)).text, /not the answer/);
});

test('after signing in one comes to our own pages only', async (t) => {
    const stand = await openStand(t);
    for (const to of [
        'https://evil.example',
        '//evil.example',
        '/\\evil.example',
        '/%0d%0aset-cookie:x=1',
        'javascript:alert(1)',
        '/\t/evil.example',
        '/..//evil.example'
    ]) {
        const user = browser(stand);
        await user.get(`/sign-in?to=${encodeURIComponent(to)}`);
        const body = new URLSearchParams({
            'form-token': /name="form-token" value="([^"]+)"/.exec(user.page())?.[1] ?? '',
            token: ADMIN_TOKEN,
            to
        });
        const answer = await user.send('/sign-in/token', { method: 'POST', body });
        assert.equal(answer.status, 303);
        assert.equal(new URL(answer.location, stand.connector.url).origin, stand.connector.url, to);
        assert.equal(answer.headers.get('x'), null);
        const spoken = await user.send(`/language/fr?to=${encodeURIComponent(to)}`, {});
        assert.equal(new URL(spoken.location, stand.connector.url).origin, stand.connector.url, to);
    }
});

test('forms that are huge, compressed or endless are refused, and everybody else is still served', async (t) => {
    const stand = await openStand(t);
    const sender = browser(stand);
    const type = { 'content-type': 'application/x-www-form-urlencoded' };
    const huge = await sender.send('/sign-in/token', {
        method: 'POST',
        headers: type,
        body: `token=${'x'.repeat(300_000)}`
    });
    assert.equal(huge.status, 413);
    const many = await sender.send('/sign-in/token', { method: 'POST', headers: type, body: 'a=1&'.repeat(6_000) });
    assert.equal(many.status, 413);
    const bomb = new Uint8Array(gzipSync(Buffer.alloc(20_000_000)));
    const packed = { ...type, 'content-encoding': 'gzip' };
    assert.equal((await sender.send('/sign-in/token', { method: 'POST', headers: packed, body: bomb })).status, 415);
    assert.equal((await sender.get('/sign-in')).status, 200);
});

test('files beside the assets cannot be reached', async (t) => {
    const stand = await openStand(t);
    const user = browser(stand);
    assert.equal((await user.send('/assets/console.css', {})).status, 200);
    assert.equal((await user.send('/assets/slds/styles/salesforce-lightning-design-system.min.css', {})).status, 200);
    for (const path of [
        '/assets/..%2fassets.ts',
        '/assets/%2e%2e/assets.ts',
        '/assets/slds/..%2f..%2fpackage.json',
        '/assets/slds/%2e%2e/package.json',
        '/assets/..%5cassets.ts',
        '/assets/%00',
        '/assets/'
    ]) {
        const answer = await user.send(path, {});
        assert.ok(answer.status >= 400, `${path}: ${answer.status}`);
        assert.ok(!answer.text.includes('import '), path);
    }
});

test('no page, export or log of what was done holds a secret', async (t) => {
    const all = await connected(t);
    const { admin, base, stand, id } = all;
    const key = `whsec_${Buffer.alloc(32, 7).toString('base64')}`;
    await admin.get(`${base}/connect`);
    await admin.submit(`${base}/connect/webhook-key`, { key });
    const { store } = stand.database;
    const tokens = JSON.parse((await store.vault.read(id, 'salesforce-tokens')) ?? '{}') as Record<string, string>;
    const secrets = [
        'sandbox-key',
        key,
        tokens['accessToken'],
        tokens['refreshToken'],
        ADMIN_TOKEN,
        stand.database.secretKey
    ].map(String);
    const seen: string[] = [JSON.stringify(await store.audit.list(id)), JSON.stringify(await store.connections.list())];
    for (const path of [
        '',
        '/connect',
        '/preferences',
        '/preferences/export',
        '/audit',
        '/quality',
        '/parked',
        '/activities'
    ])
        seen.push((await admin.send(base + path, {})).text);
    for (const path of ['/metrics', '/readyz', '/healthz']) seen.push((await admin.send(path, {})).text);
    for (const secret of secrets) for (const text of seen) assert.ok(!text.includes(secret));
});
