import assert from 'node:assert/strict';
import { once } from 'node:events';
import { connect } from 'node:net';
import { test } from 'node:test';
import { browser } from '../console/browser-less.ts';
import { begin } from '../console/connected.ts';
import { openStand } from '../console/stand.ts';

/** Sends these very bytes. */
async function raw(url: string, text: string): Promise<string> {
    const socket = connect(Number(new URL(url).port), '127.0.0.1');
    const chunks: Buffer[] = [];
    socket.on('data', (chunk: Buffer) => chunks.push(chunk));
    socket.on('error', () => {});
    socket.write(text);
    await once(socket, 'close');
    return Buffer.concat(chunks).toString();
}

const asking = (path: string, more = ''): string =>
    `GET ${path} HTTP/1.1\r\nHost: x\r\n${more}Connection: close\r\n\r\n`;

test('texts that no database takes are the sender’s fault, wherever they stand', async (t) => {
    const { admin, base, stand } = await begin(t);
    for (const path of ['/activities/%00', '/activities?inbox=%00', '/activities?number=%00', '/audit?before=%00']) {
        const answer = await admin.send(base + path, {});
        assert.ok(answer.status === 400 || answer.status === 200, `${path}: ${answer.status}`);
    }
    await admin.get(`${base}/connect`);
    const token = /name="form-token" value="([^"]+)"/.exec(admin.page())?.[1] ?? '';
    for (const odd of ['\0', 'a\0b', '\ud800', '\u202e', '\uffff'])
        for (const path of ['/parked/ignore', '/parked/retry', '/forget', '/preferences', '/connect/webhook-key']) {
            const body = new URLSearchParams({ 'form-token': token });
            for (const name of ['activityKey', 'note', 'which', 'number', 'leadSource', 'key']) body.set(name, odd);
            const answer = await admin.send(base + path, { method: 'POST', body });
            assert.ok(answer.status < 500, `${path}: ${answer.status}`);
            const told = answer.location === '' ? answer : await admin.get(answer.location);
            assert.ok(!told.text.includes('WEB-TROUBLE'), `${path}: ${JSON.stringify(odd)}`);
        }
    const made = new URLSearchParams({ 'form-token': token, name: 'A\0B' });
    assert.equal((await admin.send('/console/connections', { method: 'POST', body: made })).status, 303);
    assert.match((await raw(stand.connector.url, asking('/recordings/%00/1?c=a&s=b'))).slice(0, 12), /HTTP\/1\.1 4/);
});

test('addresses that no browser sends are refused without a word about us', async (t) => {
    const { url } = (await openStand(t)).connector;
    for (const path of [
        '/console/%E0%A4%A',
        '/language/%ff',
        '//evil.example/console',
        '/console//evil.example',
        '/%2e%2e/%2e%2e/etc/passwd',
        '/assets/%2e%2e%2f%2e%2e%2fcompose.ts',
        '/assets/..%5c..%5ccompose.ts',
        '/.git/config',
        `/console/${'a'.repeat(9_000)}`
    ]) {
        const answer = await raw(url, asking(path));
        assert.match(answer, /^HTTP\/1\.1 (?:303|4\d\d)/, path);
        assert.ok(!/node_modules|at \w+ \(|Error:|evil\.example\/?\r/.test(answer), answer);
    }
    for (const method of ['PUT', 'DELETE', 'PATCH', 'TRACE', 'PROPFIND']) {
        const answer = await raw(url, asking('/console').replace('GET', method));
        assert.match(answer, /^HTTP\/1\.1 404/, method);
    }
    assert.match(await raw(url, asking('/sign-in', `Cookie: ${'a=b; '.repeat(5_000)}\r\n`)), /^HTTP\/1\.1 431/);
});

test('what a request says of its host goes nowhere: addresses that we give are those of PUBLIC_URL', async (t) => {
    const stand = await openStand(t, { PUBLIC_URL: 'https://quo.example.com', TRUSTED_PROXIES: '1' });
    const user = browser(stand);
    const poison = { host: 'evil.example', 'x-forwarded-host': 'evil.example', 'x-forwarded-proto': 'http' };
    await user.send('/sign-in', { headers: poison });
    const token = /name="form-token" value="([^"]+)"/.exec(user.page())?.[1] ?? '';
    const body = new URLSearchParams({ 'form-token': token, where: 'production' });
    const asked = await user.send('/sign-in/salesforce', { method: 'POST', body, headers: poison });
    assert.equal(asked.status, 303);
    const to = new URL(asked.location);
    assert.equal(to.host, 'login.salesforce.com');
    assert.equal(to.searchParams.get('redirect_uri'), 'https://quo.example.com/oauth/callback');
    assert.ok(!asked.text.includes('evil') && !user.page().includes('evil'));
});

test('who calls is what our own proxies say, and nothing that the caller writes himself', async (t) => {
    for (const [proxies, others] of [
        ['0', [401, 429]],
        ['1', [401, 429, 401]]
    ] as const) {
        const stand = await openStand(t, { TRUSTED_PROXIES: proxies });
        const guess = async (from: string): Promise<number> => {
            const guesser = browser(stand);
            await guesser.get('/sign-in');
            const token = /name="form-token" value="([^"]+)"/.exec(guesser.page())?.[1] ?? '';
            const body = new URLSearchParams({ 'form-token': token, token: 'wrong' });
            const headers = { 'x-forwarded-for': from };
            return (await guesser.send('/sign-in/token', { method: 'POST', body, headers })).status;
        };
        const statuses: number[] = [];
        for (let n = 0; n < 11; n += 1) statuses.push(await guess(`203.0.113.${n}, 198.51.100.7`));
        const seen = [statuses[9], statuses[10], ...(proxies === '1' ? [await guess('198.51.100.8')] : [])];
        assert.deepEqual(seen, others, `${proxies} proxies`);
    }
});

test('preferences that would change what everything is made of change nothing', async (t) => {
    const { admin, base, stand, id } = await begin(t);
    for (const text of [
        '{"__proto__":{"polluted":1}}',
        '{"preferences":{"__proto__":{"polluted":1}}}',
        '{"constructor":{"prototype":{"polluted":1}}}',
        `${'['.repeat(50_000)}${']'.repeat(50_000)}`,
        `${'{"a":'.repeat(20_000)}1${'}'.repeat(20_000)}`
    ]) {
        await admin.get(`${base}/preferences`);
        const answer = await admin.submit(`${base}/preferences/import`, { text });
        assert.ok([200, 413].includes(answer.status), `${text.slice(0, 30)}: ${answer.status}`);
        assert.ok(!answer.text.includes('WEB-TROUBLE'), text.slice(0, 30));
    }
    assert.equal(Reflect.get({}, 'polluted'), undefined);
    const settings = (await stand.database.store.connections.get(id))?.settings ?? {};
    assert.deepEqual(settings['preferences'] ?? {}, {});
});
