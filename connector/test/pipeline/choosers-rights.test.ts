import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Person } from '../../src/domain/people/person.ts';
import { followManualChanges } from '../../src/pipeline/manual-changes/follow.ts';
import { changeByHand } from './by-hand.ts';
import { answeredCall, bench, MARIE, type Bench } from './pipeline-harness.ts';

const person = (id: string, name: string, accountId: string): Person => ({
    id,
    object: 'Contact',
    name,
    accountId,
    numbers: [{ e164: MARIE, field: 'Phone' }]
});
const JEAN = person('003000000000001AAA', 'Jean Tremblay', '001000000000001AAA');
const ANNE = person('003000000000002AAA', 'Anne Roy', '001000000000002AAA');
const REP = '005Z';

/** Three calls of a number that two people have; the rep may not edit the Task of the third. */
async function threeCalls(): Promise<Bench> {
    const it = await bench();
    it.org.people = [JEAN, ANNE];
    for (const id of ['AC1', 'AC2', 'AC3']) await it.tell(...answeredCall(id));
    await it.flush();
    const [third] = await it.context.store.activities.tasksByKey('default', ['call_AC3']);
    it.org.uneditable.set(REP, [third?.salesforceId ?? '']);
    return it;
}

const whoOf = (it: Bench): readonly unknown[] => ['AC1', 'AC2', 'AC3'].map((id) => it.task(id)?.['WhoId'] ?? null);

async function summaryOf(it: Bench, callId: string): Promise<void> {
    const at = '2026-11-20T19:00:00.000Z';
    await it.tell({ callId, at, kind: 'summary', progress: 'completed', summary: ['Elle veut un prix.'] });
    await it.flush();
    await it.later();
}

async function moves(it: Bench) {
    return it.rows<{ actor: string; detail: Record<string, unknown> }>(
        `select actor, detail from audit where action = 'number.moved' order by seq`
    );
}

test('a choice moves the calls that whoever made it may edit, and leaves the others, whatever comes late', async () => {
    const it = await threeCalls();
    await followManualChanges(it.context, it.connection, [await changeByHand(it, 'call_AC1', { WhoId: ANNE.id })]);
    await it.flush();
    assert.deepEqual(whoOf(it), [ANNE.id, ANNE.id, null]);
    await summaryOf(it, 'AC3');
    assert.match(String(it.task('AC3')?.['Description']), /Elle veut un prix/);
    assert.deepEqual(whoOf(it), [ANNE.id, ANNE.id, null]);
    await it.tell(...answeredCall('AC4'));
    await it.flush();
    assert.equal(it.task('AC4')?.['WhoId'], ANNE.id, 'calls to come are the chosen person’s');
});

test('what was moved, by whom and from where is in the audit log, by ids alone', async () => {
    const it = await threeCalls();
    const [second] = await it.context.store.activities.tasksByKey('default', ['call_AC2']);
    await followManualChanges(it.context, it.connection, [await changeByHand(it, 'call_AC1', { WhoId: ANNE.id })]);
    const [move] = await moves(it);
    assert.equal(move?.actor, `Salesforce ${REP}`);
    const moved = [{ key: 'call_AC2', id: second?.salesforceId, whoId: null, whatId: null }];
    assert.deepEqual(move?.detail, { key: 'call_AC1', to: ANNE.id, before: null, moved, left: 1 });
    assert.doesNotMatch(JSON.stringify(move), new RegExp(MARIE.slice(1)));
});

test('a later choice of somebody who may edit them all moves them all', async () => {
    const it = await threeCalls();
    await followManualChanges(it.context, it.connection, [await changeByHand(it, 'call_AC1', { WhoId: ANNE.id })]);
    await it.flush();
    const manager = { ...(await changeByHand(it, 'call_AC2', { WhoId: JEAN.id })), modifiedById: '005M' };
    await followManualChanges(it.context, it.connection, [manager]);
    await it.flush();
    assert.deepEqual(whoOf(it), [JEAN.id, JEAN.id, JEAN.id]);
});

test('what a later choice may not move stays with the choice before it', async () => {
    const it = await threeCalls();
    const manager = { ...(await changeByHand(it, 'call_AC1', { WhoId: JEAN.id })), modifiedById: '005M' };
    await followManualChanges(it.context, it.connection, [manager]);
    await it.flush();
    await followManualChanges(it.context, it.connection, [await changeByHand(it, 'call_AC2', { WhoId: ANNE.id })]);
    await it.flush();
    assert.deepEqual(whoOf(it), [ANNE.id, ANNE.id, JEAN.id]);
    await summaryOf(it, 'AC3');
    assert.deepEqual(whoOf(it), [ANNE.id, ANNE.id, JEAN.id]);
});

test('of a choice that a write of ours came after, whoever was seen before it is asked about', async () => {
    const it = await threeCalls();
    const chosen = await changeByHand(it, 'call_AC1', { WhoId: ANNE.id, LastModifiedById: REP });
    await summaryOf(it, 'AC1');
    await followManualChanges(it.context, it.connection, [{ ...chosen, modifiedById: '005US', isByUs: true }]);
    await it.flush();
    assert.deepEqual(whoOf(it), [ANNE.id, ANNE.id, null]);
    assert.equal((await moves(it))[0]?.actor, `Salesforce ${REP}`);
});

test('of a choice of nobody knows whom, nothing else is moved', async () => {
    const it = await threeCalls();
    const chosen = await changeByHand(it, 'call_AC1', { WhoId: ANNE.id });
    await followManualChanges(it.context, it.connection, [{ ...chosen, modifiedById: '005US', isByUs: true }]);
    await it.flush();
    assert.deepEqual(whoOf(it), [ANNE.id, null, null]);
});
