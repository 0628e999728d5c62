import assert from 'node:assert/strict';
import { test } from 'node:test';
import { keyProgress, tryQuoKey } from '../../../src/application/connections/connect-quo.ts';
import { connectOrganization } from '../../../src/application/connections/connect-salesforce.ts';
import type { Pending } from '../../../src/contracts/auth.ts';
import { KEY, WORKSPACE } from '../fakes/quo.ts';
import { ORG_ID } from '../fakes/salesforce.ts';
import { world, type World } from '../fakes/world.ts';

const APP = { clientId: 'the-app', redirectUri: 'https://quo.example.com/oauth/callback' };
const PENDING: Pending = {
    ...{ loginUrl: 'https://login.salesforce.com', connection: 'second', state: 'state', codeVerifier: 'verifier' },
    purpose: 'connect'
};
const SHORT_ID = ORG_ID.slice(0, 15);

/** A first connection that is whole, and a second one with the half of the same pair that a test gives it. */
async function two(half: 'salesforce' | 'quo', change: (it: World) => object = () => ({})): Promise<World> {
    const it = world();
    await it.connect('first');
    const settings = it.context.connections.opened('first')?.settings;
    await it.add('second', { [half]: { ...settings?.[half], ...change(it) } });
    return it;
}

const connectOrg = (it: World) => connectOrganization(it.context, PENDING, { app: APP, tokens: it.salesforce.tokens });

async function enterKey(it: World): Promise<string | undefined> {
    await tryQuoKey(it.context, 'second', KEY);
    for (let n = 0; n < 10; n += 1) await new Promise((resolve) => setImmediate(resolve));
    const told = await keyProgress(it.context, 'second');
    return told?.state === 'failed' ? told.note.code : told?.state;
}

test('a pair is one pair whether an org is written with 15 letters or with 18: every call would be written twice', async () => {
    const key = await two('salesforce', () => ({ organizationId: SHORT_ID }));
    assert.equal(await enterKey(key), 'WEB-SAME-PAIR');
    const org = await two('quo');
    org.salesforce.identity = { ...org.salesforce.identity, organizationId: SHORT_ID };
    await assert.rejects(connectOrg(org), { code: 'WEB-SAME-PAIR' });
    assert.equal(org.salesforce.kept.size, 0);
});

test('one org with two workspaces, and one workspace with two orgs, are two pairs', async () => {
    const key = await two('salesforce', () => ({ organizationId: '00D000000000009AAA' }));
    assert.equal(await enterKey(key), 'done');
    const org = await two('quo', () => ({ organizationId: 'OR9', name: 'Another' }));
    await connectOrg(org);
    assert.equal(org.context.connections.opened('second')?.settings.salesforce?.connected, true);
});

test('a pair that was disconnected is free for another connection', async () => {
    const it = await two('quo');
    const { quo } = it.context.connections.opened('first')?.settings ?? {};
    it.store.rows.set('first', { id: 'first', settings: { quo: { ...quo, connected: false } } });
    await it.context.connections.refresh();
    await connectOrg(it);
    assert.equal(it.context.connections.opened('second')?.settings.salesforce?.organizationId, ORG_ID);
});

test('a workspace without a name is told by its id when another key comes', async () => {
    const it = await two('quo', () => ({ organizationId: 'OR7', name: undefined }));
    await tryQuoKey(it.context, 'second', KEY);
    for (let n = 0; n < 10; n += 1) await new Promise((resolve) => setImmediate(resolve));
    const told = await keyProgress(it.context, 'second');
    assert.deepEqual(told?.state === 'failed' && told.note, { code: 'WEB-OTHER-WORKSPACE', seen: 'OR7' });
    assert.equal(WORKSPACE.id, 'OR1');
});
