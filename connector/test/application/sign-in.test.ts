import assert from 'node:assert/strict';
import { test } from 'node:test';
import { signInUseCases } from '../../src/application/sign-in.ts';
import type { User } from '../../src/contracts/auth.ts';
import { ADMIN_ID, ORG_ID } from './fakes/salesforce.ts';
import { world, type World } from './fakes/world.ts';

const LOGIN = 'https://login.salesforce.com';
const ANSWER = new URLSearchParams({ state: 'state', code: 'code' });

/** Signs in. */
async function whoIs(it: World): Promise<User> {
    const signedIn = await signInUseCases(it.context).whoIs(ANSWER, (await begin(it)).pending);
    assert.ok(signedIn);
    return signedIn.user;
}

async function begin(it: World, purpose: 'sign-in' | 'connect' = 'sign-in') {
    return signInUseCases(it.context).begin(LOGIN, { purpose, connection: 'acme', to: '/connections/acme' });
}

test('a sign-in asks who somebody is and no more; connecting asks for a lasting token, and for consent', async () => {
    const it = world();
    const { pending, url } = await begin(it);
    await begin(it, 'connect');
    assert.deepEqual(it.salesforce.begun, [
        { scope: 'openid' },
        { scope: 'api refresh_token openid', prompt: 'login consent' }
    ]);
    assert.match(url, /redirect_uri=https%3A%2F%2Fquo\.example\.com%2Foauth%2Fcallback$/);
    assert.deepEqual(pending, {
        purpose: 'sign-in',
        connection: 'acme',
        to: '/connections/acme',
        loginUrl: LOGIN,
        state: 'state',
        codeVerifier: 'verifier'
    });
});

test('without an app nobody can sign in', async () => {
    const it = world({}, {});
    assert.equal(await signInUseCases(it.context).hasApp(), false);
    await assert.rejects(begin(it), { code: 'WEB-APP-MISSING' });
});

test('the app that was typed in serves where the environment names none', async () => {
    const it = world({}, {});
    it.store.secrets.set('connector/salesforce-app', JSON.stringify({ clientId: 'typed' }));
    assert.equal(await signInUseCases(it.context).hasApp(), true);
});

test('an address of this machine is signed in to from this machine only', async () => {
    const it = world();
    const wanted = { purpose: 'sign-in', to: '/' } as const;
    const local = 'http://localhost:4001';
    await assert.rejects(signInUseCases(it.context).begin(local, wanted), { code: 'SF-LOGIN-URL' });
    const beside = signInUseCases({ ...it.context, publicUrl: () => 'http://127.0.0.1:4000' });
    assert.equal((await beside.begin(local, wanted)).pending.loginUrl, local);
});

test('an admin of the org looks after its connections; the token is revoked, whoever it was', async () => {
    const it = world();
    await it.connect('acme');
    await it.add('other');
    const { pending } = await begin(it);
    assert.deepEqual(await signInUseCases(it.context).whoIs(ANSWER, pending), {
        user: {
            actor: 'marie@acme.example',
            admin: ['acme'],
            viewer: [],
            member: ['acme'],
            identity: { userId: ADMIN_ID, organizationId: ORG_ID }
        },
        provenAtMs: it.context.now().getTime()
    });
    assert.deepEqual(it.salesforce.revoked, ['access']);
});

test('a colleague without a permission set belongs to the org and looks after nothing; a manager may look', async () => {
    const it = world();
    await it.connect('acme');
    it.salesforce.identity = { ...it.salesforce.identity, userId: '005000000000002AAA' };
    const colleague = await whoIs(it);
    assert.deepEqual([colleague?.admin, colleague?.viewer, colleague?.member], [[], [], ['acme']]);
    // Given a moment ago, it counts at once.
    it.salesforce.administration.rightsOf = async () => ({ isActive: true, rights: ['viewer'] });
    const manager = await whoIs(it);
    assert.deepEqual([manager?.admin, manager?.viewer], [[], ['acme']]);
});

test('a user of an org that nobody connected is turned away, and their token is revoked', async () => {
    const it = world();
    await it.connect('acme');
    it.salesforce.identity = { ...it.salesforce.identity, organizationId: '00D000000000009AAA' };
    const { pending } = await begin(it);
    await assert.rejects(signInUseCases(it.context).whoIs(ANSWER, pending), { code: 'WEB-ORG-UNKNOWN' });
    assert.deepEqual(it.salesforce.revoked, ['access']);
});

test('an answer to another question than ours is refused', async () => {
    const it = world();
    await it.connect('acme');
    const { pending } = await begin(it);
    const forged = new URLSearchParams({ state: 'forged', code: 'code' });
    await assert.rejects(signInUseCases(it.context).whoIs(forged, pending), { code: 'SF-SIGN-IN-STATE' });
    await assert.rejects(signInUseCases(it.context).connect(forged, pending), { code: 'SF-SIGN-IN-STATE' });
});

test('whoever came with the admin token is not looked up in Salesforce', async () => {
    const user: User = { actor: 'admin token', admin: 'all', member: [] };
    const standing = await signInUseCases(world().context).again(user);
    assert.deepEqual(standing.state === 'valid' && standing.user, user);
});
