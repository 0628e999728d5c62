import assert from 'node:assert/strict';
import test from 'node:test';
import type { Candidate, Match } from '../../../src/domain/people/match.ts';
import type { OpenStore } from '../../../src/store/open.ts';
import { afterDebounce, delivery, ended, link, NOBODY, NOON, passTime, view } from './builders.ts';
import { withStore } from './database.ts';

const NOTE = { code: 'STORE-UNREACHABLE', seen: 'no route' } as const;
const NUMBER = '+15145550101';
const TASK = { object: 'Task', key: 'call_AC1', salesforceId: '00T1', written: true } as const;
const who = (id: string): Candidate => ({ id, object: 'Contact', name: id });

async function received(store: OpenStore, ...calls: readonly string[]): Promise<void> {
    for (const call of calls) await store.deliveries.accept(delivery(`d-${call}`, [ended(call)]));
    await afterDebounce(store);
    await store.activities.claim('default', 100);
}

test('the history of an activity has every delivery, its match, and every write with Salesforce’s answer', () =>
    withStore(async (store) => {
        await received(store, 'AC1');
        const settle = (more: object) =>
            store.activities.settle('default', [{ activityKey: 'call_AC1', version: 1, outcome: 'retry', ...more }]);
        await settle({ error: NOTE });
        await settle({ records: [{ object: 'Task', key: 'call_AC1', error: NOTE }], outcome: 'parked', error: NOTE });
        await settle({
            records: [{ ...TASK, prints: { Subject: 'a1', Description: 'd1' } }],
            view: view({ title: 'Appel' })
        });
        await settle({ records: [{ ...TASK, prints: { Subject: 'a1', Description: 'd2' } }] });
        await settle({ records: [{ ...TASK, gone: true }] });
        await store.deliveries.accept(delivery('late', [ended('AC1'), link('AC1', 'u')]));

        const history = await store.watch.history('default', 'call_AC1');
        assert.ok(history);
        assert.equal(history.activity.title, 'Appel');
        assert.deepEqual(
            history.deliveries.map(({ id, eventId }) => [id, eventId]),
            [
                ['d-AC1', 'EVd-AC1'],
                ['late', 'EVlate']
            ]
        );
        assert.equal(history.facts.length, 2);
        assert.deepEqual(history.records, []);
        assert.deepEqual(
            history.writes.map(({ answer, changed, error, salesforceId }) => [
                answer,
                changed,
                error?.code,
                salesforceId
            ]),
            [
                ['failed', [], 'STORE-UNREACHABLE', null],
                ['refused', [], 'STORE-UNREACHABLE', null],
                ['written', ['Description', 'Subject'], undefined, '00T1'],
                ['written', ['Description'], undefined, '00T1'],
                ['removed', [], undefined, '00T1']
            ]
        );
        assert.equal(await store.watch.history('other', 'call_AC1'), undefined);
    }));

test('a refusal keeps what was written before; the next write clears it', () =>
    withStore(async (store) => {
        await received(store, 'AC1');
        const fields = { Subject: 'a' };
        const settle = (record: object) =>
            store.activities.settle('default', [
                { activityKey: 'call_AC1', version: 1, outcome: 'done', records: [{ ...TASK, ...record }] }
            ]);
        const records = async () => (await store.watch.history('default', 'call_AC1'))?.records;
        const known = { object: 'Task', key: 'call_AC1', salesforceId: '00T1', fingerprint: 'f1', fields };
        await settle({ fingerprint: 'f1', fields });
        await settle({ salesforceId: undefined, written: false, error: NOTE });
        assert.deepEqual(await records(), [{ ...known, error: NOTE }]);
        await settle({ fingerprint: 'f2', fields });
        assert.deepEqual(await records(), [{ ...known, fingerprint: 'f2' }]);
    }));

test('received, matched and written are counted by inbox and hour', () =>
    withStore(async (store) => {
        await received(store, 'AC1', 'AC2', 'AC3');
        const now = new Date().toISOString();
        const matched = view({ inboxId: 'PN1', matchStatus: 'matched', startedAt: now });
        await store.activities.settle('default', [
            { activityKey: 'call_AC1', version: 1, outcome: 'done', view: matched, records: [TASK] },
            {
                activityKey: 'call_AC2',
                version: 1,
                outcome: 'parked',
                error: NOTE,
                view: view({ inboxId: 'PN1', startedAt: now })
            },
            {
                activityKey: 'call_AC3',
                version: 1,
                outcome: 'done',
                view: view({ inboxId: 'PN1', startedAt: '2020-01-01T00:00:00Z' })
            }
        ]);
        const hour = `${now.slice(0, 13)}:00:00.000Z`;
        assert.deepEqual(await store.watch.flow('default', 24), [
            { hour, inbox: 'PN1', received: 2, matched: 1, written: 1, parked: 1 }
        ]);
    }));

