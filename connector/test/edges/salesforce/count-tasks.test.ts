import assert from 'node:assert/strict';
import { test } from 'node:test';
import { task } from './drafts.ts';
import { record, simulatedOrg } from './simulated-org.ts';

test('Tasks of ours are counted by when they began, several days for one call, and none that is another’s or deleted', async () => {
    const { org, seed, as } = await simulatedOrg();
    const began = (key: string, at: string) => {
        const { draft } = task(key);
        return { draft: { ...draft, fields: { ...draft.fields, Quo_Started_At__c: at } } };
    };
    const results = await org.write([
        began('call_AC1', '2026-11-20T05:00:00.000Z'),
        began('call_AC2', '2026-11-21T04:59:59.000Z'),
        began('call_AC3', '2026-11-21T05:00:00.000Z'),
        began('call_AC4', '2026-11-20T12:00:00.000Z')
    ]);
    await seed([record('Task', 'other', { Subject: 'Rappeler', Quo_Started_At__c: '2026-11-20T12:00:00.000Z' })]);
    const [, , , last] = results;
    assert.ok(last?.ok);
    await as(undefined, 'DELETE', `/sobjects/Task/${last.id}`);
    const before = org.calls();
    const day = (from: string, to: string) => ({ from: `${from}T05:00:00.000Z`, to: `${to}T05:00:00.000Z` });
    const counts = await org.countTasks?.([
        day('2026-11-21', '2026-11-22'),
        day('2026-11-20', '2026-11-21'),
        day('2026-11-19', '2026-11-20')
    ]);
    assert.deepEqual([counts, org.calls() - before], [[1, 2, 0], 1]);
});
