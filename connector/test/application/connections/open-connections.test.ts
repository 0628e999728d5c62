import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openConnections } from '../../../src/application/connections/open-connections.ts';
import { addWebhookKey, keepQuoKey } from '../../../src/application/connections/connection-secrets.ts';
import { changeSettings } from '../../../src/application/connections/connection-settings.ts';
import { KEYS } from '../../../src/contracts/key-value.ts';
import type { OrgSettings } from '../../../src/contracts/org-settings.ts';
import { DEFAULT_PREFERENCES } from '../../../src/domain/preferences/preferences.ts';
import { readConfig } from '../../../src/config/config.ts';
import { SILENT } from '../../../src/log.ts';
import { KEY } from '../fakes/quo.ts';
import { world, type World } from '../fakes/world.ts';

/** Counts how often a workspace is opened, and by which key. */
function countOpened({ quo }: World): string[] {
    const opened: string[] = [];
    const open = quo.open.bind(quo);
    quo.open = (key, ...more) => {
        opened.push(key);
        return open(key, ...more);
    };
    return opened;
}

test('only a connection with both its org and its workspace is at work; a half is open for its admin', async () => {
    const it = world();
    await it.connect('whole');
    await it.add('empty');
    const { salesforce, quo } = it.context.connections.opened('whole')?.settings ?? {};
    await it.add('half-org', { salesforce });
    await keepQuoKey(it.store.vault, 'half-quo', KEY);
    await it.add('half-quo', { quo });
    const { connections } = it.context;
    assert.deepEqual(connections.ids(), ['whole']);
    assert.equal(connections.all().length, 4);
    assert.equal(connections.get('half-org'), undefined);
    assert.ok(connections.opened('half-org')?.org);
    assert.ok(connections.opened('half-quo')?.quo);
    assert.equal(connections.opened('nobody'), undefined);
});

test('a workspace whose key is not in the vault any more is not there, whatever the settings say', async () => {
    const it = world();
    await it.connect('acme');
    await it.store.vault.erase('acme');
    await changeSettings(it.store.connections, 'acme', () => ({}));
    await it.context.connections.refresh();
    assert.equal(it.context.connections.opened('acme')?.quo, undefined);
    assert.deepEqual(it.context.connections.ids(), []);
});

test('a workspace stays open while its key stays: its pace and its waiting requests are the key’s', async () => {
    const it = world();
    const opened = countOpened(it);
    await it.connect('acme');
    for (let n = 0; n < 3; n += 1) {
        await changeSettings(it.store.connections, 'acme', () => ({ name: `Renamed ${n}` }));
        await it.context.connections.refresh();
    }
    assert.deepEqual(opened, [KEY]);
    it.quo.keys.set('the-next-key', { id: 'OR1' });
    await keepQuoKey(it.store.vault, 'acme', 'the-next-key');
    await changeSettings(it.store.connections, 'acme', () => ({}));
    await it.context.connections.refresh();
    assert.deepEqual(opened, [KEY, 'the-next-key']);
});

test('what did not change stays open as it was; what another process changed is opened anew', async () => {
    const it = world();
    await it.connect('acme');
    await it.connect('other');
    const [acme, other] = [it.context.connections.get('acme'), it.context.connections.get('other')];
    await changeSettings(it.store.connections, 'other', () => ({ preferences: { sona: false } }));
    await it.context.connections.refresh();
    assert.equal(it.context.connections.get('acme'), acme);
    assert.notEqual(it.context.connections.get('other'), other);
    assert.equal(it.context.connections.get('other')?.preferences().sona, false);
});

test('a pause is told without opening anything anew, and so is its end', async () => {
    const it = world();
    await it.connect('acme');
    const runtime = it.context.connections.get('acme');
    it.store.rows.set('acme', {
        ...it.store.rows.get('acme')!,
        pausedForMs: 5_000,
        pausedBecause: { code: 'SF-LIMIT' }
    });
    await it.context.connections.refresh();
    const { pausedBecause, pausedForMs } = it.context.connections.opened('acme') ?? {};
    assert.deepEqual([pausedBecause?.code, pausedForMs], ['SF-LIMIT', 5_000]);
    assert.equal(it.context.connections.get('acme'), runtime);
    const { id, settings } = it.store.rows.get('acme')!;
    it.store.rows.set('acme', { id, settings });
    await it.context.connections.refresh();
    assert.equal(it.context.connections.opened('acme')?.pausedBecause, undefined);
});

test('what is gone from the store, or is being removed, is open no more', async () => {
    const it = world();
    await it.connect('acme');
    await it.connect('other');
    it.store.rows.delete('acme');
    await changeSettings(it.store.connections, 'other', () => ({ removingSince: '2026-11-20T00:00:00.000Z' }));
    await it.context.connections.refresh();
    assert.deepEqual([it.context.connections.all(), it.context.connections.ids()], [[], []]);
});

test('a refresh that fails leaves open what was open, and the next one works', async () => {
    const it = world();
    await it.connect('acme');
    const list = it.store.connections.list.bind(it.store.connections);
    it.store.connections.list = () => Promise.reject(new Error('the database is away'));
    await assert.rejects(it.context.connections.refresh());
    assert.deepEqual(it.context.connections.ids(), ['acme']);
    it.store.connections.list = list;
    await it.add('other');
    assert.equal(it.context.connections.all().length, 2);
});

