import assert from 'node:assert/strict';
import { test } from 'node:test';
import { startQuo } from 'quo-simulator/quo.ts';
import { startOrg } from 'salesforce-simulator/org.ts';
import { ownPackage } from 'salesforce-simulator/test/own-package.ts';
import { compose } from '../../src/compose/compose.ts';
import { readConfig } from '../../src/config/config.ts';
import { KEYS } from '../../src/contracts/key-value.ts';
import { SILENT } from '../../src/log.ts';
import { until } from './connected.ts';
import { openStand, type Env } from './stand.ts';

const ofEnvironment = (orgUrl: string): Env => ({
    SALESFORCE_LOGIN_URL: orgUrl,
    SALESFORCE_CLIENT_ID: 'sandbox',
    SALESFORCE_CLIENT_SECRET: 'sandbox',
    QUO_API_KEY: 'sandbox-key',
    QUO_WEBHOOK_KEYS: `whsec_${Buffer.alloc(32, 3).toString('base64')}`
});
/** An org that is not the stand's: an access token begins with its org's id. */
const OTHER = { ...ownPackage(), accessToken: '00D5e0000000OthEAS!token' };

const start = (env: Env) => compose(readConfig(env), { log: SILENT, now: () => new Date() });

test('the environment cannot lead a store to another org: the connector does not start, and names the remedy', async (t) => {
    const stand = await openStand(t, ofEnvironment);
    const other = await startOrg(OTHER);
    t.after(() => other.close());
    await assert.rejects(start({ ...stand.env, SALESFORCE_LOGIN_URL: other.url }), (error) => {
        assert.ok(error instanceof Error);
        assert.match(error.message, /^SF-OTHER-ORG/);
        return true;
    });
    // Whom the first org belongs to is not forgotten by the attempt.
    const again = await stand.another();
    assert.equal((await fetch(`${again.url}/readyz`)).status, 200);
});

test('nor to another Quo workspace: its calls would be taken for those of the first', async (t) => {
    const stand = await openStand(t, ofEnvironment);
    const other = await startQuo({ organization: { id: 'OR0other', name: 'Toitures Lavoie' } });
    t.after(() => other.close());
    const env = { ...stand.env, QUO_API_URL: other.url };
    await until(async () => (await stand.database.store.memory.get('default', KEYS.workspace)) !== undefined);
    await assert.rejects(start(env), { code: 'QUO-OTHER-WORKSPACE' });
    const again = await stand.another();
    assert.equal((await fetch(`${again.url}/readyz`)).status, 200);
});

test('a changed address is not trusted before its org has said which it is', async (t) => {
    const stand = await openStand(t, ofEnvironment);
    const env = { ...stand.env, SALESFORCE_LOGIN_URL: 'http://127.0.0.1:9' };
    await assert.rejects(start(env), { note: { code: 'SF-UNREACHABLE', seen: 'network' } });
});

test('a process whose database a later version changed says so within moments, and does not start again', async (t) => {
    const stand = await openStand(t, ofEnvironment);
    await stand.database.store.pool.query(`insert into migrations (name, checksum) values ('999_later.sql', 'x')`);
    const { code, seen } = await stand.connector.overtaken;
    assert.deepEqual([code, seen], ['STORE-LATER', '999_later.sql']);
    await assert.rejects(start(stand.env), { code: 'STORE-LATER' });
});

test('a first start waits for no org: deliveries are received until it answers', async (t) => {
    const stand = await openStand(t, () => ofEnvironment('http://127.0.0.1:9'));
    assert.equal((await fetch(`${stand.connector.url}/readyz`)).status, 200);
});
