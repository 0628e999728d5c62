import assert from 'node:assert/strict';
import { test } from 'node:test';
import { KEYS } from '../../../src/contracts/key-value.ts';
import type { CheckLine } from '../../../src/contracts/org-administration.ts';
import { CodedError } from '../../../src/errors/errors.ts';
import { KEY } from '../../application/fakes/quo.ts';
import { ADMIN_TOKEN, fakeConsole, type FakeConsole } from '../fake-console.ts';
import { audited, opened } from '../opened.ts';
import { readable } from '../readable.ts';
import type { TestContext } from 'node:test';
import type { Browser } from '../../console/browser-less.ts';

const PAGE = '/console/acme/connect';

/** A connection that nobody connected, at its page. */
async function fresh(
    t: TestContext,
    env?: Readonly<Record<string, string>>
): Promise<{ it: FakeConsole; admin: Browser }> {
    const it = await fakeConsole(t, {}, env);
    await it.add('acme', { name: 'Acme' });
    const admin = await it.admin();
    await admin.get(PAGE);
    return { it, admin };
}

test('from nothing to a working connection: the org, the workspace, the events, each told as done when it is', async (t) => {
    const { it, admin } = await fresh(t);
    assert.match(readable(admin.page()), /Salesforce: To do Quo: To do Events: To do Checks: To do/);
    const { location } = await (async () => {
        await admin.submit(`${PAGE}/salesforce`, { where: 'production' });
        return admin.send('/oauth/callback?state=state&code=code', {});
    })();
    assert.equal(location, PAGE);
    await admin.get(PAGE);
    assert.match(readable(admin.page()), /Salesforce: Done.*Organization Acme Works as marie@acme\.example/);
    await admin.submit(`${PAGE}/quo`, { key: KEY });
    await admin.get(PAGE);
    assert.match(readable(admin.page()), /Quo: Done/);
    assert.match(readable(admin.page()), /1 number, 1 user/);
    await admin.submit(`${PAGE}/webhook`);
    assert.match(readable(admin.page()), /1 signing key is known/);
    assert.deepEqual(it.quo.tests, ['WH1']);
    assert.deepEqual(
        it.store.audited.map(({ action }) => action).filter((action) => action !== 'sign-in'),
        ['webhook.made', 'quo.key-tried', 'salesforce.connected']
    );
});

test('a key that Quo refuses is told with its code, is not kept, and is nowhere on the page', async (t) => {
    const { it, admin } = await fresh(t);
    await admin.submit(`${PAGE}/quo`, { key: 'a-wrong-key-of-somebody' });
    await admin.get(PAGE);
    assert.match(readable(admin.page()), /QUO-KEY/);
    assert.doesNotMatch(admin.page(), /a-wrong-key/);
    assert.deepEqual(
        [...it.store.secrets.keys()].filter((name) => name.includes('quo')),
        []
    );
    assert.doesNotMatch(JSON.stringify(it.store.audited), /a-wrong-key/);
});

test('what cannot be a key is told at once, without asking Quo', async (t) => {
    const { admin } = await fresh(t);
    for (const key of ['short', 'with space in it', 'é'.repeat(20)]) {
        await admin.submit(`${PAGE}/quo`, { key });
        assert.match(readable(admin.page()), /QUO-KEY/, key);
    }
});

test('a key that is still tried is watched: the page looks again by itself', async (t) => {
    const { it, admin } = await fresh(t);
    for (const state of ['trying', 'loading'] as const) {
        await it.store.memory.set('acme', KEYS.quoKeyTrial, { state });
        await admin.get(PAGE);
        assert.match(admin.page(), /data-refresh="2"/, state);
    }
    await it.store.memory.set('acme', KEYS.quoKeyTrial, { state: 'young', note: { code: 'QUO-KEY-YOUNG' } });
    await admin.get(PAGE);
    assert.match(admin.page(), /data-refresh="2"/);
});

