import assert from 'node:assert/strict';
import { test } from 'node:test';
import { browser } from './browser-less.ts';
import { callComes, taskIsThere, until, type Connected } from './connected.ts';
import { openStand } from './stand.ts';

const ofEnvironment = (orgUrl: string) => ({
    SALESFORCE_LOGIN_URL: orgUrl,
    SALESFORCE_CLIENT_ID: 'sandbox',
    SALESFORCE_CLIENT_SECRET: 'sandbox',
    QUO_API_KEY: 'sandbox-key',
    QUO_WEBHOOK_KEYS: `whsec_${Buffer.alloc(32, 3).toString('base64')}`
});

test('the connection of the environment is there beside others; the console cannot change where it leads', async (t) => {
    const stand = await openStand(t, ofEnvironment);
    const admin = browser(stand);
    const list = await admin.signInWithToken();
    assert.match(list.text, /href="\/console\/default"/);
    const page = await admin.get('/console/default/connect');
    assert.match(page.text, /Set by the environment of the connector/);
    assert.ok(!page.text.includes('/connect/disconnect'));
    const token = /name="form-token" value="([^"]+)"/.exec(page.text)?.[1] ?? '';
    for (const what of ['disconnect', 'quo']) {
        const body = new URLSearchParams({ 'form-token': token, key: 'another-key' });
        await admin.send(`/console/default/connect/${what}`, { method: 'POST', body });
        assert.match((await admin.get('/console/default/connect')).text, /This is set by the environment/);
    }
    // Its webhook can be made here all the same.
    await admin.submit('/console/default/connect/webhook');
    await until(async () => /with a good signature/.test((await admin.get('/console/default/connect')).text));
    const all: Connected = { stand, admin, id: 'default', base: '/console/default' };
    await callComes(all);
    await taskIsThere(all);
});

test('nothing configured is a start, not a failure', async (t) => {
    const stand = await openStand(t);
    assert.equal((await fetch(`${stand.connector.url}/readyz`)).status, 200);
    assert.equal(
        (await fetch(`${stand.connector.url}/webhooks/quo/default`, { method: 'POST', body: '{}' })).status,
        404
    );
    const front = await fetch(stand.connector.url, { headers: { 'accept-language': 'fr' } });
    assert.match(await front.text(), /Paramètres → Intégrations → Salesforce/);
});
