import assert from 'node:assert/strict';
import { test } from 'node:test';
import { signInUseCases } from '../../src/application/sign-in.ts';
import type { User } from '../../src/contracts/auth.ts';
import { CodedError } from '../../src/errors/errors.ts';
import { ADMIN_ID, ORG_ID } from './fakes/salesforce.ts';
import { APP, world, type World } from './fakes/world.ts';

const LOGIN = 'https://login.salesforce.com';
const ANSWER = new URLSearchParams({ state: 'state', code: 'code' });
const MINUTE = 60_000;
const OF_ENVIRONMENT = {
    SALESFORCE_LOGIN_URL: 'https://acme.my.salesforce.com',
    SALESFORCE_CLIENT_ID: 'integration',
    SALESFORCE_CLIENT_SECRET: 'secret',
    QUO_API_KEY: 'key-of-the-workspace',
    QUO_WEBHOOK_KEYS: `whsec_${Buffer.alloc(32, 3).toString('base64')}`
};

/** Signs in. */
async function whoIs(it: World): Promise<User> {
    const signedIn = await signInUseCases(it.context).whoIs(ANSWER, (await begin(it)).pending);
    assert.ok(signedIn);
    return signedIn.user;
}

async function begin(it: World, purpose: 'sign-in' | 'connect' = 'sign-in') {
    return signInUseCases(it.context).begin(LOGIN, { purpose, connection: 'acme', to: '/connections/acme' });
}

test('rights that were taken away, and users who were deactivated, are out at the next look', async () => {
    const it = world();
    await it.connect('acme');
    const signIn = signInUseCases(it.context);
    const user = await whoIs(it);
    it.later(5 * MINUTE);
    assert.deepEqual(await signIn.again(user), { state: 'valid', user, provenAtMs: it.context.now().getTime() });
    it.later(5 * MINUTE);
    it.salesforce.administration.rightsOf = async () => ({ isActive: true, rights: [] });
    assert.deepEqual(await signIn.again(user), {
        state: 'ended',
        note: { code: 'WEB-RIGHTS-GONE', seen: 'marie@acme.example' }
    });
    it.later(5 * MINUTE);
    it.salesforce.administration.rightsOf = async () => ({ isActive: false, rights: [] });
    const { state, ...rest } = await signIn.again(user);
    assert.deepEqual([state, rest], ['ended', { note: { code: 'WEB-USER-INACTIVE', seen: 'marie@acme.example' } }]);
});

test('where Salesforce cannot be asked, its last answer counts for ten minutes, whatever it says instead of an answer', async () => {
    for (const error of [new CodedError('SF-FORBIDDEN'), new CodedError('SF-SIGN-IN-REVOKED'), new Error('gone')]) {
        const it = world();
        await it.connect('acme');
        const signIn = signInUseCases(it.context);
        const user = await whoIs(it);
        const provenAtMs = it.context.now().getTime();
        it.salesforce.administration.rightsOf = () => Promise.reject(error);
        it.later(9 * MINUTE);
        assert.deepEqual(await signIn.again(user), { state: 'valid', user, provenAtMs });
        it.later(MINUTE);
        assert.deepEqual(await signIn.again(user), { state: 'unknown' });
    }
});

test('a user of an org that is connected no more is out', async () => {
    const it = world();
    await it.connect('acme');
    const user = await whoIs(it);
    it.store.rows.delete('acme');
    await it.context.connections.refresh();
    assert.equal((await signInUseCases(it.context).again(user)).state, 'ended');
});

test('a connection whose own session is gone keeps nobody out of another one of the same org, nor of itself', async () => {
    const it = world();
    await it.connect('acme');
    await it.connect('broken');
    it.salesforce.openOrg = (id, settings) => ({
        settings,
        org: it.salesforce.org,
        administration: {
            ...it.salesforce.administration,
            ...(id === 'broken' && { rightsOf: () => Promise.reject(new CodedError('SF-SIGN-IN-REVOKED')) })
        }
    });
    for (const id of ['acme', 'broken']) await it.add(id, { name: id });
    const user = await whoIs(it);
    assert.deepEqual([user.admin, it.salesforce.begun], [['acme', 'broken'], [{ scope: 'openid' }]]);
});

test('where no connection of the org can ask, a system administrator’s own token is asked, once, and revoked', async () => {
    const it = world();
    await it.connect('acme');
    it.salesforce.administration.rightsOf = () => Promise.reject(new CodedError('SF-SIGN-IN-REVOKED'));
    const signIn = signInUseCases(it.context);
    assert.equal(await signIn.whoIs(ANSWER, (await begin(it)).pending), undefined);
    const once = await signIn.begin(LOGIN, { purpose: 'sign-in', to: '/', withOwnRights: true });
    assert.deepEqual(it.salesforce.begun.at(-1), { scope: 'api openid' });
    const signedIn = await signIn.whoIs(ANSWER, once.pending);
    assert.deepEqual(signedIn?.user.admin, ['acme']);
    assert.deepEqual(it.salesforce.revoked, ['access', 'access']);
    // Ten minutes later nobody can confirm it: they come in the same way again.
    it.later(10 * MINUTE);
    assert.deepEqual(await signIn.again(signedIn.user), { state: 'unknown' });
});

test('whoever may not see permission sets cannot prove a right that way', async () => {
    const it = world();
    await it.connect('acme');
    it.salesforce.administration.rightsOf = () => Promise.reject(new CodedError('SF-SIGN-IN-REVOKED'));
    it.salesforce.ownRights = () => {
        throw new Error('INVALID_TYPE');
    };
    const signIn = signInUseCases(it.context);
    const { pending } = await signIn.begin(LOGIN, { purpose: 'sign-in', to: '/', withOwnRights: true });
    await assert.rejects(signIn.whoIs(ANSWER, pending), { code: 'WEB-RIGHTS-UNKNOWN' });
    assert.deepEqual(it.salesforce.revoked, ['access']);
});

test('an owner that the environment names has everything, by org and name; their copy in a sandbox has nothing', async () => {
    for (const [owners, isOwner] of [
        [`${ORG_ID}/marie@acme.example`, true],
        [`${ORG_ID.slice(0, 15)}/${ADMIN_ID}`, true],
        [`00D000000000009AAA/${ADMIN_ID}`, false],
        ['00D000000000009AAA/marie@acme.example', false]
    ] as const) {
        const it = world({}, { ...APP, OWNERS: owners });
        await it.connect('acme');
        const user = await whoIs(it);
        assert.deepEqual(user.admin, isOwner ? 'all' : ['acme'], owners);
    }
    const before = world({}, { ...APP, OWNERS: `${ORG_ID}/${ADMIN_ID}` });
    assert.equal((await whoIs(before)).admin, 'all', 'before anything is connected');
});

test('the environment’s connection is connected by nobody’s sign-in', async () => {
    const it = world({}, { ...APP, ...OF_ENVIRONMENT });
    await it.add('default');
    const signIn = signInUseCases(it.context);
    const wanted = { purpose: 'connect', connection: 'default' } as const;
    await assert.rejects(signIn.begin(LOGIN, wanted), { code: 'WEB-FIXED' });
    // Begun before the environment named it.
    const pending = { ...wanted, loginUrl: LOGIN, state: 'state', codeVerifier: 'verifier' };
    await assert.rejects(signIn.connect(ANSWER, pending), { code: 'WEB-FIXED' });
    assert.deepEqual([it.salesforce.kept.size, it.salesforce.revoked], [0, ['refresh']]);
});
