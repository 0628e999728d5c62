import { KEYS } from '../../src/contracts/key-value.ts';
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { monitoringUseCases } from '../../src/application/monitoring/monitoring.ts';
import type { StoreParts } from './fakes/store.ts';
import { world } from './fakes/world.ts';

const QUIET: StoreParts['watch'] = {
    flow: async () => [],
    oldestWaiting: async () => [],
    parkedGroups: async () => [],
    parked: async () => [],
    unread: async () => [],
    countKept: async () => 0,
    usageByHour: async () => []
};

test('what is used is told beside what may be used and what it will come to', async () => {
    const hour = (ago: number) => new Date(Date.parse('2026-11-20T17:00:00.000Z') - ago * 3_600_000).toISOString();
    const usageByHour = async () => [
        { hour: hour(1), calls: 30 },
        { hour: hour(2), calls: 60 },
        { hour: hour(9), calls: 5_000 }
    ];
    const it = world({ watch: { ...QUIET, usageByHour } });
    await it.connect('acme');
    const { usage } = await monitoringUseCases(it.context).health('acme', 24);
    assert.equal(usage.forecast, 720);
    assert.equal(usage.state, 'free');
    assert.ok(usage.budget > 0);
});

test('of a connection that cannot write yet there is no budget, and nothing is stopped', async () => {
    const it = world({ watch: QUIET });
    await it.add('acme');
    const { usage, inboxes } = await monitoringUseCases(it.context).health('acme', 24);
    assert.deepEqual([usage.budget, usage.state, usage.org, inboxes], [0, 'free', undefined, {}]);
});

test('numbers are named by what Quo last told of them', async () => {
    const it = world();
    await it.store.memory.set('acme', KEYS.inboxes, [{ id: 'PN1', name: 'Ventes', number: '+15145550100' }]);
    assert.deepEqual(await monitoringUseCases(it.context).inboxes('acme'), { PN1: 'Ventes' });
});

test('what is parked is retried one by one, by its reason, or all of it', async () => {
    const retried: unknown[] = [];
    const row = (activityKey: string) => ({
        activityKey,
        title: null,
        inbox: null,
        error: null,
        parkedForMs: 1,
        nextTryInMs: 1
    });
    const it = world({
        watch: {
            parked: async (_id, which) => (which?.code === 'SF-FORBIDDEN' ? [row('call_AC1'), row('call_AC2')] : [])
        },
        activities: {
            retry: async (_id, activityKeys) => {
                retried.push(activityKeys);
                return activityKeys?.length ?? 9;
            }
        }
    });
    const monitoring = monitoringUseCases(it.context);
    assert.equal(await monitoring.retry('acme', { activityKeys: ['call_AC7'] }), 1);
    assert.equal(await monitoring.retry('acme', { code: 'SF-FORBIDDEN' }), 2);
    assert.equal(await monitoring.retry('acme', 'all'), 9);
    assert.deepEqual(retried, [['call_AC7'], ['call_AC1', 'call_AC2'], null]);
    await assert.rejects(monitoring.retry('acme', { code: 'toString' }), { code: 'WEB-VALUE' });
});

test('a note on what is left alone is kept without its edges, and no longer than 500 characters', async () => {
    const notes: string[] = [];
    const dismiss = async (_id: string, activityKeys: readonly string[], note: string) => {
        notes.push(note);
        return activityKeys.length;
    };
    const monitoring = monitoringUseCases(world({ upkeep: { dismiss } }).context);
    assert.equal(await monitoring.ignore('acme', ['call_AC1', 'call_AC2'], `  ${'x'.repeat(600)}`), 2);
    assert.deepEqual(notes, [`${'x'.repeat(499)}…`]);
});
