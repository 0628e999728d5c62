import assert from 'node:assert/strict';
import test from 'node:test';
import { afterDebounce, delivery, ended, NOON } from './builders.ts';
import { withStore } from './database.ts';

const NUMBER = '+15145550101';
const OTHER = '+14385550102';
const NEITHER = { records: false, leads: false };

for (const [first, second] of [
    [NUMBER, OTHER],
    [OTHER, NUMBER]
] as const)
    test(`a late call of two forgotten numbers goes wherever one of them was to go (${first} first)`, () =>
        withStore(async (store) => {
            const { deliveries, upkeep, activities, pool } = store;
            await upkeep.forgetNumber('default', first, { ...NEITHER, records: true });
            await upkeep.forgetNumber('default', second, { ...NEITHER, leads: true });
            await deliveries.accept(delivery('d1', [ended('AC1', { startedAt: NOON })]));
            const parties = { kind: 'parties', callId: 'AC1', at: NOON, external: [NUMBER, OTHER] } as const;
            await deliveries.accept(delivery('d2', [parties]));
            await afterDebounce(store);
            assert.deepEqual(await activities.claim('default', 10), []);
            const { rows } = await pool.query("select records, leads from forgotten where kind = 'call'");
            assert.deepEqual(rows, [{ records: true, leads: true }]);
        }));
