import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { test } from 'node:test';
import { rotate } from '../../src/compose/rotate.ts';
import { readConfig } from '../../src/config/config.ts';
import { CodedError } from '../../src/errors/errors.ts';
import { SILENT } from '../../src/log.ts';
import { privateStore } from '../edges/store/database.ts';

test('after a rotation only the new key opens the secrets, and it must be given where the old one was', async () => {
    const { store, databaseUrl, secretKey, another } = await privateStore();
    await store.vault.write('default', 'quo-api-key', 'the key');
    const env = { DATABASE_URL: databaseUrl, SECRET_KEY: secretKey };
    await assert.rejects(rotate(readConfig(env), 'secrets', SILENT), (error) => {
        assert.ok(error instanceof CodedError);
        return error.code === 'STORE-SECRET-KEY';
    });
    const next = randomBytes(32).toString('base64');
    const done = await rotate(readConfig({ ...env, NEW_SECRET_KEY: next }), 'secrets', SILENT);
    assert.match(done, /^\d+ secrets are locked with the new key\. Set SECRET_KEY to it/);
    assert.ok(!done.includes(next));
    assert.equal(await (await another({ secretKey: next })).vault.read('default', 'quo-api-key'), 'the key');
    await assert.rejects(another(), /STORE-OTHER-KEY/);
});

test('links to recordings end when their key is rotated', async () => {
    const { store, databaseUrl, secretKey } = await privateStore();
    await store.vault.write('connector', 'recording-links', 'before');
    await rotate(readConfig({ DATABASE_URL: databaseUrl, SECRET_KEY: secretKey }), 'recordings', SILENT);
    assert.notEqual(await store.vault.read('connector', 'recording-links'), 'before');
});
