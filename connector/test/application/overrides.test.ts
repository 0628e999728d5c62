import assert from 'node:assert/strict';
import { test } from 'node:test';
import { monitoringUseCases } from '../../src/application/monitoring/monitoring.ts';
import { overridesOf } from '../../src/application/monitoring/overrides.ts';
import type { History } from '../../src/contracts/monitoring.ts';
import type { KnownRecord, Reclaim } from '../../src/contracts/records.ts';
import { world } from './fakes/world.ts';

const RECORD: KnownRecord = {
    object: 'Task',
    key: 'call_AC1',
    kept: { fields: ['Subject', 'OwnerId'], parts: { Description: 'Appel manqué' } },
    byHand: { ownerId: '005A', whatId: null }
};
const WHICH = { activityKey: 'call_AC1', object: 'Task', key: 'call_AC1' } as const;

function watched(records: readonly KnownRecord[]) {
    const asked: Reclaim[] = [];
    const it = world({
        watch: {
            history: async (_id, activityKey) =>
                activityKey === 'call_AC1' ? ({ records } as unknown as History) : undefined
        },
        activities: {
            reclaim: async (_id, which) => {
                asked.push(which);
                return true;
            }
        }
    });
    return { asked, monitoring: monitoringUseCases(it.context) };
}

test('what people changed is told field by field, once each: what they put there, chose, or wrote beside ours', () => {
    assert.deepEqual(overridesOf(RECORD), [
        { field: 'OwnerId', kind: 'theirs' },
        { field: 'Subject', kind: 'theirs' },
        { field: 'WhatId', kind: 'theirs' },
        { field: 'Description', kind: 'beside-ours' }
    ]);
    assert.deepEqual(overridesOf({ object: 'Task', key: 'call_AC2', byHand: { deleted: true } }), []);
});

test('ours again is asked for that field alone, and drops the choice that was made in it', async () => {
    const { asked, monitoring } = watched([RECORD]);
    await monitoring.oursAgain('acme', { ...WHICH, field: 'Subject' });
    await monitoring.oursAgain('acme', { ...WHICH, field: 'OwnerId' });
    assert.deepEqual(asked, [
        { ...WHICH, fields: ['Subject'], byHand: [] },
        { ...WHICH, fields: ['OwnerId'], byHand: ['ownerId'] }
    ]);
});

test('of a field that nobody changed, or a record that is not there, nothing is asked', async () => {
    const { asked, monitoring } = watched([RECORD]);
    for (const wrong of [{ field: 'Status' }, { key: 'call_AC9' }, { activityKey: 'call_AC9' }, { object: 'Lead' }])
        await assert.rejects(monitoring.oursAgain('acme', { ...WHICH, field: 'Subject', ...wrong }), {
            code: 'WEB-VALUE'
        });
    assert.deepEqual(asked, []);
});
