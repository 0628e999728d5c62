import assert from 'node:assert/strict';
import test from 'node:test';
import type { Fact } from '../../../src/domain/facts.ts';
import type { OpenStore } from '../../../src/store/open.ts';
import { afterDebounce, delivery, ended, link, message, view } from './builders.ts';
import { withStore } from './database.ts';

const NUMBER = '+15145550101';
const NOTE = { code: 'STORE-UNREACHABLE' } as const;

const ageDeliveries = (store: OpenStore, days: number) =>
    store.pool.query(
        `with d as (update deliveries set received_at = received_at - $1 * interval '1 day')
        update writes set at = at - $1 * interval '1 day'`,
        [days]
    );

async function settled(store: OpenStore, outcomes: Readonly<Record<string, 'done' | 'parked' | 'retry'>>) {
    for (const call of Object.keys(outcomes)) {
        await store.deliveries.accept(delivery(`d-${call}`, [ended(call)]));
    }
    await afterDebounce(store);
    await store.activities.claim('default', 100);
    await store.activities.settle(
        'default',
        Object.entries(outcomes).map(([call, outcome]) => ({
            activityKey: `call_${call}`,
            version: 1,
            outcome,
            ...(outcome !== 'done' && { error: NOTE })
        }))
    );
}

test('old deliveries go, except those of activities that are not written yet; facts stay', () =>
    withStore(async (store) => {
        await settled(store, { AC1: 'done', AC2: 'parked', AC3: 'retry' });
        const ignored = { kind: 'ignored', type: 'task', why: 'task' } as const;
        await store.deliveries.accept(delivery('d-ignored', [], { reading: ignored }));
        await ageDeliveries(store, 31);
        await store.deliveries.accept(delivery('d-young', [ended('AC4')]));
        assert.deepEqual(await store.upkeep.deleteOldDeliveries(30), { deliveries: 2, writes: 2 });
        const { rows } = await store.pool.query<{ id: string }>('select id from deliveries order by id');
        assert.deepEqual(
            rows.map(({ id }) => id),
            ['d-AC2', 'd-AC3', 'd-young']
        );
        assert.equal((await store.deliveries.counts('default')).facts, 4);
    }));

test('deliveries that an update understands are read again from their bytes', () =>
    withStore(async (store) => {
        const unknown = { kind: 'unknown', type: 'new.event', why: 'type' } as const;
        for (const id of ['d1', 'd2', 'd3'])
            await store.deliveries.accept(delivery(id, [ended(id)], { reading: unknown }));
        const read = (body: Uint8Array) => {
            const { id, facts } = JSON.parse(Buffer.from(body).toString('utf8')) as { id: string; facts: Fact[] };
            return id === 'd3' ? unknown : ({ kind: 'facts', type: 'new.event', facts } as const);
        };
        assert.deepEqual(await store.upkeep.replay('default', read), { deliveries: 3, facts: 2 });
        assert.equal((await store.deliveries.counts('default')).unknown, 1);
        assert.equal((await store.watch.history('default', 'call_d1'))?.deliveries.length, 1);
        assert.deepEqual(await store.upkeep.replay('default', read, 'all'), { deliveries: 3, facts: 0 });
    }));

test('a forgotten number leaves nothing but the ids that keep its deliveries from coming back', () =>
    withStore(async (store) => {
        const parties: Fact = { kind: 'parties', callId: 'AC1', at: '2026-11-20T17:00:00.000Z', external: [NUMBER] };
        await store.deliveries.accept(delivery('d1', [parties]));
        await store.deliveries.accept(delivery('d2', [ended('AC2'), link('AC2', 'u')]));
        await store.deliveries.accept(delivery('d3', [message('CN1', 'M1', `call me at ${NUMBER}`)]));
        await afterDebounce(store);
        await store.activities.claim('default', 10);
        const records = [{ object: 'Task', key: 'call_AC2', salesforceId: '00T2', written: true }] as const;
        await store.activities.settle('default', [
            { activityKey: 'call_AC2', version: 2, outcome: 'done', view: view({ numbers: [NUMBER] }), records }
        ]);
        await store.directory.choose('default', [{ number: NUMBER, record: '003A' }]);
        const removed = await store.upkeep.forgetNumber('default', NUMBER);
        assert.deepEqual(removed, {
            mark: removed.mark,
            activities: 2,
            facts: 3,
            deliveries: 2,
            records: [{ object: 'Task', salesforceId: '00T2' }]
        });
        assert.equal(await store.watch.history('default', 'call_AC2'), undefined);
        assert.equal((await store.watch.delivery('default', 'd1'))?.body.length, 0);
        assert.equal((await store.directory.choices('default', [NUMBER])).size, 0);
        assert.ok(
            await store.watch.history('default', 'conversation_CN1'),
            'a text that names the number is another’s'
        );
        assert.equal(await store.deliveries.accept(delivery('d1', [parties])), 'known');
        assert.equal((await store.activities.counts('default')).total, 1);
    }));

test('a parked activity that is dismissed with a note is out of sight, until something new fails', () =>
    withStore(async (store) => {
        await settled(store, { AC1: 'parked', AC2: 'parked' });
        assert.equal(await store.upkeep.dismiss('default', ['call_AC1'], 'test call'), 1);
        assert.equal((await store.activities.counts('default')).parked, 1);
        const noteOf = async () => (await store.watch.history('default', 'call_AC1'))?.activity.dismissedNote;
        assert.equal(await noteOf(), 'test call');
        assert.equal(await store.activities.retry('default', null), 1);
        await store.deliveries.accept(delivery('d2', [link('AC1', 'u')]));
        await store.activities.settle('default', [
            { activityKey: 'call_AC1', version: 2, outcome: 'parked', error: NOTE }
        ]);
        assert.equal((await store.activities.counts('default')).parked, 1);
        await store.activities.settle('default', [{ activityKey: 'call_AC1', version: 2, outcome: 'done' }]);
        assert.equal(await noteOf(), null);
    }));
