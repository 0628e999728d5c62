import assert from 'node:assert/strict';
import { test } from 'node:test';
import { keyProgress, tryQuoKey } from '../../../src/application/connections/connect-quo.ts';
import type { KeyProgress } from '../../../src/application/connections/model.ts';
import { KEYS } from '../../../src/contracts/key-value.ts';
import { CodedError } from '../../../src/errors/errors.ts';
import { KEY, type FakeQuo } from '../fakes/quo.ts';
import { APP, world, type World } from '../fakes/world.ts';

/** A turn of the event loop: whatever was ready went on. */
const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

const progress = (it: World): Promise<KeyProgress | undefined> => keyProgress(it.context, 'acme');

interface Gate {
    readonly opened: Promise<void>;
    open(): void;
}

function gate(): Gate {
    let open = (): void => {};
    const opened = new Promise<void>((resolve) => (open = resolve));
    return { opened, open: () => open() };
}

/** Has a workspace wait at a gate before it tells its numbers, or fail there. */
function numbersBehind(quo: FakeQuo, { opened }: Gate, failure?: Error): void {
    const open = quo.open.bind(quo);
    quo.open = (key, listening) => {
        const workspace = open(key, listening);
        const inboxes = async (): ReturnType<typeof workspace.workspace.inboxes> => {
            await opened;
            if (failure !== undefined) throw failure;
            return workspace.workspace.inboxes();
        };
        return { ...workspace, workspace: { ...workspace.workspace, inboxes, users: async () => quo.users } };
    };
}

test('while a workspace is read, that is told, and nothing of it is kept before it was read whole', async () => {
    const it = world();
    await it.add('acme');
    const numbers = gate();
    numbersBehind(it.quo, numbers);
    await tryQuoKey(it.context, 'acme', KEY);
    assert.equal((await progress(it))?.state, 'loading');
    assert.equal(it.store.secrets.size, 0);
    assert.equal(it.settings('acme')['quo'], undefined);
    numbers.open();
    await turn();
    await turn();
    assert.equal((await progress(it))?.state, 'done');
    assert.equal(it.store.secrets.get('acme/quo-api-key'), KEY);
    assert.deepEqual((await it.store.memory.get('acme', KEYS.quoUsers))?.value, it.quo.users);
});

test('a workspace that breaks off while it is read leaves no key behind, and the reason is told', async () => {
    const it = world();
    await it.add('acme');
    const numbers = gate();
    numbersBehind(it.quo, numbers, new CodedError('QUO-UNREACHABLE', 'phone-numbers'));
    await tryQuoKey(it.context, 'acme', KEY);
    numbers.open();
    await turn();
    const told = await progress(it);
    assert.deepEqual(told?.state === 'failed' && told.note, { code: 'QUO-UNREACHABLE', seen: 'phone-numbers' });
    assert.equal(it.store.secrets.size, 0);
    assert.equal(it.settings('acme')['quo'], undefined);
});

test('a failure that nobody foresaw is told on the page by its kind, never by its words, and the log has them', async () => {
    const it = world();
    await it.add('acme');
    it.quo.open = () => {
        throw new RangeError('out of range');
    };
    await tryQuoKey(it.context, 'acme', KEY);
    const told = await progress(it);
    assert.deepEqual(told?.state === 'failed' && told.note, { code: 'WEB-TROUBLE', seen: 'RangeError' });
    assert.match(JSON.stringify(it.logged), /key not kept.*out of range/);
});

test('an earlier key that fails late says nothing over the later one that was kept', async () => {
    const it = world();
    await it.add('acme');
    const [late, open] = [gate(), it.quo.open.bind(it.quo)];
    it.quo.open = (key, listening) => {
        const opened = open(key, listening);
        const organization = async (): ReturnType<typeof opened.subscriptions.organization> => {
            if (key === 'an-earlier-key') await late.opened;
            return opened.subscriptions.organization();
        };
        return { ...opened, subscriptions: { ...opened.subscriptions, organization } };
    };
    await tryQuoKey(it.context, 'acme', 'an-earlier-key');
    await tryQuoKey(it.context, 'acme', KEY);
    late.open();
    await turn();
    await turn();
    assert.equal((await progress(it))?.state, 'done');
    assert.equal(it.store.secrets.get('acme/quo-api-key'), KEY);
});

