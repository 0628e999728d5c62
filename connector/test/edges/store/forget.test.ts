import assert from 'node:assert/strict';
import test from 'node:test';
import type { CallFact, Fact } from '../../../src/domain/facts.ts';
import type { OpenStore } from '../../../src/store/open.ts';
import { afterDebounce, delivery, ended, link, message, NOON, view } from './builders.ts';
import { privateStore, withStore } from './database.ts';

const NUMBER = '+15145550101';
const OTHER = '+14385550102';
const LATER = '2099-01-01T12:00:00.000Z';

const parties = (callId: string, number = NUMBER): CallFact => ({
    kind: 'parties',
    callId,
    at: NOON,
    external: [number]
});
const call = (callId: string, startedAt = NOON, number = NUMBER): readonly Fact[] => [
    ended(callId, { startedAt }),
    parties(callId, number)
];
const text = (id: string, createdAt: string): Fact => ({ ...message('CN1', id), createdAt, from: NUMBER, to: [OTHER] });

/** Every table in which the text stands somewhere. */
async function tablesWith(store: OpenStore, what: string): Promise<readonly string[]> {
    const { rows } = await store.pool.query<{ name: string }>(
        "select table_name as name from information_schema.tables where table_schema = 'public'"
    );
    const found: string[] = [];
    for (const { name } of rows) {
        // As they are opened: sealed, nothing would be found whether or not it is there.
        const opened = await store.db.rows<object>(`select * from "${name}"`);
        if (JSON.stringify(opened).includes(what)) found.push(name);
    }
    return found;
}

async function claimed(store: OpenStore) {
    await afterDebounce(store);
    return store.activities.claim('default', 100);
}

test('what was written while its number was forgotten is not kept, and told, so that it can be deleted', () =>
    withStore(async (store) => {
        for (const id of ['AC1', 'AC2']) await store.deliveries.accept(delivery(`d${id}`, call(id)));
        await store.deliveries.accept(delivery('d3', call('AC3', NOON, OTHER)));
        const held = await claimed(store);
        assert.equal(held.length, 3);
        await store.upkeep.forgetNumber('default', NUMBER, { records: true, leads: false });
        // What the pass learnt of the number meanwhile.
        await store.directory.rememberUnknown('default', [NUMBER, OTHER]);
        await store.directory.choose('default', [{ number: NUMBER, record: '003A' }]);
        const gone = await store.activities.settle(
            'default',
            held.map(({ activityKey, version }) => ({
                activityKey,
                version,
                outcome: 'done',
                view: view({ numbers: [NUMBER] }),
                records: [{ object: 'Task', key: activityKey, salesforceId: `00T${activityKey}`, written: true }]
            }))
        );
        assert.deepEqual(
            [...gone].sort((a, b) => (a.activityKey < b.activityKey ? -1 : 1)),
            [
                { activityKey: 'call_AC1', records: true, leads: false },
                { activityKey: 'call_AC2', records: true, leads: false }
            ]
        );
        const unknown = await store.db.rows<{ e164: string }>('select e164 from unknown_numbers');
        assert.deepEqual(unknown, [{ e164: OTHER }]);
        assert.equal((await store.directory.choices('default', [NUMBER])).size, 0);
        const { rows } = await store.pool.query<{ activityKey: string }>(
            'select activity_key as "activityKey" from records'
        );
        assert.deepEqual(rows, [{ activityKey: 'call_AC3' }]);
        const { rows: writes } = await store.pool.query<{ activityKey: string }>(
            'select activity_key as "activityKey" from writes'
        );
        assert.deepEqual(writes, [{ activityKey: 'call_AC3' }]);
    }));

test('late, repeated and learnt facts of a forgotten call do not bring it back, whatever they say', () =>
    withStore(async (store) => {
        await store.deliveries.accept(delivery('d1', call('AC1')));
        await store.upkeep.forgetNumber('default', NUMBER);
        assert.equal(await store.deliveries.accept(delivery('d1', call('AC1'))), 'known');
        assert.equal(await store.deliveries.accept(delivery('d2', [link('AC1', 'u')])), 'known');
        assert.deepEqual(await store.deliveries.learn('default', call('AC1')), { facts: 0, missed: 0 });
        assert.equal((await store.activities.counts('default')).total, 0);
        assert.equal((await store.watch.delivery('default', 'd2'))?.body.length, 0);
        assert.deepEqual(await tablesWith(store, NUMBER.slice(1)), []);
    }));

