import assert from 'node:assert/strict';
import { test } from 'node:test';
import { tryQuoKey } from '../../src/application/connections/connect-quo.ts';
import { changeSettings } from '../../src/application/connections/connection-settings.ts';
import { disconnect } from '../../src/application/connections/disconnect.ts';
import { makeWebhook } from '../../src/application/connections/quo-webhook.ts';
import { finishRemovals, removeConnection } from '../../src/application/connections/remove-connection.ts';
import { KEYS } from '../../src/contracts/key-value.ts';
import { OrgUnavailable } from '../../src/contracts/salesforce.ts';
import { KEY } from './fakes/quo.ts';
import { world, type World } from './fakes/world.ts';

const FROM_ENVIRONMENT = {
    SALESFORCE_LOGIN_URL: 'https://acme.my.salesforce.com',
    SALESFORCE_CLIENT_ID: 'id',
    SALESFORCE_CLIENT_SECRET: 'secret',
    QUO_API_KEY: KEY,
    QUO_WEBHOOK_KEYS: `whsec_${Buffer.alloc(24, 7).toString('base64')}`
};

function erasing(): { readonly it: World; readonly erased: (readonly [id: string, whole: boolean])[] } {
    const erased: (readonly [string, boolean])[] = [];
    const upkeep = {
        eraseConnection: async (id: string, whole: boolean) => {
            erased.push([id, whole]);
            return 7;
        }
    };
    return { it: world({ upkeep }), erased };
}

test('after disconnecting no secret is left, on no side, and what it was a connection of stays known', async () => {
    const it = world();
    let revoked = 0;
    it.salesforce.administration.disconnect = async () => void (revoked += 1);
    await it.connect('acme');
    await makeWebhook(it.context, 'acme');
    assert.deepEqual(await disconnect(it.context, 'acme'), []);
    assert.equal(revoked, 1);
    assert.deepEqual(it.quo.webhooks, []);
    assert.deepEqual([...it.store.secrets.keys()], []);
    const opened = it.context.connections.opened('acme');
    assert.deepEqual([opened?.org, opened?.quo, opened?.connection], [undefined, undefined, undefined]);
    const { salesforce, quo } = opened?.settings ?? {};
    assert.deepEqual([salesforce?.organization, salesforce?.connected], ['Acme', false]);
    assert.deepEqual([quo?.organizationId, quo?.connected, quo?.webhookId], ['OR1', false, undefined]);
});

test('what the platforms could not be told is told to the admin, and everything here is erased all the same', async () => {
    const it = world();
    await it.connect('acme');
    await makeWebhook(it.context, 'acme');
    it.quo.trouble = new TypeError('socket');
    it.salesforce.administration.disconnect = () =>
        Promise.reject(new OrgUnavailable('retry', { code: 'SF-UNREACHABLE', seen: 'x' }));
    assert.deepEqual(await disconnect(it.context, 'acme'), [
        { code: 'WEB-TROUBLE', seen: 'TypeError' },
        { code: 'SF-UNREACHABLE', seen: 'x' }
    ]);
    assert.deepEqual([...it.store.secrets.keys()], []);
});

test('a webhook that somebody made by hand is theirs, and stays', async () => {
    const it = world();
    await it.connect('acme');
    it.quo.webhooks.push({
        id: 'by-hand',
        url: 'https://quo.example.com/webhooks/quo/acme',
        enabled: true,
        events: []
    });
    await disconnect(it.context, 'acme');
    assert.equal(it.quo.webhooks.length, 1);
});

test('the connection of the environment is neither disconnected nor removed here', async () => {
    const it = world({}, FROM_ENVIRONMENT);
    await it.add('default');
    await assert.rejects(disconnect(it.context, 'default'), { code: 'WEB-FIXED' });
    await assert.rejects(removeConnection(it.context, 'default', 'default'), { code: 'WEB-FIXED' });
});

test('disconnecting what is not there does nothing', async () => {
    assert.deepEqual(await disconnect(world().context, 'acme'), []);
});

test('a connection is removed once it is disconnected and its name is typed', async () => {
    const { it, erased } = erasing();
    await it.connect('acme', { name: 'Acme' });
    await assert.rejects(removeConnection(it.context, 'acme', 'Acme'), { code: 'WEB-STILL-CONNECTED' });
    await disconnect(it.context, 'acme');
    await assert.rejects(removeConnection(it.context, 'acme', 'acme'), { code: 'WEB-NAME-DIFFERS' });
    assert.deepEqual(erased, []);
    assert.equal(await removeConnection(it.context, 'acme', ' Acme '), 7);
    assert.equal(it.context.connections.opened('acme'), undefined);
    await assert.rejects(removeConnection(it.context, 'acme', 'Acme'), { code: 'WEB-NOT-FOUND' });
});

test('what other processes still wrote of a removed connection goes too, and then that it ever was', async () => {
    const { it, erased } = erasing();
    await it.add('acme');
    await removeConnection(it.context, 'acme', 'acme');
    assert.deepEqual(erased, [['acme', false]]);
    await new Promise((resolve) => setImmediate(() => setImmediate(resolve)));
    assert.deepEqual(erased, [
        ['acme', false],
        ['acme', true]
    ]);
});

