import { KEYS } from '../../src/contracts/key-value.ts';
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { check, checks } from '../../src/application/connections/check-connection.ts';
import { OrgUnavailable } from '../../src/contracts/salesforce.ts';
import { KEY } from './fakes/quo.ts';
import { deliver, healthy, lines } from './fakes/checked.ts';
import { world } from './fakes/world.ts';

test('where everything is right, every line says so', async () => {
    const it = await healthy();
    assert.deepEqual(await lines(it), {
        'sign-in': 'ok',
        quo: 'ok',
        users: 'ok',
        webhook: 'ok',
        listening: 'ok',
        clock: 'ok'
    });
});

test('a connection that has neither org nor workspace is told what comes first', async () => {
    const it = world();
    await it.add('acme');
    it.quo.time = it.context.now().getTime();
    assert.deepEqual(await lines(it), {
        'sign-in': 'SF-NOT-CONNECTED',
        quo: 'WEB-NOT-WHOLE',
        users: 'WEB-NOT-WHOLE',
        webhook: 'WEB-WEBHOOK-ABSENT',
        clock: 'ok'
    });
});

test('the list is kept with its age; of a connection that is not there nothing is', async () => {
    const it = await healthy();
    assert.equal(await checks(it.context, 'acme'), undefined);
    await check(it.context, 'acme');
    it.later(60_000);
    assert.equal((await checks(it.context, 'acme'))?.ageMs, 60_000);
    await check(it.context, 'other');
    assert.equal(await checks(it.context, 'other'), undefined);
});

test('the webhook is judged in the order in which it can go wrong', async () => {
    const it = await healthy();
    const [made] = it.quo.webhooks.splice(0);
    assert.ok(made);
    assert.equal((await lines(it))['webhook'], 'WEB-WEBHOOK-ABSENT');
    it.quo.webhooks.push({ ...made, enabled: false });
    assert.equal((await lines(it))['webhook'], 'WEB-WEBHOOK-OFF');
    it.quo.webhooks.splice(0, 1, made);
    it.later(10_000);
    deliver(it, { status: 401, outcome: 'wrong', code: 'WEBHOOK-WRONG' });
    assert.equal((await lines(it))['webhook'], 'WEBHOOK-WRONG');
    await it.store.memory.delete('acme', KEYS.webhookRefused);
    await it.store.memory.delete('acme', KEYS.webhookArrived);
    assert.equal((await lines(it))['webhook'], 'WEB-WEBHOOK-SILENT');
});

test('a webhook that Quo may not be asked about is judged by what arrives', async () => {
    const it = await healthy();
    it.quo.webhooks.splice(0);
    const open = it.quo.open.bind(it.quo);
    it.quo.open = (key) => {
        const opened = open(key);
        return { ...opened, subscriptions: { ...opened.subscriptions, list: () => Promise.reject(new Error('403')) } };
    };
    it.quo.keys.set('another-key-of-it', { id: 'OR1' });
    it.store.secrets.set('acme/quo-api-key', 'another-key-of-it');
    await it.add('acme', { name: 'reopened' });
    assert.equal((await lines(it))['webhook'], 'ok');
});

test('an address that Quo cannot reach is told before anything else of the webhook', async () => {
    const it = await healthy();
    const context = { ...it.context, publicUrl: () => 'http://localhost:8080' };
    await check(context, 'acme');
    const line = (await checks(context, 'acme'))?.lines.find(({ id }) => id === 'webhook');
    assert.deepEqual(line?.note, { code: 'WEB-ADDRESS', seen: 'http://localhost:8080' });
});

test('a clock is wrong from a minute on, fast or slow; one that cannot be compared is a warning', async () => {
    const it = await healthy();
    const now = it.context.now().getTime();
    for (const [offMs, state] of [
        [59_000, 'ok'],
        [-59_000, 'ok'],
        [60_000, 'WEB-CLOCK'],
        [-60_000, 'WEB-CLOCK']
    ] as const) {
        it.quo.time = now + offMs;
        assert.equal((await lines(it))['clock'], state, String(offMs));
    }
    it.quo.time = undefined;
    assert.equal((await lines(it))['clock'], 'ok');
    it.quo.time = new Error('down');
    assert.equal((await lines(it))['clock'], 'QUO-UNREACHABLE');
});

test('people of Quo who are nobody in Salesforce are named, five of them at most', async () => {
    const it = await healthy();
    it.quo.users = Array.from({ length: 7 }, (_, n) => ({ id: `US${n}`, email: `nobody${n}@acme.example` }));
    await check(it.context, 'acme');
    const line = (await checks(it.context, 'acme'))?.lines.find(({ id }) => id === 'users');
    assert.equal(line?.note?.code, 'WEB-USERS-UNMAPPED');
    assert.equal(line.note.seen?.split(', ').length, 5);
    assert.match(line.note.seen ?? '', / …$/);
});

test('a refused key and an org that is down each fail their own line, and the others are still looked at', async () => {
    const it = await healthy();
    it.quo.keys.delete(KEY);
    it.salesforce.administration.users = () =>
        Promise.reject(new OrgUnavailable('limit', { code: 'SF-LIMIT', seen: 'x' }));
    const found = await lines(it);
    assert.deepEqual([found['quo'], found['users'], found['clock']], ['QUO-KEY', 'SF-LIMIT', 'ok']);
});