test('a call of a forgotten number that began before stays away though it was never heard of; a new call comes', () =>
    withStore(async (store) => {
        await store.upkeep.forgetNumber('default', NUMBER);
        await store.deliveries.accept(delivery('old', call('AC1')));
        assert.deepEqual(await store.deliveries.learn('default', call('AC2')), { facts: 0, missed: 0 });
        assert.equal((await store.activities.counts('default')).total, 0);
        await store.deliveries.accept(delivery('new', call('AC3', LATER)));
        await store.deliveries.accept(delivery('other', call('AC4', NOON, OTHER)));
        assert.deepEqual((await claimed(store)).map(({ activityKey }) => activityKey).sort(), ['call_AC3', 'call_AC4']);
    }));

test('a forgotten conversation goes on with what is written afterwards, and with nothing from before', () =>
    withStore(async (store) => {
        await store.deliveries.accept(delivery('d1', [text('M1', NOON)]));
        await store.upkeep.forgetNumber('default', NUMBER);
        await store.deliveries.accept(delivery('late', [{ ...text('M1', NOON), status: 'delivered' } as Fact]));
        assert.equal((await store.activities.counts('default')).total, 0);
        await store.deliveries.accept(delivery('new', [text('M2', LATER)]));
        const [conversation] = await claimed(store);
        assert.deepEqual(
            conversation?.facts.map((fact) => fact.kind === 'message' && fact.messageId),
            ['M2']
        );
    }));

test('what slipped in at the moment of forgetting is erased before anybody works on it', () =>
    withStore(async (store) => {
        // As if each delivery had been kept by a statement that began before the number was forgotten.
        await store.deliveries.accept(delivery('d1', call('AC1')));
        await store.deliveries.accept(delivery('d2', [link('AC2', 'u')]));
        await store.deliveries.accept(delivery('d3', [text('M1', NOON), text('M2', LATER)]));
        await store.deliveries.accept(delivery('d4', call('AC4', NOON, OTHER)));
        const { rows } = await store.pool.query('select * from deliveries');
        const kept = await store.pool.query<{ body: object }>('select to_jsonb(f) as body from facts f');
        assert.ok(rows.length === 4 && kept.rowCount === 7);
        await store.pool.query('create table before as select * from facts');
        await store.pool.query('create table activities_before as select * from activities');
        await store.upkeep.forgetNumber('default', NUMBER);
        await store.pool.query(
            `insert into facts overriding system value select * from before on conflict do nothing;
            insert into activities select * from activities_before on conflict do nothing;
            drop table before; drop table activities_before`
        );
        assert.deepEqual(
            (await claimed(store)).map(({ activityKey, facts }) => [activityKey, facts.length]).sort(),
            [
                ['call_AC2', 1],
                ['call_AC4', 2],
                ['conversation_CN1', 1]
            ],
            'of the texts only the new one is left'
        );
        assert.equal(await store.watch.history('default', 'call_AC1'), undefined);
    }));

test('an answer or a text that is the number itself belongs to whoever said it, and stays', () =>
    withStore(async (store) => {
        const jobs = [{ name: 'Message', answers: [{ question: 'Number?', value: NUMBER }] }];
        const summary: Fact = { kind: 'summary', callId: 'AC1', at: NOON, progress: 'completed', jobs };
        await store.deliveries.accept(delivery('d1', [...call('AC1', NOON, OTHER), summary]));
        await store.deliveries.accept(delivery('d2', [message('CN2', 'M1', NUMBER)]));
        assert.equal((await store.upkeep.forgetNumber('default', NUMBER)).activities, 0);
    }));

test('the report has a mark instead of the number: the same each time, another for another connection', async () => {
    const { store, another, drop } = await privateStore();
    const { mark } = await store.upkeep.forgetNumber('default', NUMBER);
    assert.match(mark, /^[\w-]{32}$/);
    assert.equal((await (await another()).upkeep.forgetNumber('default', NUMBER)).mark, mark);
    assert.notEqual((await store.upkeep.forgetNumber('other', NUMBER)).mark, mark);
    assert.notEqual((await store.upkeep.forgetNumber('default', OTHER)).mark, mark);
    await drop();
});
