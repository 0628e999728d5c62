import assert from 'node:assert/strict';
import { test } from 'node:test';
import { verifyWorkspace } from '../../src/application/connections/verify-workspace.ts';
import { KEYS } from '../../src/contracts/key-value.ts';
import { KEY, WORKSPACE } from './fakes/quo.ts';
import { world, type World } from './fakes/world.ts';

const ENVIRONMENT = {
    SALESFORCE_LOGIN_URL: 'https://login.salesforce.com',
    SALESFORCE_CLIENT_ID: 'the-app',
    SALESFORCE_CLIENT_SECRET: 'the-secret',
    QUO_API_KEY: KEY,
    QUO_WEBHOOK_KEYS: `whsec_${Buffer.alloc(32, 3).toString('base64')}`
};

async function ofEnvironment(): Promise<World> {
    const it = world({}, ENVIRONMENT);
    await it.add('default');
    return it;
}

async function verify({ context, store }: World, fingerprint: string): Promise<void> {
    await verifyWorkspace({ store, connections: context.connections, log: context.log, fingerprint });
    await new Promise((resolve) => setImmediate(resolve));
}

test('the first workspace that answers belongs to the store; a new key of it is taken, one of another is not', async () => {
    const it = await ofEnvironment();
    await verify(it, 'first key');
    const kept = async (): Promise<unknown> => (await it.store.memory.get('default', KEYS.workspace))?.value;
    assert.deepEqual(await kept(), { organizationId: WORKSPACE.id, provedBy: 'first key' });
    await verify(it, 'second key');
    assert.deepEqual(await kept(), { organizationId: WORKSPACE.id, provedBy: 'second key' });
    it.quo.keys.set(KEY, { id: 'OR2', name: 'Toitures Lavoie' });
    await assert.rejects(verify(it, 'third key'), { code: 'QUO-OTHER-WORKSPACE' });
    assert.deepEqual(await kept(), { organizationId: WORKSPACE.id, provedBy: 'second key' });
});

test('a key that led there before is not asked about again: the connector starts while Quo is away', async () => {
    const it = await ofEnvironment();
    await verify(it, 'first key');
    it.quo.keys.clear();
    await verify(it, 'first key');
    await assert.rejects(verify(it, 'second key'), { code: 'QUO-KEY' });
});

test('a first start waits for no workspace, and says in the log that it is not known yet', async () => {
    const it = await ofEnvironment();
    it.quo.keys.clear();
    await verify(it, 'first key');
    assert.ok(it.logged.some(([event]) => event === 'workspace not known yet'));
});

test('a workspace that an admin connected is known before the environment names one', async () => {
    const it = world({}, ENVIRONMENT);
    await it.add('default', { quo: { organizationId: 'OR9', name: 'Toitures Lavoie', connected: true } });
    await assert.rejects(verify(it, 'first key'), { code: 'QUO-OTHER-WORKSPACE' });
});

test('where the workspace has no name, another one is refused by its id', async () => {
    const it = await ofEnvironment();
    await verify(it, 'first key');
    it.quo.keys.set(KEY, { id: 'OR2' });
    await assert.rejects(verify(it, 'second key'), { note: { code: 'QUO-OTHER-WORKSPACE', seen: 'OR2' } });
    it.quo.keys.set(KEY, { id: 'OR2', name: 'Toitures Lavoie' });
    await assert.rejects(verify(it, 'third key'), { note: { code: 'QUO-OTHER-WORKSPACE', seen: 'Toitures Lavoie' } });
});

test('a connection that people made is proved where its key is entered, and not again at each start', async () => {
    const it = world();
    await it.connect('default');
    it.quo.keys.clear();
    await verify(it, 'whatever');
    assert.equal(await it.store.memory.get('default', KEYS.workspace), undefined);
});