test('a removal that a process left undone is finished, and nothing else is touched', async () => {
    const { it, erased } = erasing();
    await it.add('left', { removingSince: '2026-11-19T00:00:00.000Z' });
    await it.add('kept');
    await finishRemovals(it.store, it.context.log);
    assert.deepEqual(erased, [['left', true]]);
});

test('a removal that cannot be finished is logged and tried again another time', async () => {
    const it = world({ upkeep: { eraseConnection: () => Promise.reject(new Error('down')) } });
    await it.add('left', { removingSince: '2026-11-19T00:00:00.000Z' });
    await finishRemovals(it.store, it.context.log);
    assert.ok(it.logged.some(([event]) => event === 'removal not finished'));
});

test('everything secret of a connection goes, nothing of another does, and what its checks said is told no more', async () => {
    const it = world();
    await it.connect('acme');
    await it.connect('other');
    for (const name of ['salesforce-tokens', 'salesforce-app-secret', 'quo-webhook-keys', 'of-a-later-version'])
        for (const id of ['acme', 'other']) it.store.secrets.set(`${id}/${name}`, 'secret');
    for (const id of ['acme', 'other']) {
        await it.store.memory.set(id, KEYS.checks, [{ id: 'sign-in', state: 'ok' }]);
        await it.store.memory.set(id, KEYS.quoKeyTrial, { state: 'trying' });
    }
    await disconnect(it.context, 'acme');
    assert.deepEqual(
        [...it.store.secrets.keys()].filter((key) => key.startsWith('acme/')),
        []
    );
    assert.equal([...it.store.secrets.keys()].filter((key) => key.startsWith('other/')).length, 5);
    assert.equal(await it.store.memory.get('acme', KEYS.checks), undefined);
    assert.equal(await it.store.memory.get('acme', KEYS.quoKeyTrial), undefined);
    assert.ok(await it.store.memory.get('other', KEYS.checks));
    assert.ok(it.context.connections.get('other'), 'the other one is at work');
});

test('a connection that was paused is not paused any more once it is connected to nothing', async () => {
    const it = world();
    await it.connect('acme');
    it.store.pause('acme', { code: 'SF-FORBIDDEN', seen: 'no' });
    await disconnect(it.context, 'acme');
    assert.deepEqual(it.store.resumed, ['acme']);
});

test('a connection with one side only is disconnected from that side', async () => {
    const it = world();
    let revoked = 0;
    it.salesforce.administration.disconnect = async () => void (revoked += 1);
    await it.connect('acme');
    const { salesforce, quo } = it.context.connections.opened('acme')?.settings ?? {};
    await it.add('org-only', { salesforce });
    await it.add('quo-only', { quo: { organizationId: 'OR1', ...quo, connected: true, webhookId: 'WH9' } });
    assert.deepEqual(await disconnect(it.context, 'org-only'), []);
    assert.equal(revoked, 1);
    assert.deepEqual(await disconnect(it.context, 'quo-only'), []);
    assert.equal(revoked, 1, 'no org of its own to be told');
});

test('disconnecting twice, or two at once, comes to the same', async () => {
    const it = world();
    await it.connect('acme');
    await makeWebhook(it.context, 'acme');
    assert.deepEqual(await Promise.all([disconnect(it.context, 'acme'), disconnect(it.context, 'acme')]), [[], []]);
    const after = it.settings('acme');
    assert.deepEqual(await disconnect(it.context, 'acme'), []);
    const { rev, ...settings } = it.settings('acme');
    const { rev: before, ...was } = after;
    assert.deepEqual(settings, was);
    assert.ok(Number(rev) >= Number(before));
    assert.deepEqual(it.quo.webhooks, []);
});

test('of two who remove a connection at once, one does and the other is told that there is none, or both come to the same', async () => {
    const { it, erased } = erasing();
    await it.add('acme', { name: 'Acme' });
    const outcomes = await Promise.allSettled([
        removeConnection(it.context, 'acme', 'Acme'),
        removeConnection(it.context, 'acme', 'Acme')
    ]);
    assert.ok(outcomes.some(({ status }) => status === 'fulfilled'));
    for (const one of outcomes)
        if (one.status === 'rejected') assert.equal((one.reason as { code?: string }).code, 'WEB-NOT-FOUND');
    assert.ok(erased.every(([id]) => id === 'acme'));
    assert.equal(it.context.connections.opened('acme'), undefined);
});

test('nothing is saved for a connection from the moment on in which its removal began', async () => {
    const { it } = erasing();
    await it.add('acme', { name: 'Acme' });
    await removeConnection(it.context, 'acme', 'Acme');
    const before = it.settings('acme');
    assert.equal(await changeSettings(it.store.connections, 'acme', () => ({ name: 'Again' })), undefined);
    await tryQuoKey(it.context, 'acme', KEY);
    assert.deepEqual(it.settings('acme'), before);
    assert.equal(it.context.connections.opened('acme'), undefined);
});

test('a connection of which one side is still connected is not removed', async () => {
    const { it, erased } = erasing();
    await it.connect('acme');
    const { salesforce, quo } = it.context.connections.opened('acme')?.settings ?? {};
    await it.add('org-only', { salesforce });
    await it.connect('quo-only', { quo, salesforce: undefined });
    for (const id of ['org-only', 'quo-only'])
        await assert.rejects(removeConnection(it.context, id, id), { code: 'WEB-STILL-CONNECTED' }, id);
    assert.deepEqual(erased, []);
});
