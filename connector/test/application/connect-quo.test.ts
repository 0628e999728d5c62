import assert from 'node:assert/strict';
import { test } from 'node:test';
import { keyProgress, tryQuoKey } from '../../src/application/connections/connect-quo.ts';
import { KEY } from './fakes/quo.ts';
import { world, type World } from './fakes/world.ts';

/** What is told of the key once nothing of its test is under way any more. */
async function outcome(it: World, key: string): ReturnType<typeof keyProgress> {
    await tryQuoKey(it.context, 'acme', key);
    return keyProgress(it.context, 'acme');
}

test('a good key is kept with the numbers and users that it leads to', async () => {
    const it = world();
    await it.add('acme');
    const { state, inboxes, users } = (await outcome(it, ` ${KEY}\n`)) as Record<string, unknown>;
    assert.deepEqual([state, inboxes, users], ['done', 1, 1]);
    assert.equal(it.store.secrets.get('acme/quo-api-key'), KEY);
    assert.equal(it.context.connections.opened('acme')?.settings.quo?.name, 'Acme');
    assert.deepEqual((await it.store.memory.recall('acme', 'inboxes'))?.value, it.quo.inboxes);
});

test('a wrong key is told as refused and not kept', async () => {
    const it = world();
    await it.add('acme');
    const told = await outcome(it, 'a-wrong-key');
    assert.equal(told?.state === 'failed' && told.note.code, 'QUO-KEY');
    assert.equal(it.store.secrets.has('acme/quo-api-key'), false);
});

test('what cannot be a key is refused before Quo is asked', async () => {
    const it = world();
    await it.add('acme');
    it.quo.open = () => assert.fail('Quo was asked');
    for (const typed of ['', 'short', 'with a space in it', 'x'.repeat(501)])
        await assert.rejects(tryQuoKey(it.context, 'acme', typed), { code: 'QUO-KEY' });
});

test('while Quo does not take a new key yet, that is told with its code, on the page and in the log', async () => {
    const it = world();
    await it.add('acme');
    it.quo.isYoung = true;
    const open = it.quo.open.bind(it.quo);
    it.quo.open = (key, onWaitingForKey) => {
        const opened = open(key, onWaitingForKey);
        const organization = async (): Promise<never> => {
            await opened.subscriptions.organization();
            return new Promise(() => undefined);
        };
        return { ...opened, subscriptions: { ...opened.subscriptions, organization } };
    };
    const told = await outcome(it, KEY);
    assert.equal(told?.state === 'young' && told.note.code, 'QUO-KEY-YOUNG');
    assert.ok(it.logged.some(([, { code }]) => code === 'QUO-KEY-YOUNG'));
});

test('a test whose process died is told as interrupted after two minutes', async () => {
    const it = world();
    await it.store.memory.remember('acme', 'quo-key', { state: 'trying' });
    it.later(119_000);
    assert.deepEqual(await keyProgress(it.context, 'acme'), { state: 'trying' });
    it.later(2_000);
    assert.deepEqual(await keyProgress(it.context, 'acme'), { state: 'failed', note: { code: 'WEB-INTERRUPTED' } });
});

test('nothing is told of a key that nobody entered', async () => {
    assert.equal(await keyProgress(world().context, 'acme'), undefined);
});

test('a key of another workspace than the one that belongs here is refused', async () => {
    const it = world();
    await it.connect('acme');
    it.quo.keys.set('a-key-of-somebody-else', { id: 'OR2', name: 'Other' });
    const told = await outcome(it, 'a-key-of-somebody-else');
    assert.deepEqual(told?.state === 'failed' && told.note, { code: 'WEB-OTHER-WORKSPACE', seen: 'Acme' });
    assert.equal(it.store.secrets.get('acme/quo-api-key'), KEY);
});

test('a pair that another connection has is refused', async () => {
    const it = world();
    await it.connect('first');
    const { salesforce } = it.context.connections.opened('first')?.settings ?? {};
    await it.add('acme', { salesforce });
    const told = await outcome(it, KEY);
    assert.equal(told?.state === 'failed' && told.note.code, 'WEB-SAME-PAIR');
});

test('a key that was entered later counts, though the earlier one answers last', async () => {
    const it = world();
    await it.add('acme');
    it.quo.keys.set('an-earlier-key', { id: 'OR9' });
    let answer = (): void => {};
    const late = new Promise<void>((resolve) => (answer = resolve));
    const open = it.quo.open.bind(it.quo);
    it.quo.open = (key) => {
        const opened = open(key);
        const organization = async () => {
            if (key === 'an-earlier-key') await late;
            return opened.subscriptions.organization();
        };
        return { ...opened, subscriptions: { ...opened.subscriptions, organization } };
    };
    await tryQuoKey(it.context, 'acme', 'an-earlier-key');
    await outcome(it, KEY);
    answer();
    await new Promise((resolve) => setImmediate(resolve));
    assert.equal(it.store.secrets.get('acme/quo-api-key'), KEY);
    assert.equal(it.context.connections.opened('acme')?.settings.quo?.organizationId, 'OR1');
});

test('the key of the environment is not changed from the console', async () => {
    const it = world(
        {},
        {
            SALESFORCE_LOGIN_URL: 'https://acme.my.salesforce.com',
            SALESFORCE_CLIENT_ID: 'id',
            SALESFORCE_CLIENT_SECRET: 'secret',
            QUO_API_KEY: KEY,
            QUO_WEBHOOK_KEYS: `whsec_${Buffer.alloc(24, 7).toString('base64')}`
        }
    );
    await it.add('default');
    await assert.rejects(tryQuoKey(it.context, 'default', 'another-key-of-quo'), { code: 'WEB-FIXED' });
});
