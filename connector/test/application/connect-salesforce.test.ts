import assert from 'node:assert/strict';
import { test } from 'node:test';
import { connectOrganization } from '../../src/application/connections/connect-salesforce.ts';
import { KEYS } from '../../src/contracts/key-value.ts';
import type { Pending } from '../../src/contracts/auth.ts';
import { ORG_ID } from './fakes/salesforce.ts';
import { world, type World } from './fakes/world.ts';

const APP = { clientId: 'the-app', clientSecret: 'the-secret', redirectUri: 'https://quo.example.com/oauth/callback' };
const PENDING: Pending = {
    purpose: 'connect',
    loginUrl: 'https://login.salesforce.com',
    state: 'state',
    codeVerifier: 'verifier',
    connection: 'acme'
};

const connect = ({ context, salesforce }: World): Promise<void> =>
    connectOrganization(context, PENDING, { app: APP, tokens: salesforce.tokens });

test('an org is connected with its name and the namespace of its package, and writing goes on', async () => {
    const it = world();
    await it.add('acme', { name: 'Acme' });
    await connect(it);
    const { organizationId, organization, namespace, connected } =
        it.context.connections.opened('acme')?.settings.salesforce ?? {};
    assert.deepEqual([organizationId, organization, namespace, connected], [ORG_ID, 'Acme', 'quo', true]);
    assert.deepEqual(it.salesforce.kept.get('acme'), it.salesforce.tokens);
    assert.equal(it.store.secrets.get('acme/salesforce-app-secret'), 'the-secret');
    assert.deepEqual(it.store.resumed, ['acme']);
    assert.deepEqual(it.salesforce.revoked, []);
});

test('an org without our package is connected as the environment says, and so is one that cannot be described', async () => {
    for (const description of [{ organization: 'Acme' }, new Error('down')]) {
        const it = world({}, { SALESFORCE_NAMESPACE: 'other' });
        await it.add('acme');
        it.salesforce.description = description;
        await connect(it);
        assert.equal(it.context.connections.opened('acme')?.settings.salesforce?.namespace, 'other');
    }
});

test('an org whose package has no namespace is asked for fields without a prefix, whatever the environment says', async () => {
    const it = world({}, { SALESFORCE_NAMESPACE: 'other' });
    await it.add('acme');
    it.salesforce.description = { package: {} };
    await connect(it);
    assert.equal(it.context.connections.opened('acme')?.settings.salesforce?.namespace, undefined);
});

test('another org than the one that belongs here is refused: its tokens are revoked, and none is kept', async () => {
    const it = world();
    await it.connect('acme');
    it.salesforce.identity = { ...it.salesforce.identity, organizationId: '00D000000000009AAA' };
    await assert.rejects(connect(it), { code: 'WEB-OTHER-ORG', note: { code: 'WEB-OTHER-ORG', seen: 'Acme' } });
    assert.deepEqual(it.salesforce.revoked, ['refresh']);
    assert.equal(it.salesforce.kept.size, 0);
});

test('the same org is known by 15 letters or 18', async () => {
    const it = world();
    await it.connect('acme');
    it.salesforce.identity = { ...it.salesforce.identity, organizationId: ORG_ID.slice(0, 15) };
    await connect(it);
    assert.equal(it.salesforce.kept.size, 1);
});

test('a pair that another connection has is refused: every call would be written twice', async () => {
    const it = world();
    await it.connect('first');
    const { quo } = it.context.connections.opened('first')?.settings ?? {};
    await it.add('acme', { quo });
    await assert.rejects(connect(it), { code: 'WEB-SAME-PAIR' });
    assert.deepEqual(it.salesforce.revoked, ['refresh']);
    assert.equal(it.settings('acme')['salesforce'], undefined);
});