test('without an app the page asks for one before anything else, and takes it with its secret out of sight', async (t) => {
    const { it, admin } = await fresh(t, { ADMIN_TOKEN });
    assert.doesNotMatch(admin.page(), /connect\/salesforce"/);
    assert.match(admin.page(), /<details open>/);
    await admin.submit(`${PAGE}/app`, { 'client-id': '3MVG9.typed', 'client-secret': 'the-app-secret' });
    assert.match(admin.page(), /connect\/salesforce"/);
    assert.match(admin.page(), /value="3MVG9\.typed"/);
    assert.doesNotMatch(admin.page(), /the-app-secret/);
    assert.doesNotMatch(JSON.stringify(it.store.audited), /the-app-secret|3MVG9/);
    await admin.submit(`${PAGE}/app`, { 'client-id': 'no' });
    assert.match(readable(admin.page()), /WEB-VALUE/);
    assert.match(admin.page(), /value="3MVG9\.typed"/, 'the one that works stays');
});

test('another org than the one that belongs here is refused on the way back, with its name', async (t) => {
    const one = await opened(t);
    await one.read('/connect');
    one.it.salesforce.identity = { ...one.it.salesforce.identity, organizationId: '00D000000000009AAA' };
    await one.admin.submit(`${PAGE}/salesforce`, { where: 'production' });
    const { location } = await one.admin.send('/oauth/callback?state=state&code=code', {});
    assert.equal(location, PAGE);
    const text = await one.read('/connect');
    assert.match(text, /WEB-OTHER-ORG/);
    assert.deepEqual(audited(one)[0], ['connect.failed', { code: 'WEB-OTHER-ORG' }]);
});

test('where Quo lets the key make no webhook, the way by hand opens with the address to paste', async (t) => {
    const one = await opened(t, {
        change: ({ quo }) => {
            const open = quo.open.bind(quo);
            quo.open = (key, ...more) => {
                const workspace = open(key, ...more);
                const create = () => Promise.reject(new CodedError('QUO-FORBIDDEN', '403'));
                return { ...workspace, subscriptions: { ...workspace.subscriptions, create } };
            };
        }
    });
    await one.read('/connect');
    assert.match(await one.send('/connect/webhook'), /QUO-FORBIDDEN/);
    assert.match(one.admin.page(), /<details open>\s*<summary>Where the key has no right/);
    assert.match(one.admin.page(), /https:\/\/quo\.example\.com\/webhooks\/quo\/acme/);
});

test('a signing key that was pasted is kept beside the others; one that is none is told by its length alone', async (t) => {
    const one = await opened(t);
    await one.read('/connect');
    const key = `whsec_${Buffer.alloc(24, 7).toString('base64')}`;
    await one.send('/connect/webhook-key', { key });
    assert.match(readable(one.admin.page()), /1 signing key is known/);
    const text = await one.send('/connect/webhook-key', { key: 'my secret password' });
    assert.match(text, /WEB-VALUE.*18 characters|18 characters.*WEB-VALUE/);
    assert.doesNotMatch(one.admin.page(), /my secret password/);
    assert.doesNotMatch(one.admin.page(), new RegExp(key));
    await one.send('/connect/webhook-key', { key: `whsec_${Buffer.alloc(24, 8).toString('base64')}` });
    await one.send('/connect/drop-keys');
    assert.match(readable(one.admin.page()), /1 signing key is known/);
});

test('a test is watched until something arrives, and then told with how long ago', async (t) => {
    const one = await opened(t);
    await one.read('/connect');
    await one.send('/connect/webhook');
    assert.match(one.admin.page(), /data-refresh="2"/);
    await one.it.store.memory.set('acme', KEYS.webhookArrived, 'stored');
    one.it.later(120_000);
    const text = await one.read('/connect');
    assert.match(text, /2 min/);
    assert.doesNotMatch(one.admin.page(), /data-refresh="2"/);
});

const line = (id: string, more: Partial<CheckLine> = {}): CheckLine => ({ id, state: 'ok', ...more });

test('twenty missing fields of one object are one trouble with one remedy, which names them all', async (t) => {
    const one = await opened(t);
    const fields = Array.from({ length: 20 }, (_, n) =>
        line(`field Task.Field_${n}__c`, { state: 'failed', note: { code: 'SF-FIELD-MISSING', seen: `Field_${n}__c` } })
    );
    const other = line('field Lead.Other__c', {
        state: 'failed',
        note: { code: 'SF-FIELD-MISSING', seen: 'Other__c' }
    });
    await one.it.store.memory.set('acme', KEYS.checks, [line('sign-in', { seen: 'Acme' }), ...fields, other]);
    one.it.later(3_000_000);
    const text = await one.read('/connect');
    assert.equal(text.match(/What to do:/g)?.length, 2);
    assert.match(text, /Field_0__c, Field_1__c.*Field_19__c/);
    assert.match(text, /50 min/);
    assert.match(text, /Checks: To do/);
});

test('checks that are all right, or only warn, are done', async (t) => {
    const one = await opened(t);
    const warning = line('users', { state: 'warning', note: { code: 'WEB-USERS-UNMAPPED', seen: 'luc@acme.example' } });
    await one.it.store.memory.set('acme', KEYS.checks, [line('sign-in'), warning, line('of-later')]);
    const text = await one.read('/connect');
    assert.match(text, /Checks: Done/);
    assert.match(text, /luc@acme\.example/);
    assert.match(text, /of-later/, 'a line of another version is shown by its name');
});

test('checking again looks at both platforms and shows the list at once', async (t) => {
    const one = await opened(t);
    await one.read('/connect');
    const text = await one.send('/connect/check');
    assert.doesNotMatch(text, /Not checked yet/);
    assert.deepEqual(audited(one), [['checked', {}]]);
});

test('disconnecting says so, and what a platform could not be told is told to the admin', async (t) => {
    for (const trouble of [undefined, new CodedError('QUO-UNREACHABLE', 'down')]) {
        const one = await opened(t);
        await one.read('/connect');
        await one.send('/connect/webhook');
        one.it.quo.trouble = trouble;
        const text = await one.send('/connect/disconnect');
        assert.equal(/QUO-UNREACHABLE/.test(text), trouble !== undefined);
        assert.match(text, /Salesforce: To do Quo: To do/);
        assert.deepEqual(audited(one)[0], ['disconnected', { untold: trouble === undefined ? 0 : 1 }]);
        assert.equal(
            [...one.it.store.secrets.keys()].some((name) => name.startsWith('acme/')),
            false
        );
    }
});

test('a connection is removed only by its name, typed as the page shows it; afterwards it is in no list', async (t) => {
    const removed: string[] = [];
    const it = await fakeConsole(t, { upkeep: { eraseConnection: async (id) => removed.push(id) } });
    await it.add('acme', { name: 'Toitures Boréal' });
    const admin = await it.admin();
    await admin.get(PAGE);
    await admin.submit(`${PAGE}/remove`, { name: 'toitures boreal' });
    assert.match(readable(admin.page()), /WEB-NAME-DIFFERS/);
    assert.deepEqual(removed, []);
    await admin.submit(`${PAGE}/remove`, { name: ' Toitures Boréal ' });
    assert.equal(removed[0], 'acme');
    assert.doesNotMatch(readable(admin.page()), /Toitures/);
    assert.equal((await admin.send(PAGE, {})).status, 404);
});

test('what is connected cannot be removed, whatever form is sent', async (t) => {
    const one = await opened(t);
    await one.read('/connect');
    assert.doesNotMatch(one.admin.page(), /connect\/remove"/);
    const token = /name="form-token" value="([^"]+)"/.exec(one.admin.page())?.[1] ?? '';
    const body = new URLSearchParams({ 'form-token': token, name: 'Acme' });
    await one.admin.send(`${PAGE}/remove`, { method: 'POST', body });
    assert.match(await one.read('/connect'), /WEB-STILL-CONNECTED/);
    assert.ok(one.it.store.rows.has('acme'));
});

test('a connection that the environment names is shown, and has no form to change where it leads', async (t) => {
    const it = await fakeConsole(
        t,
        {},
        {
            ...{ ADMIN_TOKEN, SALESFORCE_LOGIN_URL: 'https://acme.my.salesforce.com', SALESFORCE_CLIENT_ID: 'the-app' },
            ...{ SALESFORCE_CLIENT_SECRET: 'its-secret', QUO_API_KEY: KEY },
            QUO_WEBHOOK_KEYS: 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw'
        }
    );
    await it.add('default');
    const admin = await it.admin('fr');
    await admin.get('/console/default/connect');
    assert.doesNotMatch(admin.page(), /connect\/(salesforce|quo|disconnect|remove|app)"/);
    assert.match(readable(admin.page()), /1 clé de signature est connue/);
    assert.doesNotMatch(admin.page(), /its-secret|whsec_M|a-key-of/);
});
