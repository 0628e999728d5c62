import assert from 'node:assert/strict';
import { test } from 'node:test';
import { requestQueue } from '../../../src/quo/request-queue.ts';
import { quoBudget } from '../../../src/store/quo-contacts/quo-budget.ts';
import { withStore } from '../store/database.ts';

const HOUR = 3_600_000;

for (const lane of ['ringing', 'calls'] as const)
    test(`a clock that is set back by an hour does not hold up what is asked of Quo (${lane})`, async (t) => {
        let offset = 0;
        const real = Date.now.bind(Date);
        t.mock.method(Date, 'now', () => real() + offset);
        const queue = requestQueue(9);
        let answered = 0;
        const ask = () => queue.run(lane, async () => void (answered += 1));
        await Promise.all(Array.from({ length: 9 }, ask));
        offset = -HOUR;
        await Promise.all(Array.from({ length: 9 }, ask));
        assert.equal(answered, 18);
    });

test('places that were taken before the database’s clock was set back are free', () =>
    withStore(async (store) => {
        const budget = quoBudget(store.db, 'key', { perSecond: 2 });
        (await budget.take('calls'))();
        await store.pool.query(`update quo_slots set free_at = clock_timestamp() + interval '1 hour'`);
        await budget.take('calls');
        await store.pool.query(`update quo_slots set free_at = clock_timestamp() + interval '1 hour'`);
        budget.spent();
        const taken = await budget.take('full', AbortSignal.timeout(5_000)).catch(() => undefined);
        assert.equal(taken, undefined, 'two places are left free for whoever is more urgent');
        await budget.take('calls');
    }));