test('a refusal is told also when the tokens cannot be revoked', async () => {
    const it = world();
    await it.connect('acme');
    it.salesforce.identity = { ...it.salesforce.identity, organizationId: '00D000000000009AAA' };
    it.salesforce.revoke = () => Promise.reject(new Error('down'));
    await assert.rejects(connect(it), { code: 'WEB-OTHER-ORG' });
});

test('an org that grants no lasting token is refused with the one that it gave being revoked', async () => {
    const it = world();
    await it.connect('acme');
    it.salesforce.identity = { ...it.salesforce.identity, organizationId: '00D000000000009AAA' };
    it.salesforce.tokens = { accessToken: 'only-for-now', instanceUrl: 'https://acme.my.salesforce.com' };
    await assert.rejects(connect(it), { code: 'WEB-OTHER-ORG' });
    assert.deepEqual(it.salesforce.revoked, ['only-for-now']);
});

test('an app without a secret is kept without one, and no secret of an earlier one is written', async () => {
    const it = world();
    await it.add('acme');
    const app = { clientId: APP.clientId, redirectUri: APP.redirectUri };
    await connectOrganization(it.context, PENDING, { app, tokens: it.salesforce.tokens });
    assert.equal(it.store.secrets.has('acme/salesforce-app-secret'), false);
    assert.equal(it.context.connections.opened('acme')?.settings.salesforce?.connected, true);
});

test('connecting again renews the tokens and keeps workspace, choices and name', async () => {
    const it = world();
    await it.connect('acme', { name: 'Toitures', preferences: { sona: false }, retentionDays: 9 });
    const { quo } = it.settings('acme');
    it.salesforce.tokens = { ...it.salesforce.tokens, refreshToken: 'a-new-one' };
    await connect(it);
    assert.equal(it.salesforce.kept.get('acme')?.refreshToken, 'a-new-one');
    const after = it.settings('acme');
    assert.deepEqual([after['name'], after['preferences'], after['retentionDays']], ['Toitures', { sona: false }, 9]);
    assert.deepEqual(after['quo'], quo);
    assert.ok(it.context.connections.get('acme'), 'and it is at work');
});

test('the environment’s connection is not led elsewhere by a sign-in: its tokens are revoked', async () => {
    const it = world(
        {},
        {
            SALESFORCE_LOGIN_URL: 'https://acme.my.salesforce.com',
            SALESFORCE_CLIENT_ID: 'id',
            SALESFORCE_CLIENT_SECRET: 'secret',
            QUO_API_KEY: 'a-key-of-the-environment',
            QUO_WEBHOOK_KEYS: `whsec_${Buffer.alloc(24, 7).toString('base64')}`
        }
    );
    await it.add('default');
    const pending = { ...PENDING, connection: 'default' };
    const granted = { app: APP, tokens: it.salesforce.tokens };
    await assert.rejects(connectOrganization(it.context, pending, granted), { code: 'WEB-FIXED' });
    assert.deepEqual(it.salesforce.revoked, ['refresh']);
    assert.equal(it.salesforce.kept.size, 0);
    assert.equal(it.settings('default')['salesforce'], undefined);
});

test('a refusal of another org names it by its id where its name was never learnt', async () => {
    const it = world();
    await it.add('acme');
    await it.store.memory.set('acme', KEYS.organization, ORG_ID);
    it.salesforce.identity = { ...it.salesforce.identity, organizationId: '00D000000000009AAA' };
    await assert.rejects(connect(it), { note: { code: 'WEB-OTHER-ORG', seen: ORG_ID } });
});

test('an org that is disconnected makes no pair: another connection may be connected to it', async () => {
    const it = world();
    await it.connect('first');
    const { quo, salesforce } = it.context.connections.opened('first')?.settings ?? {};
    assert.ok(quo && salesforce);
    await it.add('first', { salesforce: { ...salesforce, connected: false } });
    await it.add('acme', { quo });
    await connect(it);
    assert.equal(it.context.connections.opened('acme')?.settings.salesforce?.connected, true);
});
