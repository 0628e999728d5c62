import assert from 'node:assert/strict';
import { test } from 'node:test';
import { begin, callComes, connectSalesforce, taskIsThere, until } from './connected.ts';

test('from nothing to a working connection: sign in, Salesforce, Quo, webhook, test event, checks', async (t) => {
    const all = await begin(t);
    const { stand, admin, id, base } = all;
    const here = `${base}/connect`;
    assert.match(await connectSalesforce(all), /integration@simulated\.org/);
    const keyed = await admin.submit(`${here}/quo`, { key: 'sandbox-key' });
    assert.match(keyed.text, /\d+ numbers, \d+ users\./);
    const begun = await admin.submit(`${here}/webhook`);
    assert.match(begun.text, /Rights on Task/, 'nobody has to ask for the checks before the first call');
    await until(async () => /arrived .* ago, with a good signature/.test((await admin.get(here)).text));
    const checked = await admin.submit(`${here}/check`);
    for (const name of ['API access and edition', 'Package', 'Rights on Task', 'Webhook', 'Clock', 'Quo API key'])
        assert.ok(
            checked.text.includes(name),
            `${name}: ${checked.text.replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ')}`
        );
    await callComes(all);
    await taskIsThere(all);
    const audit = await stand.database.store.audit.list(id);
    const actions = audit.map(({ action }) => action);
    for (const action of ['connection.made', 'salesforce.connected', 'quo.key-tried', 'webhook.made', 'checked'])
        assert.ok(actions.includes(action), action);
    assert.ok(!JSON.stringify(audit).includes('sandbox-key'));
});

test('another process serves a connection within seconds, and stops when it is disconnected', async (t) => {
    const all = await begin(t);
    const { stand, admin, id, base } = all;
    const here = `${base}/connect`;
    const other = await stand.another();
    const knows = async (): Promise<boolean> =>
        (await fetch(`${other.url}/webhooks/quo/${id}`, { method: 'POST', body: '{}' })).status !== 404;
    assert.equal(await knows(), false);
    await connectSalesforce(all);
    await admin.submit(`${here}/quo`, { key: 'sandbox-key' });
    await admin.submit(`${here}/webhook`);
    await until(knows);
    assert.equal((await stand.quo<{ webhooks: unknown[] }>('/webhooks')).webhooks.length, 1);
    const gone = await admin.submit(`${here}/disconnect`);
    assert.match(gone.text, /the tokens are revoked, the webhook is deleted and the keys are erased/);
    assert.equal((await stand.quo<{ webhooks: unknown[] }>('/webhooks')).webhooks.length, 0);
    const { rows } = await stand.database.store.pool.query('select name from vault where connection = $1', [id]);
    assert.deepEqual(rows, []);
    await until(async () => !(await knows()));
    // Connecting again goes on where it stopped: the same webhook address, one webhook.
    await connectSalesforce(all);
    await admin.submit(`${here}/quo`, { key: 'sandbox-key' });
    await admin.submit(`${here}/webhook`);
    await admin.submit(`${here}/webhook`);
    assert.equal((await stand.quo<{ webhooks: unknown[] }>('/webhooks')).webhooks.length, 1);
});

test('a refused consent, a wrong key and a young key are each told with a remedy', async (t) => {
    const all = await begin(t);
    const { stand, admin, base, id } = all;
    const here = `${base}/connect`;
    await admin.get(here);
    const asked = await admin.submit(`${here}/salesforce`, { where: 'domain', domain: stand.orgUrl });
    const refused = await admin.get(await admin.consent(asked.location, stand.ids['user-marie-eve'] ?? '', 'deny'));
    assert.match(refused.text, /The consent was refused in Salesforce/);
    assert.match(refused.text, /Start again and choose/);
    const nowhere = await admin.submit(`${here}/salesforce`, { where: 'domain', domain: 'https://evil.example' });
    assert.match(nowhere.text, /This is not a Salesforce address/);
    await stand.quo('/keys', { key: 'a-young-key-of-today', young: true });
    const waiting = await admin.submit(`${here}/quo`, { key: 'a-young-key-of-today' });
    assert.match(waiting.text, /takes about 30 seconds to become active. Wait: it is tried again by itself/);
    assert.match(waiting.text, /http-equiv="refresh"/);
    // A key that is entered meanwhile counts; that it does when the young one wakes up is tried with the use case.
    assert.match((await admin.submit(`${here}/quo`, { key: 'sandbox-key' })).text, /4 numbers, 7 users/);
    assert.equal(await stand.database.store.vault.read(id, 'quo-api-key'), 'sandbox-key');
});

test('a connection keeps its org and its workspace: another one is refused', async (t) => {
    const all = await begin(t);
    const { stand, admin, id, base } = all;
    const here = `${base}/connect`;
    await connectSalesforce(all);
    await admin.submit(`${here}/quo`, { key: 'sandbox-key' });
    const { store } = stand.database;
    await store.connections.changeSettings(id, (settings) => ({
        ...(JSON.parse(JSON.stringify(settings).replaceAll(/00D\w+/g, '00D000000000001AAA')) as object)
    }));
    await admin.get(here);
    const asked = await admin.submit(`${here}/salesforce`, { where: 'domain', domain: stand.orgUrl });
    const page = await admin.get(await admin.consent(asked.location, stand.ids['user-marie-eve'] ?? ''));
    assert.match(page.text, /belongs to another Salesforce org/);
});

test('several signing keys are known at once, and the old ones can be forgotten', async (t) => {
    const all = await begin(t);
    const { admin, base } = all;
    const here = `${base}/connect`;
    await admin.get(here);
    const wrong = await admin.submit(`${here}/webhook-key`, { key: 'no key' });
    assert.match(wrong.text, /not a base64 key/);
    await admin.submit(`${here}/webhook-key`, { key: `whsec_${Buffer.alloc(32, 1).toString('base64')}` });
    const two = await admin.submit(`${here}/webhook-key`, { key: Buffer.alloc(32, 2).toString('base64') });
    assert.match(two.text, /2 signing keys are known/);
    assert.ok(!two.text.includes(Buffer.alloc(32, 2).toString('base64')));
    const one = await admin.submit(`${here}/drop-keys`);
    assert.match(one.text, /1 signing key is known/);
});
