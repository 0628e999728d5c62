import assert from 'node:assert/strict';
import fc from 'fast-check';
import { test } from 'node:test';
import { connectionUseCases } from '../../../src/application/connections/connections.ts';
import { KEYS } from '../../../src/contracts/key-value.ts';
import { makeWebhook } from '../../../src/application/connections/quo-webhook.ts';
import { APP, world } from '../fakes/world.ts';

test('a connection is made under an address that nobody guesses, and is open at once', async () => {
    const it = world();
    const use = connectionUseCases(it.context);
    const ids = [];
    for (let n = 0; n < 50; n += 1) ids.push(await use.add('Acme'));
    assert.equal(new Set(ids).size, 50);
    for (const id of ids) {
        assert.match(id, /^[a-z0-9]{12}$/);
        assert.equal((await use.get(id))?.name, 'Acme');
    }
});

test('whatever is typed as a name can be typed again to confirm a removal: whole characters, 80 at most, no edges', async () => {
    const it = world();
    const use = connectionUseCases(it.context);
    const typed = fc.string({ maxLength: 200, unit: fc.constantFrom('a', ' ', 'é', '📞', '<', '\u200d') });
    await fc.assert(
        fc.asyncProperty(typed, async (text) => {
            const id = await use.add(text);
            const name = (await use.get(id))?.name ?? '';
            assert.ok(name.isWellFormed() && name.length <= 80 && !/^\s|\s$|\s\s/.test(name));
            if (text.trim() === '') assert.equal(name, id);
            else assert.ok(text.trim().replaceAll(/\s+/g, ' ').startsWith(name.replace(/…$/, '')));
        }),
        { numRuns: 60 }
    );
});

test('what is seen of a connection that nobody connected: no org, no workspace, no key, and where its webhook will send', async () => {
    const it = world();
    await it.add('acme');
    assert.deepEqual(await connectionUseCases(it.context).get('acme'), {
        ...{ id: 'acme', name: 'acme', isFromEnvironment: false, isWhole: false },
        webhook: { url: 'https://quo.example.com/webhooks/quo/acme', isOurs: false, keys: 0 },
        ...{ pausedBecause: undefined, pausedForMs: undefined, rehearsingSince: undefined }
    });
    assert.equal(await connectionUseCases(it.context).get('nobody'), undefined);
});

test('what is seen of a whole connection tells org, user and workspace, and none of its secrets', async () => {
    const it = world();
    await it.connect('acme', { name: 'Toitures Boréal', rehearsingSince: '2026-11-01T00:00:00.000Z' });
    await makeWebhook(it.context, 'acme');
    const view = await connectionUseCases(it.context).get('acme');
    assert.deepEqual([view?.isWhole, view?.webhook.isOurs, view?.webhook.keys], [true, true, 1]);
    assert.deepEqual(view?.salesforce, {
        organization: 'Acme',
        username: 'marie@acme.example',
        instanceUrl: 'https://acme.my.salesforce.com',
        loginUrl: 'https://login.salesforce.com'
    });
    assert.deepEqual(view.quo, { name: 'Acme', organizationId: 'OR1' });
    assert.equal(view.rehearsingSince, '2026-11-01T00:00:00.000Z');
    for (const secret of it.store.secrets.values()) assert.ok(!JSON.stringify(view).includes(secret));
});

test('the list is in the order of names, each with what waits for a person and when Quo was heard last', async () => {
    const parked = new Map([['acme', 3]]);
    const it = world({
        activities: {
            counts: async (id) => ({
                ...{ total: 9, byKind: {}, byMatch: {}, due: 0, waiting: 0 },
                parked: parked.get(id) ?? 0
            })
        }
    });
    await it.connect('acme', { name: 'Zénith' });
    await it.add('other', { name: 'Érable' });
    await it.add('third', { name: 'Acier' });
    await it.store.memory.set('acme', KEYS.webhookArrived, 'stored');
    it.later(90_000);
    const list = await connectionUseCases(it.context).list();
    assert.deepEqual(
        list.map(({ name, parked: count, heardMsAgo }) => [name, count, heardMsAgo]),
        [
            ['Acier', 0, undefined],
            ['Érable', 0, undefined],
            ['Zénith', 3, 90_000]
        ]
    );
});

test('a pause is seen with its reason, and a person may end it', async () => {
    const it = world();
    await it.connect('acme');
    it.store.pause('acme', { code: 'SF-FORBIDDEN', seen: 'no' });
    await it.context.connections.refresh();
    const use = connectionUseCases(it.context);
    assert.deepEqual((await use.get('acme'))?.pausedBecause, { code: 'SF-FORBIDDEN', seen: 'no' });
    await use.resume('acme');
    assert.deepEqual(it.store.resumed, ['acme']);
});

test('an app that the environment names is told as fixed, with where Salesforce sends browsers back to; no secret is', async () => {
    const use = connectionUseCases(world().context);
    const app = await use.app();
    assert.deepEqual(app, {
        clientId: APP.SALESFORCE_APP_CLIENT_ID,
        isFixed: true,
        callbackUrl: 'https://quo.example.com/oauth/callback'
    });
    await assert.rejects(use.keepApp({ clientId: 'another-app' }), {
        note: { code: 'WEB-FIXED', seen: 'SALESFORCE_APP_CLIENT_ID' }
    });
});

/** An environment whose integration user signs in by the app that people use as well. */
const CLIENT_CREDENTIALS = {
    SALESFORCE_LOGIN_URL: 'https://acme.my.salesforce.com',
    SALESFORCE_CLIENT_ID: 'the-integration-app',
    SALESFORCE_CLIENT_SECRET: 'its-secret',
    QUO_API_KEY: 'a-key-of-the-environment',
    QUO_WEBHOOK_KEYS: 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw'
};

test('where the environment’s own app serves people as well, what is typed would never be used, and is refused', async () => {
    const it = world({}, CLIENT_CREDENTIALS);
    const use = connectionUseCases(it.context);
    assert.deepEqual([(await use.app()).clientId, (await use.app()).isFixed], ['the-integration-app', true]);
    await assert.rejects(use.keepApp({ clientId: 'another-app' }), { code: 'WEB-FIXED' });
    assert.equal(it.store.secrets.size, 0);
});

test('an app is typed once, without spaces in it, and is known from then on with its secret', async () => {
    const it = world({}, {});
    const use = connectionUseCases(it.context);
    for (const wrong of ['', 'abcd', 'an app', 'é'.repeat(9), 'x'.repeat(501), 'line\nbreak'])
        await assert.rejects(use.keepApp({ clientId: wrong }), { code: 'WEB-VALUE' }, wrong);
    assert.equal((await use.app()).clientId, undefined);
    await use.keepApp({ clientId: '3MVG9.typed_app', clientSecret: 'typed-secret' });
    assert.deepEqual([(await use.app()).clientId, (await use.app()).isFixed], ['3MVG9.typed_app', false]);
    assert.match(it.store.secrets.get('connector/salesforce-app') ?? '', /typed-secret/);
    await use.keepApp({ clientId: '3MVG9.another' });
    assert.doesNotMatch(it.store.secrets.get('connector/salesforce-app') ?? '', /typed-secret/);
});

test('a refused app id is told by its length: what was typed may be a secret in the wrong field', async () => {
    const use = connectionUseCases(world({}, {}).context);
    await assert.rejects(use.keepApp({ clientId: 'the secret of somebody' }), {
        note: { code: 'WEB-VALUE', seen: '22 characters' }
    });
});
