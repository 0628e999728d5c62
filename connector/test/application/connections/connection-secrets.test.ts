import assert from 'node:assert/strict';
import fc from 'fast-check';
import { test } from 'node:test';
import {
    addWebhookKey,
    dropOldWebhookKeys,
    eraseQuo,
    keepApp,
    keepAppSecret,
    keepQuoKey,
    quoKey,
    typedApp,
    webhookKeys
} from '../../../src/application/connections/connection-secrets.ts';
import { deploymentKey } from '../../../src/application/deployment-keys.ts';
import { world } from '../fakes/world.ts';

const keys = fc.array(fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i', 'j'), { maxLength: 30 });

test('signing keys are the newest first, each once, eight at most, in whatever order they come', async () => {
    await fc.assert(
        fc.asyncProperty(keys, async (added) => {
            const { vault } = world().store;
            for (const key of added) await addWebhookKey(vault, 'acme', key);
            const expected = [...new Set(added.toReversed())].slice(0, 8);
            assert.deepEqual(await webhookKeys(vault, 'acme'), expected);
            const left = await dropOldWebhookKeys(vault, 'acme');
            assert.deepEqual(await webhookKeys(vault, 'acme'), expected.slice(0, 1));
            assert.equal(left, Math.min(1, expected.length));
        }),
        { numRuns: 40 }
    );
});

test('keys that cannot be read count as none, and the next one is kept all the same', async () => {
    for (const stored of ['', 'garbage', '{}', 'null', '[1]', '"whsec_x"']) {
        const { store } = world();
        store.secrets.set('acme/quo-webhook-keys', stored);
        assert.deepEqual(await webhookKeys(store.vault, 'acme'), []);
        await addWebhookKey(store.vault, 'acme', 'whsec_new');
        assert.deepEqual(await webhookKeys(store.vault, 'acme'), ['whsec_new']);
    }
});

test('keys of one connection are no other’s', async () => {
    const { vault } = world().store;
    await addWebhookKey(vault, 'acme', 'one');
    await addWebhookKey(vault, 'other', 'two');
    await dropOldWebhookKeys(vault, 'other');
    assert.deepEqual(await webhookKeys(vault, 'acme'), ['one']);
});

test('erasing what is of Quo leaves what is of Salesforce, and the other way round nothing is mixed up', async () => {
    const { store } = world();
    await keepQuoKey(store.vault, 'acme', 'key');
    await addWebhookKey(store.vault, 'acme', 'whsec_x');
    await keepAppSecret(store.vault, 'acme', 'secret');
    await eraseQuo(store.vault, 'acme');
    assert.equal(await quoKey(store.vault, 'acme'), undefined);
    assert.deepEqual([...store.secrets.keys()], ['acme/salesforce-app-secret']);
});

test('an app that cannot be read is none: people sign in by no half of it', async () => {
    const { store } = world();
    for (const stored of ['', '{', '{}', '{"clientSecret":"x"}', '[]']) {
        store.secrets.set('connector/salesforce-app', stored);
        assert.equal(await typedApp(store.vault), undefined, stored);
    }
    await keepApp(store.vault, { clientId: 'typed' });
    assert.deepEqual(await typedApp(store.vault), { clientId: 'typed' });
});

test('of two processes that start together, both sign with the same key', async () => {
    const { vault } = world().store;
    const made = await Promise.all([deploymentKey(vault, 'form-key'), deploymentKey(vault, 'form-key')]);
    assert.equal((await deploymentKey(vault, 'form-key')) === made[1], true);
    assert.ok(Buffer.from(made[1], 'base64url').length === 32);
});
