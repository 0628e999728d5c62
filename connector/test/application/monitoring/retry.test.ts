import assert from 'node:assert/strict';
import { test } from 'node:test';
import { monitoringUseCases } from '../../../src/application/monitoring/monitoring.ts';
import { KEYS } from '../../../src/contracts/key-value.ts';
import type { StoreParts } from '../fakes/store.ts';
import { world } from '../fakes/world.ts';

const PARKED: StoreParts = {
    watch: { parked: async () => [] },
    activities: { retry: async (_id, activityKeys) => activityKeys?.length ?? 1 }
};
const SEATS = { seats__c: { type: 'int', length: 0, isWritable: true } };
const PICKLISTS = { closedStatus: 'Done', priority: 'Normal', statuses: ['Done'] };

test('whoever tries again has put a field right in the org: its fields and values are read anew, whatever is tried', async () => {
    for (const which of ['all', { activityKeys: ['call_AC1'] }, { code: 'SF-ANSWER-FIELD' }] as const) {
        const it = world(PARKED);
        await it.store.memory.set('acme', KEYS.sonaFields, SEATS);
        await it.store.memory.set('acme', KEYS.taskPicklists, PICKLISTS);
        await it.store.memory.set('other', KEYS.sonaFields, SEATS);
        await monitoringUseCases(it.context).retry('acme', which);
        assert.equal(await it.store.memory.get('acme', KEYS.sonaFields), undefined);
        assert.equal(await it.store.memory.get('acme', KEYS.taskPicklists), undefined);
        assert.deepEqual((await it.store.memory.get('other', KEYS.sonaFields))?.value, SEATS);
    }
});

test('what Quo told stays known: trying again costs its allowance nothing', async () => {
    const it = world(PARKED);
    const inboxes = [{ id: 'PN1', name: 'Ventes', number: '+15145550100' }];
    await it.store.memory.set('acme', KEYS.inboxes, inboxes);
    await monitoringUseCases(it.context).retry('acme', 'all');
    assert.deepEqual((await it.store.memory.get('acme', KEYS.inboxes))?.value, inboxes);
});
