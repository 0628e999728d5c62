import assert from 'node:assert/strict';
import { test } from 'node:test';
import { listenersOfOrgs } from '../../../src/application/rights/listeners.ts';
import { CodedError } from '../../../src/errors/errors.ts';
import { world } from '../fakes/world.ts';

const MINUTE = 60_000;

async function listeners() {
    const it = world({ activities: { makeDue: async () => 0 } });
    await it.connect('acme');
    let [userIds, asked]: [readonly string[] | 'away', number] = [['LUC'], 0];
    it.salesforce.administration.listeners = async () => {
        asked += 1;
        if (userIds === 'away') throw new CodedError('SF-UNREACHABLE', '503');
        return { userIds, seesFrozen: true };
    };
    await it.context.connections.refresh();
    const of = listenersOfOrgs(it.context);
    return {
        ...{ ...it, of },
        asked: () => asked,
        answers: (next: typeof userIds) => void (userIds = next)
    };
}

test('somebody whom the org did not name is asked for again, at most every half minute', async () => {
    const it = await listeners();
    await it.of.of('acme', 'LUC');
    it.answers(['LUC', 'SARA']);
    assert.deepEqual((await it.of.of('acme', 'SARA'))?.userIds, ['LUC'], 'it was asked this very moment');
    it.later(MINUTE / 2);
    assert.deepEqual((await it.of.of('acme', 'SARA'))?.userIds, ['LUC', 'SARA']);
    it.later(MINUTE / 2);
    await it.of.of('acme', 'LUC');
    assert.equal(it.asked(), 2, 'for whoever is named, nothing is asked');
});

test('an org without anybody listening is asked once an hour', async () => {
    const it = await listeners();
    for (const wait of [0, 59 * MINUTE, MINUTE]) {
        it.later(wait);
        await it.of.look();
    }
    assert.equal(it.asked(), 2);
});

test('a connection that is not there has no listeners, and an org that is away is told in the log', async () => {
    const it = await listeners();
    assert.equal(await it.of.of('none'), undefined);
    it.answers('away');
    assert.equal(await it.of.of('acme'), undefined);
    assert.deepEqual(
        it.logged.filter(([event]) => event === 'listeners not read').map(([, data]) => data['connection']),
        ['acme']
    );
});
