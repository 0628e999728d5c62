import assert from 'node:assert/strict';
import { test } from 'node:test';
import { deploymentKey } from '../../src/application/deployment-keys.ts';
import { deleteOldDeliveries } from '../../src/application/maintenance/delete-old-deliveries.ts';
import { rotateKeys, type KeyStore } from '../../src/application/maintenance/rotate-keys.ts';
import { troubles } from '../../src/application/monitoring/troubles.ts';
import { world } from './fakes/world.ts';

function keyStore(): { readonly store: KeyStore; readonly locked: string[] } {
    const locked: string[] = [];
    const rotateSecretKey = async (to: string): Promise<number> => locked.push(to) + 2;
    return { store: { vault: world().store.vault, rotateSecretKey }, locked };
}

test('raw deliveries are kept as long as the connection says, or thirty days', async () => {
    const asked: unknown[] = [];
    const deleting = async (days: number, id?: string) => {
        asked.push([id, days]);
        return { deliveries: id === 'short' ? 3 : 0, writes: 0 };
    };
    const it = world({ upkeep: { deleteOldDeliveries: deleting } });
    await it.add('short', { retentionDays: 2 });
    await it.add('usual');
    await deleteOldDeliveries(it.context);
    assert.deepEqual(asked, [
        ['short', 2],
        ['usual', 30]
    ]);
    const told = it.logged.filter(([event]) => event === 'old deliveries deleted');
    assert.deepEqual(told, [['old deliveries deleted', { connection: 'short', deliveries: 3, writes: 0 }]]);
});

test('a new key locks every secret and is never told', async () => {
    const { store, locked } = keyStore();
    const done = await rotateKeys(store, { secretKey: 'old', newSecretKey: 'the-new-key' }, 'secrets');
    assert.deepEqual(locked, ['the-new-key']);
    assert.match(done, /^3 secrets are locked with the new key\. Set SECRET_KEY to it/);
    assert.doesNotMatch(done, /the-new-key/);
});

test('a key that comes from outside is replaced only by one that is known outside', async () => {
    const { store, locked } = keyStore();
    await assert.rejects(rotateKeys(store, { secretKey: 'old' }, 'secrets'), { code: 'STORE-SECRET-KEY' });
    assert.deepEqual(locked, []);
});

test('the key of the private database is made anew, 32 bytes each time', async () => {
    const { store, locked } = keyStore();
    await rotateKeys(store, {}, 'secrets');
    await rotateKeys(store, {}, 'secrets');
    assert.equal(new Set(locked).size, 2);
    for (const key of locked) assert.equal(Buffer.from(key, 'base64').length, 32);
});

test('links to recordings end with their key, and the key of forms stays', async () => {
    const { store } = keyStore();
    const [links, forms] = [
        await deploymentKey(store.vault, 'recording-links'),
        await deploymentKey(store.vault, 'form-key')
    ];
    assert.equal(await deploymentKey(store.vault, 'recording-links'), links);
    await rotateKeys(store, {}, 'recordings');
    assert.notEqual(await deploymentKey(store.vault, 'recording-links'), links);
    assert.equal(await deploymentKey(store.vault, 'form-key'), forms);
});

test('a connection that waits is told to monitoring with its code', async () => {
    const it = world();
    await it.add('fine');
    await it.add('acme');
    it.store.pause('acme', { code: 'SF-LIMIT', seen: 'of somebody' });
    assert.deepEqual(await troubles(it.store), ['acme: SF-LIMIT']);
    await it.context.connections.refresh();
    assert.equal(it.context.connections.opened('acme')?.pausedBecause?.code, 'SF-LIMIT');
});
