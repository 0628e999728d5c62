import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Preferences } from '../../src/domain/preferences/preferences.ts';
import { answeredCall, bench, type Bench } from './pipeline-harness.ts';

const NUMBER = '+14185550001';

async function benchWith(taskFields: Preferences['taskFields']): Promise<Bench> {
    const it = await bench();
    it.preferences = { ...it.preferences, taskFields };
    return it;
}

function change(it: Bench, fields: Readonly<Record<string, unknown>>): void {
    Object.assign(it.org.records.get('Task/call_AC1') ?? {}, fields);
}

/** Something new of the call, which is written to its Task. */
async function writeAgain(it: Bench, summary: string): Promise<void> {
    const before = it.org.writes.length;
    const at = `2026-11-20T19:00:${summary.length}.000Z`;
    await it.tell({ callId: 'AC1', at, kind: 'summary', progress: 'completed', summary: [summary] });
    await it.flush();
    await it.later();
    assert.ok(it.org.writes.length > before);
}

test('a value that an admin chose is set on new Tasks, and later only where the field is empty', async () => {
    const it = await benchWith([]);
    await it.tell(...answeredCall('AC1', NUMBER));
    await it.flush();
    assert.equal(it.task('AC1')?.['Type'], undefined);
    it.preferences = { ...it.preferences, taskFields: [{ field: 'Type', value: 'Call' }] };
    change(it, { Type: 'Meeting' });
    await writeAgain(it, 'Elle veut un prix.');
    assert.equal(it.task('AC1')?.['Type'], 'Meeting', 'somebody else chose that');
    change(it, { Type: null });
    await writeAgain(it, 'Elle veut un prix, et un délai.');
    assert.equal(it.task('AC1')?.['Type'], 'Call');
    await it.tell(...answeredCall('AC2', NUMBER));
    await it.flush();
    assert.equal(it.task('AC2')?.['Type'], 'Call');
});

test('a day that is counted from the activity’s is the same whenever it is written', async () => {
    const it = await benchWith([
        { field: 'Follow_Up__c', value: 'TODAY+3', relative: 'date' },
        { field: 'Note__c', value: 'TODAY+3' }
    ]);
    await it.tell(...answeredCall('AC1', NUMBER));
    await it.flush();
    const [day] = String(it.task('AC1')?.['Quo_Started_At__c']).split('T');
    const after = new Date(Date.parse(`${day}T00:00:00.000Z`) + 3 * 86_400_000).toISOString().slice(0, 10);
    assert.deepEqual([it.task('AC1')?.['Follow_Up__c'], it.task('AC1')?.['Note__c']], [after, 'TODAY+3']);
    const before = it.org.writes.length;
    await it.later();
    assert.equal(it.org.writes.length, before);
});

test('a box that somebody unticked is not ticked again', async () => {
    const it = await benchWith([{ field: 'Billable__c', value: true }]);
    await it.tell(...answeredCall('AC1', NUMBER));
    await it.flush();
    assert.equal(it.task('AC1')?.['Billable__c'], true);
    change(it, { Billable__c: false });
    await writeAgain(it, 'Elle veut un prix.');
    assert.equal(it.task('AC1')?.['Billable__c'], false);
});

test('where no status is closed nothing is written, and the statuses are named; a status that is chosen will do', async () => {
    const it = await benchWith([]);
    it.org.vocabulary = async () => ({ priority: 'Normal', statuses: ['Open', 'Waiting'] });
    await it.tell(...answeredCall('AC1', NUMBER));
    await it.flush();
    assert.equal(it.task('AC1'), undefined);
    const [paused] = await it.rows<{ note: unknown }>('select paused_because as note from connections');
    assert.deepEqual(paused?.note, { code: 'SF-NO-CLOSED-STATUS', seen: 'Open, Waiting' });
    await it.query('update connections set paused_until = null');
    it.preferences = { ...it.preferences, taskFields: [{ field: 'Status', value: 'Open' }] };
    await it.flush();
    await it.later();
    assert.equal(it.task('AC1')?.['Status'], 'Open');
});
