import { KEYS } from '../../src/contracts/key-value.ts';
import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
    dropOldKeys,
    heard,
    keepWebhookKey,
    makeWebhook,
    sendTest
} from '../../src/application/connections/quo-webhook.ts';
import { hearing } from '../../src/pipeline/webhook-status.ts';
import { world } from './fakes/world.ts';

const KEY = `whsec_${Buffer.alloc(24, 1).toString('base64')}`;
const URL = 'https://quo.example.com/webhooks/quo/acme';

test('the webhook is made at the connection’s address, and its key is known at once', async () => {
    const it = world();
    await it.connect('acme');
    await makeWebhook(it.context, 'acme');
    assert.deepEqual(
        it.quo.webhooks.map(({ url }) => url),
        [URL]
    );
    const opened = it.context.connections.opened('acme');
    assert.equal(opened?.settings.quo?.webhookId, 'WH1');
    assert.equal(opened.webhookKeys.length, 1);
    assert.deepEqual(opened.connection?.webhookKeys(), opened.webhookKeys);
});

test('without a workspace there is no webhook', async () => {
    const it = world();
    await it.add('acme');
    await assert.rejects(makeWebhook(it.context, 'acme'), { code: 'WEB-NOT-WHOLE' });
    await assert.rejects(sendTest(it.context, 'acme'), { code: 'WEB-NOT-WHOLE' });
});

test('a key that an admin copied counts beside those that are known, once', async () => {
    const it = world();
    await it.connect('acme');
    await makeWebhook(it.context, 'acme');
    assert.equal(await keepWebhookKey(it.context, 'acme', ` ${KEY} `), 2);
    assert.equal(await keepWebhookKey(it.context, 'acme', KEY), 2);
    assert.equal(it.context.connections.opened('acme')?.webhookKeys[0], KEY);
    await dropOldKeys(it.context, 'acme');
    assert.deepEqual(it.context.connections.opened('acme')?.webhookKeys, [KEY]);
});

test('what cannot be a signing key is refused, and the text itself is not told', async () => {
    const it = world();
    await it.connect('acme');
    for (const typed of ['', 'whsec_', 'not base64!', 'c2hvcnQ='])
        await assert.rejects(keepWebhookKey(it.context, 'acme', typed), {
            code: 'WEB-VALUE',
            note: { code: 'WEB-VALUE', seen: `${typed.length} characters that are not a base64 key` }
        });
});

test('a test is asked of our webhook, or of the one that somebody made at our address', async () => {
    const it = world();
    await it.connect('acme');
    await assert.rejects(sendTest(it.context, 'acme'), { code: 'WEB-WEBHOOK-ABSENT' });
    it.quo.webhooks.push({ id: 'by-hand', url: URL, enabled: true, events: [] });
    await sendTest(it.context, 'acme');
    await makeWebhook(it.context, 'acme');
    await sendTest(it.context, 'acme');
    assert.deepEqual(it.quo.tests, ['by-hand', 'WH2']);
});

test('a test is waited for until something arrives, or for a minute', async () => {
    const it = world();
    await it.connect('acme');
    await makeWebhook(it.context, 'acme');
    await sendTest(it.context, 'acme');
    it.later(1_000);
    assert.deepEqual(await heard(it.context, 'acme'), { isWaiting: true });
    const hear = hearing(it.store.memory, () => it.context.now().getTime());
    hear('acme', { status: 202, outcome: 'stored' });
    it.later(1_000);
    assert.deepEqual(await heard(it.context, 'acme'), { arrivedMsAgo: 1_000, isWaiting: false });
    await sendTest(it.context, 'acme');
    it.later(60_000);
    assert.equal((await heard(it.context, 'acme')).isWaiting, false);
});

