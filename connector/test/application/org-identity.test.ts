import assert from 'node:assert/strict';
import { test } from 'node:test';
import { keepOrg, knownOrg } from '../../src/application/connections/org-identity.ts';
import { connectOrganization } from '../../src/application/connections/connect-salesforce.ts';
import { ORG_ID } from './fakes/salesforce.ts';
import { world } from './fakes/world.ts';

const OTHER_ORG = '00D000000000009AAA';

test('the first org that answers is the one that belongs to a connection, whoever answers later', async () => {
    const { store } = world();
    await store.connections.ensure('default');
    assert.equal(await knownOrg(store, 'default'), undefined);
    await keepOrg(store, 'default', ORG_ID);
    await keepOrg(store, 'default', OTHER_ORG);
    assert.equal(await knownOrg(store, 'default'), ORG_ID);
});

test('an org that an admin connected is known without having answered', async () => {
    const it = world();
    await it.connect('acme');
    await keepOrg(it.store, 'acme', OTHER_ORG);
    assert.equal(await knownOrg(it.store, 'acme'), ORG_ID);
});

test('an admin cannot connect another org than the one that the environment wrote into', async () => {
    const it = world();
    await it.add('default');
    await keepOrg(it.store, 'default', OTHER_ORG);
    const app = { clientId: 'the-app', redirectUri: 'https://quo.example.com/oauth/callback' };
    const pending = { purpose: 'connect' as const, state: 's', codeVerifier: 'v', connection: 'default' };
    const signedIn = { app, tokens: it.salesforce.tokens };
    await assert.rejects(
        connectOrganization(it.context, { ...pending, loginUrl: 'https://login.salesforce.com' }, signedIn),
        { code: 'WEB-OTHER-ORG' }
    );
    assert.equal(it.salesforce.kept.size, 0);
});
