import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { workingDay } from 'sandbox-day/day.ts';
import type { Instance } from 'sandbox-day/instance.ts';
import { loadPeople } from 'sandbox-day/people.ts';
import { receiver, simulatedQuo, type Json } from './simulated-quo.ts';

const FROM = Date.parse('2026-11-23T13:00:00Z');
const day = (seed: number, activities = 190): Instance[] => workingDay({ seed, fromMs: FROM, activities });
const size = (instances: readonly Instance[]): number =>
    instances.reduce((sum, one) => sum + Object.keys(one.scenario.activities).length, 0);

test('a day has about as many calls and texts as asked, within ten hours, in order', () => {
    fc.assert(
        fc.property(fc.integer({ min: 1, max: 1_000 }), fc.integer({ min: 10, max: 400 }), (seed, activities) => {
            const instances = day(seed, activities);
            assert.ok(Math.abs(size(instances) - activities) <= 25, String(size(instances)));
            const times = instances.map((one) => one.startMs);
            assert.deepEqual(times, times.toSorted());
            assert.ok(times.every((ms) => ms >= FROM && ms < FROM + 10 * 3_600_000));
        }),
        { numRuns: 25 }
    );
});

test('the same seed makes the same day, another one another', () => {
    assert.deepEqual(day(7), day(7));
    assert.notDeepEqual(
        day(7).map((one) => one.key),
        day(8).map((one) => one.key)
    );
});

test('no two instances make the same ids, and nobody’s texts run into another scenario’s', () => {
    const instances = day(1, 300);
    assert.equal(new Set(instances.map((one) => one.key)).size, instances.length);
    const conversations = instances.flatMap(({ scenario, swaps }) => {
        const texts = Object.values(scenario.activities).flatMap((activity) =>
            activity.kind === 'message'
                ? [`${activity.inbox}/${activity.who.map((who) => swaps[who] ?? who).join()}`]
                : []
        );
        return [...new Set(texts)];
    });
    assert.equal(new Set(conversations).size, conversations.length);
});

test('who stands in is of the same kind, and special people are themselves', () => {
    const people = loadPeople();
    for (const { swaps } of day(3)) {
        for (const [name, other] of Object.entries(swaps)) {
            if (!people[name]) continue;
            assert.equal(people[other]?.kind, people[name].kind);
            assert.notEqual(people[name].kind, 'special');
        }
    }
});

test('a scenario that needs a choice of the admin’s is not part of a day', () => {
    for (const { scenario } of day(1)) assert.deepEqual(scenario.expect.preferences, {});
});

test(
    'a whole day is told, acknowledged but for what was lost, and known to the API',
    { timeout: 30_000 },
    async (t) => {
        const quo = await simulatedQuo(t, { now: Date.now, keys: ['sandbox-key'], retryScale: 0.001 });
        const hook = await receiver(t);
        for (const apiVersion of ['2026-03-30', 'v4', 'v3', 'v2']) {
            await quo.control('POST', '/webhooks', { url: hook.url, apiVersion });
        }
        const request = { day: true, seconds: 1, shuffle: 50, delay: { share: 0.1, ms: 200 }, wait: true };
        await quo.control('POST', '/play', request);
        await t.waitFor(
            async () => {
                const { body } = await quo.control('GET', '/play');
                const lost = (body.dropped as unknown[]).length;
                assert.equal(body.unrouted, 0);
                assert.equal(body.pending, 0);
                assert.equal(body.acknowledged, Number(body.events) - lost);
                assert.ok(lost > 0);
                assert.ok(Number(body.attempts) > Number(body.sent), 'something was sent again');
            },
            { interval: 100, timeout: 10_000 }
        );
        const { body } = await quo.control('GET', '/play');
        const calls = (body.played as { activities: Record<string, Json> }[])
            .flatMap((one) => Object.values(one.activities))
            .filter((one) => one.kind === 'call');
        const answer = await quo.api('/calls?limit=50');
        assert.equal((answer.body.data as unknown[]).length, 50);
        assert.ok(calls.length > 50, 'more than a page');
    }
);
