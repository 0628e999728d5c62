import assert from 'node:assert/strict';
import test from 'node:test';
import type { Match } from '../../../src/domain/people/match.ts';
import type { OpenStore } from '../../../src/store/open.ts';
import { afterDebounce, delivery, ended, NOBODY, passTime, view } from './builders.ts';
import { withStore } from './database.ts';

const NUMBER = '+15145550101';

/** Written calls: one of a matched person, one of a number that nobody has. */
async function twoWritten(store: OpenStore): Promise<void> {
    const match: Match = { ...NOBODY, status: 'matched', whoId: '003A', alsoWhoIds: ['003B'], accountId: '001X' };
    await store.deliveries.accept(delivery('d1', [ended('AC1'), ended('AC2')]));
    await afterDebounce(store);
    await store.activities.claim('default', 10);
    await store.activities.settle('default', [
        {
            activityKey: 'call_AC1',
            version: 1,
            outcome: 'done',
            view: view({ numbers: [NUMBER], matchStatus: 'matched', match })
        },
        { activityKey: 'call_AC2', version: 1, outcome: 'done', view: view({ numbers: ['+1', NUMBER] }) }
    ]);
}

const claimedKeys = async (store: OpenStore) =>
    (await store.activities.claim('default', 10)).map(({ activityKey }) => activityKey).sort();

test('activities are made due by name, by number and match, by record, and by age', () =>
    withStore(async (store) => {
        await twoWritten(store);
        const { activities } = store;
        const settle = (activityKeys: readonly string[]) =>
            activities.settle(
                'default',
                activityKeys.map((activityKey) => ({ activityKey, version: 99, outcome: 'done' }))
            );
        const cases = [
            [{ activityKeys: ['call_AC2', 'call_AC9'] }, ['call_AC2']],
            [{ numbers: [NUMBER] }, ['call_AC1', 'call_AC2']],
            [{ numbers: [NUMBER], statuses: ['unmatched', 'ambiguous'] }, ['call_AC2']],
            [{ whoIds: ['003A'] }, ['call_AC1']],
            [{ whoIds: ['003B', '003Z'] }, ['call_AC1']],
            [{ whoIds: ['001X'] }, ['call_AC1']],
            [{ sinceDays: 1 }, ['call_AC1', 'call_AC2']]
        ] as const;
        for (const [which, activityKeys] of cases) {
            assert.equal(await activities.makeDue('default', which), activityKeys.length, JSON.stringify(which));
            assert.deepEqual(await claimedKeys(store), activityKeys);
            await settle(activityKeys);
        }
        assert.equal(await activities.makeDue('other', { sinceDays: 1 }), 0);
        await passTime(store, 3 * 86_400_000);
        assert.equal(await activities.makeDue('default', { sinceDays: 1 }), 0);
    }));

test('what is made due while it is being written is written again', () =>
    withStore(async (store) => {
        await twoWritten(store);
        await store.activities.makeDue('default', { activityKeys: ['call_AC1'] });
        const [claimed] = await store.activities.claim('default', 1);
        assert.ok(claimed);
        await store.activities.makeDue('default', { activityKeys: ['call_AC1'] }, { force: true });
        await store.activities.settle('default', [
            { activityKey: 'call_AC1', version: claimed.version, outcome: 'done' }
        ]);
        const [again] = await store.activities.claim('default', 1);
        assert.equal(again?.version, claimed.version + 1);
        assert.equal(again?.forced, true);
    }));

test('force lasts until it was obeyed: through a retry, not after the write', () =>
    withStore(async (store) => {
        await twoWritten(store);
        const forced: boolean[] = [];
        await store.activities.makeDue('default', { activityKeys: ['call_AC1'] }, { force: true });
        for (const outcome of ['retry', 'done', 'done'] as const) {
            const [claimed] = await store.activities.claim('default', 1);
            assert.ok(claimed);
            forced.push(claimed.forced);
            const { activityKey, version } = claimed;
            await store.activities.settle('default', [{ activityKey, version, outcome, dueInMs: 0 }]);
        }
        assert.deepEqual(forced, [true, true, false]);
    }));

test('an activity is asked about when its time has come, once for each claim, until it is answered', () =>
    withStore(async (store) => {
        await twoWritten(store);
        const { activities } = store;
        assert.deepEqual(await activities.connectionsWithAsks(), []);
        await activities.settle('default', [{ activityKey: 'call_AC1', version: 1, outcome: 'done', askInMs: 5_000 }]);
        assert.deepEqual(await activities.claimAsks('default', 10), []);
        await passTime(store, 6_000);
        assert.deepEqual(await activities.connectionsWithAsks(), ['default']);
        const asks = await activities.claimAsks('default', 10);
        assert.deepEqual(
            asks.map(({ activityKey, asks: before, facts }) => [activityKey, before, facts.length]),
            [['call_AC1', 0, 1]]
        );
        assert.deepEqual(await activities.claimAsks('default', 10), []);
        await activities.settleAsk('default', 'call_AC1', 60_000);
        await passTime(store, 61_000);
        assert.equal((await activities.claimAsks('default', 10))[0]?.asks, 1);
        await activities.settleAsk('default', 'call_AC1');
        await passTime(store, 86_400_000);
        assert.deepEqual(await activities.claimAsks('default', 10), []);
    }));

test('a question that killed its process is asked again after the lease; one that is no longer needed is not', () =>
    withStore(
        async (store) => {
            await twoWritten(store);
            const settle = (askInMs?: number) =>
                store.activities.settle('default', [
                    { activityKey: 'call_AC1', version: 1, outcome: 'done', ...(askInMs !== undefined && { askInMs }) }
                ]);
            await settle(0);
            assert.equal((await store.activities.claimAsks('default', 1)).length, 1);
            await passTime(store, 61_000);
            assert.equal((await store.activities.claimAsks('default', 1)).length, 1);
            await settle();
            await passTime(store, 61_000);
            assert.deepEqual(await store.activities.claimAsks('default', 1), []);
        },
        { leaseMs: 60_000 }
    ));
