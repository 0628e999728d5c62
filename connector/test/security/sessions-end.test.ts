import assert from 'node:assert/strict';
import { test, type TestContext } from 'node:test';
import { listenersOfOrgs } from '../../src/application/rights/listeners.ts';
import { openConsole } from '../../src/compose/console.ts';
import { readConfig } from '../../src/config/config.ts';
import { CodedError } from '../../src/errors/errors.ts';
import { SILENT } from '../../src/log.ts';
import { listen } from '../../src/web/server.ts';
import { APP } from '../application/fakes/world.ts';
import { browser, type Browser } from '../console/browser-less.ts';
import { fakeConsole, type FakeConsole } from '../pages/fake-console.ts';
import { readable } from '../pages/readable.ts';

const MINUTE = 60_000;
const PATH = '/console/acme/connect';

const isIn = async (one: Browser): Promise<boolean> => (await one.send(PATH, {})).status === 200;

/** What the page to sign in says to whoever is sent there. */
async function told(one: Browser): Promise<string> {
    await one.get(PATH);
    return readable(one.page());
}

async function signedIn(t: TestContext): Promise<FakeConsole & { marie: Browser }> {
    const it = await fakeConsole(t);
    await it.connect('acme');
    return { ...it, marie: await it.throughSalesforce() };
}

for (const [what, error] of [
    ['its session revoked', new CodedError('SF-SIGN-IN-REVOKED')],
    ['the right to look taken away', new CodedError('SF-FORBIDDEN')],
    ['no answer', new Error('ETIMEDOUT')]
] as const)
    test(`a right that Salesforce cannot confirm (${what}) ends after ten minutes, however often somebody asks`, async (t) => {
        const it = await signedIn(t);
        const { marie, salesforce } = it;
        salesforce.administration.rightsOf = () => Promise.reject(error);
        for (let minutes = 0; minutes < 10; minutes += 1) {
            assert.equal(await isIn(marie), true, `${minutes} minutes`);
            it.later(MINUTE);
        }
        assert.equal(await isIn(marie), false);
        assert.match(await told(marie), /for ten minutes Salesforce could not be asked.*WEB-RIGHTS-UNPROVEN/);
    });

test('who is at work all day is asked about every few minutes, and goes on', async (t) => {
    const it = await signedIn(t);
    const { marie, salesforce } = it;
    let asked = 0;
    salesforce.administration.rightsOf = async () => {
        asked += 1;
        return { isActive: true, rights: ['admin'] };
    };
    for (let minutes = 0; minutes < 120; minutes += 1) {
        it.later(MINUTE);
        assert.equal(await isIn(marie), true, `${minutes} minutes`);
    }
    assert.ok(asked >= 12 && asked <= 30, `${asked} API calls in two hours`);
});

for (const [what, now, sentence] of [
    ['the permission set is taken away', { isActive: true, rights: [] }, /what you could do here was taken away/],
    ['the user is deactivated or frozen', { isActive: false, rights: [] }, /deactivated or frozen/]
] as const)
    test(`within ten minutes of it, a session ends: ${what}`, async (t) => {
        const it = await signedIn(t);
        const { marie, salesforce } = it;
        salesforce.administration.rightsOf = async () => now;
        it.later(9 * MINUTE);
        assert.equal(await isIn(marie), false);
        assert.match(await told(marie), sentence);
        assert.equal(await isIn(marie), false, 'once told, still out');
    });

/** The same store, with a connector that was started anew. */
async function restarted(t: TestContext, it: FakeConsole, env: Readonly<Record<string, string>>) {
    const { router } = openConsole(
        { ...it.context, config: readConfig(env) },
        listenersOfOrgs({ ...it.context, config: readConfig(env) }),
        'the-key-of-the-forms'
    );
    const server = await listen([router], { port: 0, host: '127.0.0.1', log: SILENT });
    t.after(() => server.close(0));
    return { connector: server };
}

test('a changed admin token ends the sessions that came in with the one before, and a removed one too', async (t) => {
    const it = await fakeConsole(t);
    await it.connect('acme');
    const admin = await it.admin();
    const marie = await it.throughSalesforce();
    const another = { ADMIN_TOKEN: 'another-admin-token-of-the-tests', ...APP };
    for (const [env, mayStay] of [
        [{ ADMIN_TOKEN: 'an-admin-token-for-the-tests', ...APP }, true],
        [another, false],
        [APP, false]
    ] as const) {
        const after = await restarted(t, it, env);
        const [one, other] = [browser(after), browser(after)];
        for (const [name, value] of (await it.admin()).cookies) one.cookies.set(name, value);
        for (const [name, value] of marie.cookies) other.cookies.set(name, value);
        assert.equal(await isIn(one), mayStay);
        if (!mayStay) assert.match(await told(one), /the admin token was changed or removed.*WEB-TOKEN-CHANGED/);
        assert.equal(await isIn(other), true, 'whoever came through Salesforce stays');
    }
    assert.equal(await isIn(admin), true);
});

test('the owner signs everybody out, themselves too; nobody else can', async (t) => {
    const it = await signedIn(t);
    const { marie, store } = it;
    const owner = await it.admin();
    await marie.get('/console');
    assert.doesNotMatch(marie.page(), /sign-everybody-out/);
    const token = /name="form-token" value="([^"]+)"/.exec(marie.page())?.[1] ?? '';
    const body = new URLSearchParams({ 'form-token': token });
    assert.equal((await marie.send('/console/sign-everybody-out', { method: 'POST', body })).status, 404);
    await owner.get('/console');
    await owner.submit('/console/sign-everybody-out');
    assert.deepEqual([await isIn(owner), await isIn(marie)], [false, false]);
    const [entry] = await store.audit.list('');
    assert.deepEqual([entry?.action, entry?.actor], ['everybody.signed-out', 'admin token']);
});