test('the same key again is no other workspace and no second pair: it is tested and kept', async () => {
    const it = world();
    await it.connect('acme');
    await tryQuoKey(it.context, 'acme', KEY);
    assert.equal((await progress(it))?.state, 'done');
    assert.equal(it.store.secrets.get('acme/quo-api-key'), KEY);
});

test('a workspace may be connected to several orgs, and an org to several workspaces', async () => {
    const it = world();
    await it.connect('first');
    const { salesforce } = it.context.connections.opened('first')?.settings ?? {};
    assert.ok(salesforce);
    await it.add('acme', { salesforce: { ...salesforce, organizationId: '00D000000000002AAA' } });
    await tryQuoKey(it.context, 'acme', KEY);
    assert.equal((await progress(it))?.state, 'done', 'the same workspace, another org');
    it.quo.keys.set('a-key-of-somebody-else', { id: 'OR2', name: 'Other' });
    await it.add('third', { salesforce });
    await tryQuoKey(it.context, 'third', 'a-key-of-somebody-else');
    assert.equal((await keyProgress(it.context, 'third'))?.state, 'done', 'the same org, another workspace');
});

test('a pair that was disconnected is free for another connection', async () => {
    const it = world();
    await it.connect('first');
    const { salesforce, quo } = it.context.connections.opened('first')?.settings ?? {};
    assert.ok(salesforce && quo);
    await it.add('first', { quo: { ...quo, connected: false } });
    await it.add('acme', { salesforce });
    await tryQuoKey(it.context, 'acme', KEY);
    assert.equal((await progress(it))?.state, 'done');
});

test('what an environment no longer uses of the connection called default keeps no pair from being made', async () => {
    const environment = {
        ...{ SALESFORCE_LOGIN_URL: 'https://acme.my.salesforce.com', SALESFORCE_CLIENT_ID: 'id' },
        ...{ SALESFORCE_CLIENT_SECRET: 'secret', QUO_API_KEY: 'a-key-of-the-environment' },
        QUO_WEBHOOK_KEYS: `whsec_${Buffer.alloc(24, 7).toString('base64')}`
    };
    for (const [env, state] of [
        [environment, 'done'],
        [APP, 'failed']
    ] as const) {
        const it = world({}, env);
        await it.connect('default');
        const { salesforce } = it.context.connections.opened('default')?.settings ?? {};
        await it.add('acme', { salesforce });
        await tryQuoKey(it.context, 'acme', KEY);
        assert.equal((await progress(it))?.state, state);
    }
});

test('a key that is refused leaves the connection as it was, and the key that worked goes on working', async () => {
    const it = world();
    await it.connect('acme');
    const before = it.settings('acme');
    await tryQuoKey(it.context, 'acme', 'a-revoked-key-of-before');
    const told = await progress(it);
    assert.equal(told?.state === 'failed' && told.note.code, 'QUO-KEY');
    assert.deepEqual(it.settings('acme'), before);
    assert.equal(it.store.secrets.get('acme/quo-api-key'), KEY);
    assert.ok(it.context.connections.get('acme'));
});

test('the outcome of a test is told for as long as nobody tries another key', async () => {
    const it = world();
    await it.add('acme');
    await tryQuoKey(it.context, 'acme', KEY);
    it.later(30 * 24 * 3_600_000);
    assert.equal((await progress(it))?.state, 'done');
    await tryQuoKey(it.context, 'acme', 'a-wrong-key');
    it.later(30 * 24 * 3_600_000);
    assert.equal((await progress(it))?.state, 'failed');
});
