import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import test from 'node:test';
import { parseSecretKey, encrypt, decrypt } from '../../../src/store/secrets/encrypt.ts';
import { newSecretKey } from '../../../src/store/secrets/secret-key.ts';
import { privateStore, withStore } from './database.ts';
import { openIn, withFolder } from './folders.ts';

const PLACE = { connection: 'default', name: 'token' };

test('a secret opens with its key, in its place, and only whole', () => {
    const key = randomBytes(32);
    const sealed = encrypt(key, PLACE, 'gehäim 🔑');
    assert.equal(decrypt(key, PLACE, sealed), 'gehäim 🔑');
    assert.notDeepEqual(encrypt(key, PLACE, 'gehäim 🔑'), sealed);
    assert.throws(() => decrypt(key, { ...PLACE, connection: 'other' }, sealed), { code: 'STORE-SECRET-DAMAGED' });
    assert.throws(() => decrypt(key, { ...PLACE, name: 'key' }, sealed), { code: 'STORE-SECRET-DAMAGED' });
    for (let byte = 1; byte < sealed.length; byte += 1) {
        const tampered = Buffer.from(sealed);
        tampered[byte] = tampered[byte]! ^ 1;
        assert.throws(() => decrypt(key, PLACE, tampered), { code: 'STORE-SECRET-DAMAGED' }, `byte ${byte}`);
    }
    assert.throws(() => decrypt(key, PLACE, sealed.subarray(0, 20)), { code: 'STORE-SECRET-DAMAGED' });
});

test('a key that is not 32 bytes of base64 is refused without being repeated', () => {
    assert.equal(parseSecretKey(newSecretKey()).length, 32);
    assert.throws(
        () => parseSecretKey('hunter2'),
        (error: Error) => /bytes instead of 32/.test(error.message) && !error.message.includes('hunter2')
    );
});

test('nothing readable is in the table', () =>
    withStore(async (store) => {
        await store.vault.write('default', 'token', 'hunter2');
        const { rows } = await store.pool.query<{ sealed: Buffer }>('select sealed from vault');
        assert.ok(rows.every(({ sealed }) => !sealed.includes('hunter2')));
        assert.equal(await store.vault.read('default', 'token'), 'hunter2');
        assert.equal(await store.vault.read('other', 'token'), undefined);
        await store.vault.write('default', 'key', 'k');
        await store.vault.erase('default', 'token');
        assert.equal(await store.vault.read('default', 'token'), undefined);
        await store.vault.erase('default');
        assert.equal(await store.vault.read('default', 'key'), undefined);
    }));

test('a secret moved to another connection’s row is refused', () =>
    withStore(async (store) => {
        await store.vault.write('default', 'token', 'mine');
        await store.pool.query(`update vault set connection = 'other' where name = 'token'`);
        await assert.rejects(store.vault.read('other', 'token'), { code: 'STORE-SECRET-DAMAGED' });
    }));

test('a store does not open with another key', async () => {
    const { another, drop } = await privateStore();
    await assert.rejects(another({ secretKey: newSecretKey() }), { code: 'STORE-OTHER-KEY' });
    await drop();
});

test('of many exchanges in two processes at once, each sees what the one before stored', async () => {
    const { store, another, drop } = await privateStore();
    const vaults = [store.vault, (await another()).vault];
    let inside = 0;
    const exchange = (i: number) =>
        vaults[i % 2]!.exchange('default', 'refresh', async (current) => {
            inside += 1;
            assert.equal(inside, 1);
            // The exchange itself may use the store, as a refresh does that counts its API call.
            await store.allowance.reserve('default', 1, 1_000);
            inside -= 1;
            return String(Number(current ?? 0) + 1);
        });
    const results = await Promise.all(Array.from({ length: 60 }, (_, i) => exchange(i)));
    assert.equal(new Set(results).size, 60);
    assert.equal(await store.vault.read('default', 'refresh'), '60');
    await drop();
});

test('an exchange that fails keeps the secret, and the next one goes ahead', () =>
    withStore(async ({ vault }) => {
        await vault.write('default', 'refresh', 'old');
        await assert.rejects(
            vault.exchange('default', 'refresh', () => Promise.reject(new Error('refused'))),
            /refused/
        );
        assert.equal(await vault.read('default', 'refresh'), 'old');
        assert.equal(await vault.exchange('default', 'refresh', async (current) => `${current}+new`), 'old+new');
    }));

test('rotation locks every secret with the new key; the old one opens nothing more', async () => {
    const { store, another, secretKey, drop } = await privateStore();
    await store.vault.write('default', 'token', 'secret');
    const to = newSecretKey();
    assert.equal(await store.rotateSecretKey(to), 4);
    assert.equal(await store.vault.read('default', 'token'), 'secret');
    assert.equal(await store.rotateSecretKey(to), 0);
    await assert.rejects(another({ secretKey }), { code: 'STORE-OTHER-KEY' });
    assert.equal(await (await another({ secretKey: to })).vault.read('default', 'token'), 'secret');
    await drop();
});

test('the kept key is replaced with the rotation, also when it was interrupted before that', () =>
    withFolder(async (dataDir) => {
        const file = join(dataDir, 'secret.key');
        const store = await openIn(dataDir);
        await store.vault.write('default', 'token', 'secret');
        const before = await readFile(file, 'utf8');
        await store.rotateSecretKey(newSecretKey());
        await store.close();
        const rotated = await readFile(file, 'utf8');
        assert.notEqual(rotated, before);
        // As if the process had ended between the last secret and the file.
        await writeFile(`${file}.next`, rotated);
        await writeFile(file, before);
        const again = await openIn(dataDir);
        assert.equal(await again.vault.read('default', 'token'), 'secret');
        await again.close();
        assert.equal(await readFile(file, 'utf8'), rotated);
    }));
