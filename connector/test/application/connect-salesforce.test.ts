import assert from 'node:assert/strict';
import { test } from 'node:test';
import { connectOrganization } from '../../src/application/connections/connect-salesforce.ts';
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
