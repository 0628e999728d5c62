import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { RelatedRecord, Person } from '../../src/domain/people/person.ts';
import { followManualChanges } from '../../src/pipeline/manual-changes/follow.ts';
import { answeredCall, bench, MARIE, type Bench } from './pipeline-harness.ts';
import { changeByHand } from './by-hand.ts';

const MOBILE = '+14185550009';
const JEAN: Person = {
    id: '003000000000001AAA',
    object: 'Contact',
    name: 'Jean Tremblay',
    accountId: '001000000000001AAA',
    numbers: [
        { e164: MARIE, field: 'Phone' },
        { e164: MOBILE, field: 'MobilePhone' }
    ]
};
const deal = (n: number): RelatedRecord => ({
    id: `00600000000000${n}AAA`,
    name: `Toit ${n}`,
    accountId: JEAN.accountId,
    contactIds: [JEAN.id]
});

async function twoDeals(): Promise<Bench> {
    const it = await bench();
    await it.context.store.directory.apply('default', {
        people: [JEAN],
        gone: [],
        related: [deal(1), deal(2)],
        goneRelated: [],
        highWater: {}
    });
    await it.tell(...answeredCall('AC1', MARIE), ...answeredCall('AC2', MOBILE));
    await it.flush();
    assert.deepEqual([it.task('AC1')?.['WhatId'], it.task('AC2')?.['WhatId']], [null, null]);
    return it;
}

test('an opportunity that somebody chooses for a person counts at each of their numbers, earlier calls included', async () => {
    const it = await twoDeals();
    await followManualChanges(it.context, it.connection, [await changeByHand(it, 'call_AC1', { WhatId: deal(2).id })]);
    await it.flush();
    await it.tell(...answeredCall('AC3', MOBILE));
    await it.flush();
    for (const callId of ['AC1', 'AC2', 'AC3']) {
        assert.equal(it.task(callId)?.['WhatId'], deal(2).id, callId);
        assert.match(String(it.task(callId)?.['Quo_Match_Reason__c']), /choisie par une personne/);
    }
});

test('the last choice for a person is the one that counts', async () => {
    const it = await twoDeals();
    await followManualChanges(it.context, it.connection, [await changeByHand(it, 'call_AC1', { WhatId: deal(2).id })]);
    await it.flush();
    await followManualChanges(it.context, it.connection, [await changeByHand(it, 'call_AC2', { WhatId: deal(1).id })]);
    await it.flush();
    await it.tell(...answeredCall('AC3', MARIE));
    await it.flush();
    for (const callId of ['AC1', 'AC2', 'AC3']) assert.equal(it.task(callId)?.['WhatId'], deal(1).id, callId);
});
