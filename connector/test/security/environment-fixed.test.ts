import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ACCESS } from '../../src/console/features.ts';
import { APP } from '../application/fakes/world.ts';
import { ADMIN_TOKEN, fakeConsole } from '../pages/fake-console.ts';
import { HOSTILE_STORE } from '../pages/hostile.ts';

const ENVIRONMENT = {
    ...APP,
    ADMIN_TOKEN,
    SALESFORCE_LOGIN_URL: 'https://acme.my.salesforce.com',
    SALESFORCE_CLIENT_ID: 'integration',
    SALESFORCE_CLIENT_SECRET: 'secret',
    QUO_API_KEY: 'key-of-the-workspace',
    QUO_WEBHOOK_KEYS: `whsec_${Buffer.alloc(32, 3).toString('base64')}`
};
const FIELDS = {
    ...{ where: 'production', domain: 'evil', key: 'another-key-of-quo', name: 'default', do: 'start' },
    ...{ 'client-id': 'another-app', 'client-secret': 'another-secret' }
};
/** Where a connection leads, and with which secrets; keys that deliveries may be signed with are added in the console. */
const LEADS = /^(?:default|connector)\/(?!quo-webhook-keys)/;

test('no form re-points the connection of the environment, whoever sends it and whatever stands in it', async (t) => {
    const it = await fakeConsole(t, HOSTILE_STORE, ENVIRONMENT);
    await it.add('default');
    const owner = await it.admin();
    await owner.get('/console');
    const token = /name="form-token" value="([^"]+)"/.exec(owner.page())?.[1] ?? '';
    const forms = Object.keys(ACCESS).filter((name) => name.startsWith('POST /console/:connection'));
    assert.ok(forms.length > 20);
    const leadsTo = () => ({
        secrets: [...it.store.secrets].filter(([name]) => LEADS.test(name)),
        org: it.context.connections.opened('default')?.org?.settings.login,
        at: it.context.connections.opened('default')?.org?.settings.loginUrl,
        known: ['salesforce', 'quo'].map((name) => it.settings('default')[name])
    });
    const before = leadsTo();
    assert.equal(before.at, 'https://acme.my.salesforce.com');
    for (const name of forms) {
        const body = new URLSearchParams({ ...FIELDS, 'form-token': token });
        const path = name.replace('POST ', '').replace(':connection', 'default');
        const { status, location } = await owner.send(path, { method: 'POST', body });
        assert.ok(status !== 404 && status !== 403, `${name}: ${status}`);
        assert.ok(!/^https?:/.test(location), `${name} leads to ${location}`);
        assert.deepEqual(leadsTo(), before, name);
    }
    assert.deepEqual([it.salesforce.begun, it.salesforce.kept.size], [[], 0]);
    assert.equal(it.context.connections.opened('default')?.isFromEnvironment, true);
});