test('what is parked is grouped by its reason, and what waits longest comes first', () =>
    withStore(async (store) => {
        await received(store, 'AC1', 'AC2');
        await store.activities.settle('default', [
            { activityKey: 'call_AC1', version: 1, outcome: 'parked', error: NOTE },
            { activityKey: 'call_AC2', version: 1, outcome: 'parked', error: NOTE }
        ]);
        await received(store, 'AC3');
        await passTime(store, 60_000);
        await received(store, 'AC4');
        const [group, ...others] = await store.watch.parkedGroups('default');
        assert.deepEqual([group?.code, group?.count, group?.seen, others], ['STORE-UNREACHABLE', 2, 'no route', []]);
        const parked = await store.watch.parked('default', { code: 'STORE-UNREACHABLE' });
        assert.deepEqual(parked.map(({ activityKey }) => activityKey).sort(), ['call_AC1', 'call_AC2']);
        assert.deepEqual(await store.watch.parked('default', { code: 'STORE-VERSION' }), []);
        const waiting = await store.watch.oldestWaiting('default');
        assert.deepEqual(
            waiting.map(({ activityKey, waitingForMs }) => [activityKey, waitingForMs >= 60_000]),
            [
                ['call_AC3', true],
                ['call_AC4', false]
            ]
        );
    }));

test('what one rule of the org refused is one group, and another rule’s another', () =>
    withStore(async (store) => {
        await received(store, 'AC1', 'AC2', 'AC3');
        const rules = ['Choose a country', 'A phone has ten digits', 'Choose a country'];
        await store.activities.settle(
            'default',
            rules.map((seen, n) => ({
                activityKey: `call_AC${n + 1}`,
                version: 1,
                outcome: 'parked' as const,
                error: { code: 'SF-LEAD-REFUSED' as const, seen }
            }))
        );
        const groups = await store.watch.parkedGroups('default');
        assert.deepEqual(
            groups.map(({ rule, count }) => [rule, count]),
            [
                ['Choose a country', 2],
                ['A phone has ten digits', 1]
            ]
        );
        const ofRule = { code: 'SF-LEAD-REFUSED', rule: 'Choose a country' } as const;
        const parked = await store.watch.parked('default', ofRule);
        assert.deepEqual(parked.map(({ activityKey }) => activityKey).toSorted(), ['call_AC1', 'call_AC3']);
    }));

test('numbers of several people and people entered twice are listed with their records', () =>
    withStore(async (store) => {
        await received(store, 'AC1', 'AC2');
        const others = [who('003A'), who('003B')];
        const reason = { code: 'ambiguous', number: NUMBER, others } as const;
        const one: Match = { status: 'ambiguous', reason, duplicates: [] };
        const parts = [{ code: 'nobody', number: '+1' }, reason] as const;
        const group: Match = { status: 'ambiguous', reason: { code: 'group', parts }, duplicates: [others] };
        await store.activities.settle('default', [
            {
                activityKey: 'call_AC1',
                version: 1,
                outcome: 'done',
                view: view({ matchStatus: 'ambiguous', match: one })
            },
            {
                activityKey: 'call_AC2',
                version: 1,
                outcome: 'done',
                view: view({ matchStatus: 'ambiguous', match: group })
            }
        ]);
        const [ambiguous, ...more] = await store.watch.ambiguousNumbers('default');
        assert.deepEqual(
            [ambiguous?.number, ambiguous?.activities, ambiguous?.candidates, more],
            [NUMBER, 2, others, []]
        );
        assert.deepEqual(await store.watch.duplicates('default'), [{ candidates: others, activities: 1 }]);
    }));

test('a number that a field only may mean is among those that a person is to decide', () =>
    withStore(async (store) => {
        const match: Match = {
            status: 'ambiguous',
            reason: { code: 'possible', number: NUMBER, others: [who('003A')] },
            duplicates: []
        };
        await received(store, 'AC1');
        await store.activities.settle('default', [
            { activityKey: 'call_AC1', version: 1, outcome: 'done', view: view({ matchStatus: 'ambiguous', match }) }
        ]);
        const [row] = await store.watch.ambiguousNumbers('default');
        assert.deepEqual([row?.number, row?.candidates], [NUMBER, [who('003A')]]);
    }));

test('Tasks without an owner of their own are listed', () =>
    withStore(async (store) => {
        await received(store, 'AC1');
        const records = [
            { ...TASK, fields: { Subject: 'a' } },
            { ...TASK, key: 'other', salesforceId: '00T2', fields: { OwnerId: '005' } }
        ];
        await store.activities.settle('default', [{ activityKey: 'call_AC1', version: 1, outcome: 'done', records }]);
        const unowned = await store.watch.unownedTasks('default');
        assert.deepEqual(
            unowned.map(({ salesforceId }) => salesforceId),
            ['00T1']
        );
    }));

test('activities are listed newest first, by state, inbox and number', () =>
    withStore(async (store) => {
        await received(store, 'AC1', 'AC2');
        const early = view({ startedAt: NOON, inboxId: 'PN1', numbers: [NUMBER], match: NOBODY });
        const late = view({ startedAt: '2026-11-20T18:00:00.000Z', matchStatus: 'matched' });
        await store.activities.settle('default', [
            { activityKey: 'call_AC1', version: 1, outcome: 'done', view: early },
            { activityKey: 'call_AC2', version: 1, outcome: 'done', view: late }
        ]);
        const activityKeys = async (filter: object) =>
            (await store.watch.activities('default', filter)).map(({ activityKey }) => activityKey);
        assert.deepEqual(await activityKeys({}), ['call_AC2', 'call_AC1']);
        assert.deepEqual(await activityKeys({ status: 'matched' }), ['call_AC2']);
        assert.deepEqual(await activityKeys({ inbox: 'PN1', number: NUMBER, kind: 'call' }), ['call_AC1']);
        assert.equal((await store.watch.activities('default'))[1]?.startedAt, NOON);
    }));
