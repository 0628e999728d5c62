import assert from 'node:assert/strict';
import fc from 'fast-check';
import { test } from 'node:test';
import { monitoringUseCases } from '../../../src/application/monitoring/monitoring.ts';
import { KEYS } from '../../../src/contracts/key-value.ts';
import type { Usage } from '../../../src/contracts/monitoring.ts';
import { QUIET } from '../fakes/watched.ts';
import { world } from '../fakes/world.ts';

const NOW = Date.parse('2026-11-20T17:00:00.000Z');
const hour = (ago: number): string => new Date(NOW - ago * 3_600_000).toISOString();

/** What is told of the allowance of a connection whose day was so. */
async function usage(used: number, byHour: Usage['byHour'] = [], apiBudget?: number): Promise<Usage> {
    const it = world({ watch: { ...QUIET, usageByHour: async () => byHour }, allowance: { used: async () => used } });
    await it.connect('acme', { preferences: apiBudget === undefined ? {} : { apiBudget } });
    return (await monitoringUseCases(it.context).health('acme', 24)).usage;
}

test('the budget is spent freely, then saved from four fifths on, then stops', async () => {
    for (const [used, state] of [
        [0, 'free'],
        [799, 'free'],
        [800, 'saving'],
        [999, 'saving'],
        [1_000, 'stopped'],
        [5_000, 'stopped']
    ] as const)
        assert.equal((await usage(used, [], 1_000)).state, state, String(used));
});

test('a forecast is never below what is spent already, whatever the hours were', async () => {
    const hours = fc.array(fc.record({ ago: fc.integer({ min: 0, max: 30 }), calls: fc.nat(5_000) }), {
        maxLength: 12
    });
    await fc.assert(
        fc.asyncProperty(fc.nat(20_000), hours, async (used, seen) => {
            const { forecast } = await usage(
                used,
                seen.map(({ ago, calls }) => ({ hour: hour(ago), calls }))
            );
            const lately = seen.filter(({ ago }) => ago <= 3).reduce((sum, { calls }) => sum + calls, 0);
            assert.equal(forecast, Math.max(used, lately * 8));
        }),
        { numRuns: 30 }
    );
});

test('without hours nothing more is expected than what is spent', async () => {
    assert.equal((await usage(42)).forecast, 42);
});

test('what the org said of its own allowance is told beside ours', async () => {
    const it = world({ watch: QUIET });
    await it.store.memory.set('acme', KEYS.orgAllowance, { used: 12_000, limit: 15_000 });
    await it.connect('acme');
    const { usage: told } = await monitoringUseCases(it.context).health('acme', 24);
    assert.deepEqual([told.org, told.budget], [{ used: 12_000, limit: 15_000 }, 1_500]);
});

test('everything that is counted is of the one connection that was asked about, for as many hours as was asked', async () => {
    const asked: unknown[] = [];
    const note =
        <T>(name: string, value: T) =>
        async (id: string, ...more: readonly unknown[]): Promise<T> => {
            asked.push([name, id, ...more]);
            return value;
        };
    const it = world({
        watch: {
            ...QUIET,
            flow: note('flow', []),
            oldestWaiting: note('waiting', []),
            parkedGroups: note('parked', []),
            unread: note('unread', []),
            countKept: note('kept', 7),
            usageByHour: note('usage', [])
        },
        directory: { counts: note('people', { people: 3, numbers: 5 }) },
        deliveries: { counts: note('deliveries', { received: 9, facts: 6, ignored: 2, unknown: 1 }) }
    });
    await it.add('acme');
    await it.store.memory.set('acme', KEYS.fieldsNotFiltered, ['Contact.Phone']);
    const health = await monitoringUseCases(it.context).health('acme', 48);
    assert.deepEqual([health.kept, health.people, health.deliveries.received], [7, { people: 3, numbers: 5 }, 9]);
    assert.deepEqual(health.notFiltered, ['Contact.Phone']);
    assert.ok(asked.every((one) => Array.isArray(one) && one[1] === 'acme'));
    assert.deepEqual(
        asked.find((one) => Array.isArray(one) && one[0] === 'flow'),
        ['flow', 'acme', 48]
    );
});

test('quality tells every kind of thing to clean up, the whole count beside the first of them', async () => {
    const unreadable = [{ id: '003A', object: 'Contact', name: 'Luc', field: 'Phone', text: 'ask Luc' }];
    const unowned = [{ activityKey: 'call_AC1', title: null, salesforceId: '00TA' }];
    const it = world({
        watch: {
            ...QUIET,
            unreadableNumbers: async () => unreadable,
            countUnreadable: async () => 431,
            unownedTasks: async () => unowned
        }
    });
    assert.deepEqual(await monitoringUseCases(it.context).quality('acme'), {
        ...{ ambiguous: [], duplicates: [], unowned, unreadable, unreadableInAll: 431 }
    });
});

test('the audit log is read a hundred at a time, further back from where a page ended', async () => {
    const it = world();
    const monitoring = monitoringUseCases(it.context);
    for (let n = 1; n <= 130; n += 1) await it.store.audit.append('acme', { actor: 'marie', action: `did.${n}` });
    const first = await monitoring.audit('acme');
    assert.deepEqual([first.length, first[0]?.action, first.at(-1)?.seq], [100, 'did.130', 31]);
    const rest = await monitoring.audit('acme', 31);
    assert.deepEqual([rest.length, rest[0]?.action, rest.at(-1)?.action], [30, 'did.30', 'did.1']);
});

test('what is tried again by a rule is what that rule refused, and nothing else of the same kind', async () => {
    const asked: unknown[] = [];
    const it = world({
        watch: {
            parked: async (_id, which) => {
                asked.push(which);
                return [];
            }
        },
        activities: { retry: async (_id, keys) => keys?.length ?? 99 }
    });
    const monitoring = monitoringUseCases(it.context);
    assert.equal(await monitoring.retry('acme', { code: 'SF-VALIDATION-RULE', rule: 'Choose a region' }), 0);
    assert.deepEqual(asked, [{ code: 'SF-VALIDATION-RULE', rule: 'Choose a region', limit: 10_000 }]);
    for (const code of ['', 'sf-forbidden', '__proto__', 'constructor'])
        await assert.rejects(monitoring.retry('acme', { code }), { code: 'WEB-VALUE' });
});
