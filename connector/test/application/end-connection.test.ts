import assert from 'node:assert/strict';
import { test } from 'node:test';
import { disconnect } from '../../src/application/connections/disconnect.ts';
import { makeWebhook } from '../../src/application/connections/quo-webhook.ts';
import { finishRemovals, removeConnection } from '../../src/application/connections/remove-connection.ts';
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
