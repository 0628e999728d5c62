import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import type { Fact } from '../../../src/domain/facts.ts';
import type { Delivery } from '../../../src/contracts/store.ts';
import type { OpenStore } from '../../../src/store/open.ts';
import { afterDebounce, delivery, ended, link, message, NOON, riverOf } from './builders.ts';
import { privateStore, withStore } from './database.ts';

const { store: shared, another } = await privateStore();

const acceptAll = (store: OpenStore, deliveries: readonly Delivery[]) =>
    Promise.all(deliveries.map((one) => store.deliveries.accept(one)));

test('a delivery is stored once, and known ever after', () =>
    withStore(async (store) => {
        const one = delivery('d1', [ended('AC1')]);
        assert.equal(await store.deliveries.accept(one), 'stored');
        assert.equal(await store.deliveries.accept(one), 'known');
        assert.deepEqual(await acceptAll(store, [one, one]), ['known', 'known']);
        assert.deepEqual(await store.deliveries.counts('default'), { received: 1, facts: 1, ignored: 0, unknown: 0 });
    }));

test('of one delivery sent twice in the same moment, one is stored and the other known', () =>
    withStore(async (store) => {
        const one = delivery('d1', [ended('AC1')]);
        const answers = await acceptAll(store, [one, one, one]);
        assert.deepEqual(answers.toSorted(), ['known', 'known', 'stored']);
    }));

test('the bytes are kept exactly as they came, and one connection never sees another’s', () =>
    withStore(async (store) => {
        const body = Buffer.from([0, 255, 0xed, 0xa0, 0x80, 10, 13]);
        await store.deliveries.accept(delivery('d1', [], { body }));
        await store.deliveries.accept(delivery('d1', [], { body: Buffer.from('{}'), connection: 'other' }));
        assert.deepEqual(Buffer.from((await store.watch.delivery('default', 'd1'))?.body ?? []), body);
        assert.equal((await store.deliveries.counts('other')).received, 1);
    }));

test('any text is kept: NUL and lone surrogates as U+FFFD, everything else faithfully', () =>
    withStore(async (store) => {
        const text = 'a\u0000b\ud800c\\u0000 😀 \u202Eתודה\\';
        const fact = message('CN1', 'M1', text);
        assert.equal(await store.deliveries.accept(delivery('d1', [fact])), 'stored');
        await afterDebounce(store);
        const [claimed] = await store.activities.claim('default', 1);
        assert.equal((claimed?.facts[0] as typeof fact).text, 'a\uFFFDb\uFFFDc\\u0000 😀 \u202Eתודה\\');
    }));

test('a fact told by another delivery changes nothing: the activity is not made due again', () =>
    withStore(async (store) => {
        await store.deliveries.accept(delivery('d1', [ended('AC1')]));
        await afterDebounce(store);
        const [claimed] = await store.activities.claim('default', 1);
        assert.ok(claimed);
        await store.activities.settle('default', [
            { activityKey: claimed.activityKey, version: claimed.version, outcome: 'done' }
        ]);
        assert.equal(await store.deliveries.accept(delivery('d2', [ended('AC1')])), 'stored');
        assert.deepEqual(await store.deliveries.learn('default', [ended('AC1')]), { facts: 0, missed: 0 });
        await afterDebounce(store);
        assert.deepEqual(await store.activities.claim('default', 1), []);
    }));

test('facts of Quo’s API make their activity due like those of a webhook', () =>
    withStore(async (store) => {
        const learnt = await store.deliveries.learn('default', [ended('AC1'), link('AC1', 'u'), ended('AC1')]);
        assert.deepEqual(learnt, { facts: 2, missed: 1 });
        await afterDebounce(store);
        const [claimed] = await store.activities.claim('default', 1);
        assert.equal(claimed?.facts.length, 2);
    }));

test('a contact of Quo’s directory is kept as a fact and makes no activity', () =>
    withStore(async (store) => {
        const fact: Fact = {
            kind: 'contact',
            change: 'deleted',
            contactId: 'c1',
            at: NOON,
            emails: [],
            phoneNumbers: []
        };
        await store.deliveries.accept(delivery('d1', [fact]));
        assert.equal((await store.deliveries.counts('default')).facts, 1);
        assert.equal((await store.activities.counts('default')).total, 0);
    }));

test('what was not understood is kept and counted', () =>
    withStore(async (store) => {
        await store.deliveries.accept(delivery('d1', [], { reading: { kind: 'ignored', type: 'task', why: 'task' } }));
        await store.deliveries.accept(delivery('d2', [], { reading: { kind: 'unknown', type: 'new', why: 'shape' } }));
        assert.deepEqual(await store.deliveries.counts('default'), { received: 2, facts: 0, ignored: 1, unknown: 1 });
    }));

test('one delivery that the database refuses does not take its neighbours with it', () =>
    withStore(async (store) => {
        const bad = delivery('bad', [], { scheme: null as unknown as 'openphone' });
        const answers = await Promise.allSettled(
            [delivery('d1', [ended('AC1')]), bad, delivery('d2', [ended('AC2')])].map((one) =>
                store.deliveries.accept(one)
            )
        );
        assert.deepEqual(
            answers.map(({ status }) => status),
            ['fulfilled', 'rejected', 'fulfilled']
        );
        assert.equal((await store.deliveries.counts('default')).received, 2);
    }));

test('any order and repetition of the same deliveries, through two processes, leaves the same activities and facts', async () => {
    const second = await another();
    const facts: readonly Fact[] = ['AC1', 'AC2', 'AC3'].flatMap((id) => [
        ended(id),
        link(id, `https://my.quo.com/${id}`),
        { kind: 'answered', callId: id, at: NOON, answeredBy: 'US1' }
    ]);
    const all = facts.map((fact, i) => delivery(`d${i}`, [fact, facts[(i + 1) % facts.length] ?? fact]));
    const rivers = new Set<string>();
    const order = fc.shuffledSubarray([...all, ...all, ...all.slice(0, 4)], { minLength: all.length * 2 + 4 });
    await fc.assert(
        fc.asyncProperty(order, async (deliveries) => {
            await shared.pool.query('truncate deliveries, facts, activities');
            await Promise.all(deliveries.map((one, i) => (i % 2 === 0 ? shared : second).deliveries.accept(one)));
            rivers.add(await riverOf(shared));
        }),
        { numRuns: 25 }
    );
    assert.equal(rivers.size, 1);
});
