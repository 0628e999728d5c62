import assert from 'node:assert/strict';
import { test } from 'node:test';
import { monitoringUseCases } from '../../src/application/monitoring/monitoring.ts';
import type { Choice, KeptOverride, WrittenTask } from '../../src/contracts/store.ts';
import { world } from './fakes/world.ts';

const NUMBER = '+15145550199';
const task = (key: string, whoId: string): WrittenTask => ({
    ...{ key, activityKey: key, numbers: [NUMBER], byHand: {} },
    fields: { WhoId: whoId, WhatId: null }
});

test('undoing a move puts back what is still where it went, and the choice that was there before', async () => {
    const kept: KeptOverride[] = [];
    const [chosen, due]: [Choice[], unknown[]] = [[], []];
    const tasks = [task('call_AC1', '003B'), task('call_AC2', '003B'), task('call_AC3', '003C')];
    const it = world({
        activities: {
            tasksByKey: async (_id, keys) => tasks.filter(({ key }) => keys.includes(key)),
            keepByHand: async (_id, some) => void kept.push(...some),
            makeDue: async (_id, which) => due.push(which)
        },
        directory: {
            choices: async () => new Map([[NUMBER, { number: NUMBER, record: '003B' }]]),
            choose: async (_id, choices) => void chosen.push(...choices)
        }
    });
    const moved = ['call_AC2', 'call_AC3'].map((key) => ({ key, id: '00T', whoId: '003A', whatId: null }));
    const detail = { key: 'call_AC1', to: '003B', before: { record: '003A' }, moved, left: 1 };
    await it.store.audit.append('acme', { actor: 'Salesforce 005Z', action: 'number.moved', detail });
    assert.equal(await monitoringUseCases(it.context).undoMove('acme', 1), 1);
    assert.deepEqual(kept, [
        { key: 'call_AC1', byHand: { whoId: '003B', whatId: null } },
        { key: 'call_AC2', byHand: { whoId: '003A', whatId: null } }
    ]);
    assert.deepEqual(chosen, [{ number: NUMBER, record: '003A' }]);
    assert.deepEqual(due, [{ activityKeys: ['call_AC2'] }]);
});
