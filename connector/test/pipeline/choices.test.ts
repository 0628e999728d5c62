import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Person } from '../../src/domain/people/person.ts';
import { decisionIn, followManualChanges, type Decision } from '../../src/pipeline/manual-changes/follow.ts';
import type { ChangedTask } from '../../src/contracts/salesforce.ts';
import type { WrittenTask } from '../../src/contracts/store.ts';
import { answeredCall, bench, MARIE, type Bench } from './pipeline-harness.ts';

const WRITTEN: WrittenTask = {
    key: 'call_AC1',
    activityKey: 'call_AC1',
    numbers: [MARIE],
    fields: { WhoId: '003A', WhatId: null, OwnerId: '005A', Quo_Match__c: 'matched' },
    byHand: {}
};
/** What is decided, without what is only remembered to tell the next change. */
function decided(task: ChangedTask, written: WrittenTask): Pick<Decision, 'byHand' | 'choice'> {
    const { byHand, choice } = decisionIn(task, written);
    return { ...(byHand === undefined ? {} : { byHand }), ...(choice === undefined ? {} : { choice }) };
}

const TOUCHED: ChangedTask = {
    id: '00TA',
    key: 'call_AC1',
    whoId: '003A',
    ownerId: '005A',
    match: 'matched',
    modifiedById: '005Z',
    modifiedAt: '2026-11-20T18:00:00.000Z',
    isDeleted: false
};

test('a Task that was ticked or renamed says nothing about its number', () => {
    assert.deepEqual(decisionIn(TOUCHED, WRITTEN), {});
});

test('another person on a Task is a choice for its number; on a group it stays with the record', () => {
    assert.deepEqual(decided({ ...TOUCHED, whoId: '003B' }, WRITTEN), { choice: { number: MARIE, record: '003B' } });
    const group = { ...WRITTEN, numbers: [MARIE, '+14185550001'] };
    assert.deepEqual(decided({ ...TOUCHED, whoId: '003B' }, group), { byHand: { whoId: '003B' } });
});

test('a person taken off stays off that record', () => {
    assert.deepEqual(decided({ ...TOUCHED, whoId: undefined }, WRITTEN), { byHand: { whoId: null } });
});

test('another opportunity sticks for the number, another owner for the record', () => {
    assert.deepEqual(decided({ ...TOUCHED, whatId: '006B' }, WRITTEN), {
        choice: { number: MARIE, record: '003A', relatedId: '006B' }
    });
    assert.deepEqual(decided({ ...TOUCHED, ownerId: '005B' }, WRITTEN), { byHand: { ownerId: '005B' } });
    assert.deepEqual(decided({ ...TOUCHED, whatId: '500C' }, WRITTEN), { byHand: { whatId: '500C' } });
});

test('a number that is ignored by hand is ignored from then on', () => {
    assert.deepEqual(decided({ ...TOUCHED, match: 'ignored' }, WRITTEN), {
        choice: { number: MARIE, record: 'ignore' }
    });
});

test('an unmatched call that is put on an account alone belongs to the account', () => {
    const unmatched = { ...WRITTEN, fields: { ...WRITTEN.fields, WhoId: null } };
    assert.deepEqual(decided({ ...TOUCHED, whoId: undefined, whatId: '001A' }, unmatched), {
        choice: { number: MARIE, record: '001A' }
    });
});

const person = (id: string, name: string, accountId: string): Person => ({
    id,
    object: 'Contact',
    name,
    accountId,
    numbers: [{ e164: MARIE, field: 'Phone' }]
});
const ANNE = person('003000000000002AAA', 'Anne Roy', '001000000000002AAA');

/** The Task of a call as it stands in Salesforce after somebody changed it. */
async function touchedTask(it: Bench, change: Partial<ChangedTask>, key = 'call_AC1'): Promise<ChangedTask> {
    const [written] = await it.context.store.activities.tasksByKey('default', [key]);
    const task = { ...TOUCHED, key, id: written?.salesforceId ?? '', ...change };
    const { whoId: WhoId = null, whatId: WhatId = null, ownerId: OwnerId = null } = task;
    Object.assign(it.org.records.get(`Task/${key}`) ?? {}, { WhoId, WhatId, OwnerId });
    return task;
}

async function ambiguousCalls(): Promise<Bench> {
    const it = await bench();
    it.org.people = [person('003000000000001AAA', 'Jean Tremblay', '001000000000001AAA'), ANNE];
    await it.tell(...answeredCall('AC1'), ...answeredCall('AC2'));
    await it.flush();
    return it;
}

test('one decision in Salesforce settles every call of that number, and later ones', async () => {
    const it = await ambiguousCalls();
    assert.equal(it.task('AC1')?.['Quo_Match__c'], 'ambiguous');
    assert.match(String(it.task('AC1')?.['Quo_Match_Reason__c']), /Jean Tremblay.*Anne Roy|Anne Roy.*Jean Tremblay/);
    const touched = await touchedTask(it, { whoId: ANNE.id, ownerId: '005000000000001AAA', match: 'ambiguous' });
    assert.equal((await followManualChanges(it.context, it.connection, [touched])).rendered, 2);
    await it.tell(...answeredCall('AC3'));
    await it.flush();
    for (const callId of ['AC1', 'AC2', 'AC3']) assert.equal(it.task(callId)?.['WhoId'], ANNE.id, callId);
});

test('a Task that a person deleted is not written again', async () => {
    const it = await ambiguousCalls();
    await followManualChanges(it.context, it.connection, [await touchedTask(it, { isDeleted: true })]);
    const before = it.org.writes.length;
    await it.tell({
        callId: 'AC1',
        at: '2026-11-20T19:00:00.000Z',
        kind: 'summary',
        progress: 'completed',
        summary: ['x']
    });
    await it.flush();
    await it.later();
    assert.equal(it.org.writes.length, before);
});

test('an owner set by hand stays when late facts are written', async () => {
    const it = await ambiguousCalls();
    const touched = await touchedTask(it, { whoId: undefined, ownerId: '005000000000009AAA', match: 'ambiguous' });
    await followManualChanges(it.context, it.connection, [touched]);
    await it.tell({
        callId: 'AC1',
        at: '2026-11-20T19:00:00.000Z',
        kind: 'summary',
        progress: 'completed',
        summary: ['x']
    });
    await it.flush();
    await it.later();
    assert.equal(it.task('AC1')?.['OwnerId'], '005000000000009AAA');
});

test('what is said about a Task of somebody else is nothing to us', async () => {
    const it = await ambiguousCalls();
    const other = { ...TOUCHED, key: 'somebody-elses', whoId: '003X' };
    assert.equal((await followManualChanges(it.context, it.connection, [other])).rendered, 0);
});