test('the last delivery that was refused is told with its code, until a good one arrives', async () => {
    const it = world();
    const hear = hearing(it.store.memory, () => it.context.now().getTime());
    hear('acme', { status: 401, outcome: 'stale', code: 'WEBHOOK-STALE' });
    it.later(5_000);
    assert.deepEqual((await heard(it.context, 'acme')).refused, { code: 'WEBHOOK-STALE' });
    hear('acme', { status: 400, outcome: 'not-json', code: 'WEBHOOK-NOT-JSON' });
    assert.deepEqual((await heard(it.context, 'acme')).refused, { code: 'WEBHOOK-NOT-JSON' });
    it.later(5_000);
    hear('acme', { status: 200, outcome: 'known' });
    assert.equal((await heard(it.context, 'acme')).refused, undefined);
});

test('a word that an earlier version kept of a refusal is passed over', async () => {
    const it = world();
    await it.store.memory.set('acme', KEYS.webhookRefused, 'stale');
    assert.deepEqual(await heard(it.context, 'acme'), { isWaiting: false });
});

test('what arrived before a test says nothing of it; what is refused after it ends the waiting with its reason', async () => {
    const it = world();
    await it.connect('acme');
    await makeWebhook(it.context, 'acme');
    const hear = hearing(it.store.memory, () => it.context.now().getTime());
    hear('acme', { status: 202, outcome: 'stored' });
    it.later(5_000);
    await sendTest(it.context, 'acme');
    it.later(1_000);
    assert.deepEqual(await heard(it.context, 'acme'), { arrivedMsAgo: 6_000, isWaiting: true });
    hear('acme', { status: 401, outcome: 'wrong', code: 'WEBHOOK-WRONG' });
    it.later(1_000);
    assert.deepEqual(await heard(it.context, 'acme'), {
        ...{ arrivedMsAgo: 7_000, isWaiting: false },
        refused: { code: 'WEBHOOK-WRONG' }
    });
});

test('a refusal of before the test does not end the waiting for it', async () => {
    const it = world();
    await it.connect('acme');
    await makeWebhook(it.context, 'acme');
    const hear = hearing(it.store.memory, () => it.context.now().getTime());
    hear('acme', { status: 401, outcome: 'wrong', code: 'WEBHOOK-WRONG' });
    it.later(5_000);
    await sendTest(it.context, 'acme');
    it.later(1_000);
    assert.equal((await heard(it.context, 'acme')).isWaiting, true);
});

test('the webhook is made again after somebody deleted it in Quo, and deliveries under the key of before are still taken', async () => {
    const it = world();
    await it.connect('acme');
    await makeWebhook(it.context, 'acme');
    const [first] = it.context.connections.opened('acme')?.webhookKeys ?? [];
    it.quo.webhooks.splice(0, 1, {
        id: 'of-somebody-else',
        url: 'https://elsewhere.example',
        enabled: true,
        events: []
    });
    await makeWebhook(it.context, 'acme');
    const { webhookKeys = [], settings } = it.context.connections.opened('acme') ?? {};
    assert.equal(webhookKeys.length, 2);
    assert.equal(webhookKeys[1], first, 'the newest first');
    assert.equal(settings?.quo?.webhookId, 'WH2');
    assert.ok(
        it.quo.webhooks.some(({ id }) => id === 'of-somebody-else'),
        'and theirs is left alone'
    );
});

test('forgetting older keys leaves the newest; doing it twice, or with none, does no more', async () => {
    const it = world();
    await it.connect('acme');
    await dropOldKeys(it.context, 'acme');
    assert.deepEqual(it.context.connections.opened('acme')?.webhookKeys, []);
    const keys = [1, 2, 3].map((n) => Buffer.alloc(24, n).toString('base64'));
    for (const key of keys) await keepWebhookKey(it.context, 'acme', key);
    await dropOldKeys(it.context, 'acme');
    await dropOldKeys(it.context, 'acme');
    assert.deepEqual(it.context.connections.opened('acme')?.webhookKeys, keys.slice(-1));
});

test('two keys that are entered at once are both known', async () => {
    const it = world();
    await it.connect('acme');
    const keys = [1, 2, 3].map((n) => Buffer.alloc(24, n).toString('base64'));
    await Promise.all(keys.map((key) => keepWebhookKey(it.context, 'acme', key)));
    assert.deepEqual([...(it.context.connections.opened('acme')?.webhookKeys ?? [])].sort(), [...keys].sort());
});