test('refreshes that come together are done one after the other, so that the last one tells what is now', async () => {
    const it = world();
    await it.add('acme');
    let under = 0;
    let most = 0;
    const list = it.store.connections.list.bind(it.store.connections);
    it.store.connections.list = async () => {
        most = Math.max(most, (under += 1));
        await new Promise((resolve) => setImmediate(resolve));
        under -= 1;
        return list();
    };
    await Promise.all(Array.from({ length: 5 }, () => it.context.connections.refresh()));
    assert.equal(most, 1);
});

test('preferences of a later version count as the default here, and the log names them and no value', async () => {
    const it = world();
    await it.connect('acme', { preferences: { sona: 'sometimes', 'of-later': 'secret', language: 'en' } });
    const preferences = it.context.connections.get('acme')?.preferences();
    assert.deepEqual([preferences?.sona, preferences?.language], [DEFAULT_PREFERENCES.sona, 'en']);
    const told = it.logged.filter(([event]) => event === 'preferences not read');
    assert.deepEqual(told, [['preferences not read', { connection: 'acme', keys: ['sona', 'of-later'] }]]);
    assert.deepEqual(it.settings('acme')['preferences'], { sona: 'sometimes', 'of-later': 'secret', language: 'en' });
});

test('the org is opened with what the preferences say of its fields, and with the secret of the app', async () => {
    const it = world();
    const seen: OrgSettings[] = [];
    it.salesforce.openOrg = (_id, settings) => {
        seen.push(settings);
        return { settings, org: it.salesforce.org, administration: it.salesforce.administration };
    };
    it.store.secrets.set('acme/salesforce-app-secret', 'the-secret');
    await it.connect('acme', { preferences: { defaultRegion: 'FR', phoneFields: { Contact: ['Direct__c'] } } });
    const [settings] = seen;
    assert.deepEqual([settings?.region, settings?.phoneFields], ['FR', { Contact: ['Direct__c'] }]);
    assert.deepEqual(settings?.login, {
        ...{ flow: 'web-server', clientId: 'the-app', clientSecret: 'the-secret' },
        redirectUri: 'https://quo.example.com/oauth/callback'
    });
});

test('until the org answers, what it said last of its allowance counts: a restart does not think the budget spent', async () => {
    const it = world();
    await it.store.memory.set('acme', KEYS.orgAllowance, { used: 10, limit: 90_000 });
    await it.connect('acme');
    assert.deepEqual(it.context.connections.get('acme')?.org.allowance(), { used: 10, limit: 90_000 });
});

const FROM_ENVIRONMENT = {
    SALESFORCE_LOGIN_URL: 'https://acme.my.salesforce.com',
    SALESFORCE_CLIENT_ID: 'the-app',
    SALESFORCE_CLIENT_SECRET: 'its-secret',
    QUO_API_KEY: KEY,
    QUO_WEBHOOK_KEYS: 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw'
};

test('the environment names the connection called default, and no other', async () => {
    const it = world({}, FROM_ENVIRONMENT);
    await it.add('default');
    await it.add('acme');
    const { connections } = it.context;
    assert.deepEqual(connections.ids(), ['default']);
    assert.deepEqual(
        [connections.opened('default')?.isFromEnvironment, connections.opened('acme')?.isFromEnvironment],
        [true, false]
    );
});

test('keys of the environment’s webhooks count beside those that were made here', async () => {
    const it = world({}, FROM_ENVIRONMENT);
    await addWebhookKey(it.store.vault, 'default', 'whsec_made');
    await it.add('default');
    assert.deepEqual(it.context.connections.get('default')?.webhookKeys(), [
        'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw',
        'whsec_made'
    ]);
});

test('a preferences file decides for the environment’s connection alone', async () => {
    const it = world({}, FROM_ENVIRONMENT);
    const filePreferences = { ...DEFAULT_PREFERENCES, sona: false };
    const connections = openConnections({
        ...{ config: readConfig(FROM_ENVIRONMENT), filePreferences, store: it.store, quo: it.quo, log: SILENT },
        now: it.context.now,
        openOrg: (id, settings) => it.salesforce.openOrg(id, settings),
        recordingUrl: () => '',
        attachmentUrl: () => '',
        newGeneration: () => 'new'
    });
    await it.connect('acme');
    await it.add('default', { preferences: { sona: true, language: 'en' } });
    await connections.refresh();
    assert.equal(connections.get('default')?.preferences(), filePreferences);
    assert.equal(connections.get('acme')?.preferences().sona, DEFAULT_PREFERENCES.sona);
});

test('links to recordings carry the connection that they are of', async () => {
    const it = world();
    await it.connect('acme');
    await it.connect('other');
    const url = (id: string): string | undefined => it.context.connections.get(id)?.recordingUrl('AC1', 1);
    assert.notEqual(url('acme'), url('other'));
    assert.match(url('acme') ?? '', /\/recordings\/acme\/AC1\/1$/);
});
