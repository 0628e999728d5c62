import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { RelatedRecord, Person } from '../../src/domain/people/person.ts';
import { OrgUnavailable } from '../../src/contracts/salesforce.ts';
import type { DirectoryChange } from '../../src/contracts/store.ts';
import { answeredCall, bench, type Bench } from './pipeline-harness.ts';

const NUMBER = '+14185550001';
const [ACME, NORD] = ['001000000000001AAA', '001000000000002AAA'];
const JEAN: Person = {
    id: '003000000000001AAA',
    object: 'Contact',
    name: 'Jean Tremblay',
    accountId: ACME,
    numbers: [{ e164: NUMBER, field: 'Phone' }]
};
const ANNE: Person = { ...JEAN, id: '003000000000002AAA', name: 'Anne Roy', numbers: [] };
const LEAD: Person = { ...JEAN, id: '00Q000000000001AAA', object: 'Lead', name: 'Piste', accountId: undefined };
const DEAL: RelatedRecord = { id: '006000000000001AAA', name: 'Toiture', accountId: ACME, contactIds: [JEAN.id] };

/** Salesforce refuses whatever is to stand on one of these, and says so when it is asked. */
function died(it: Bench, ids: readonly string[], became: Partial<DirectoryChange>): void {
    it.org.refuse = ({ draft }) =>
        Object.values(draft.fields).some((value) => ids.includes(String(value)))
            ? { ok: false, remedy: 'resolve', note: { code: 'SF-REFERENCE' }, statusCode: 'ENTITY_IS_DELETED' }
            : undefined;
    it.org.became = became;
}

async function known(people: readonly Person[], related: readonly RelatedRecord[] = []): Promise<Bench> {
    const it = await bench();
    const change = { people, related, gone: [], goneRelated: [], highWater: {} };
    await it.context.store.directory.apply('default', change);
    return it;
}

async function called(it: Bench, callId: string): Promise<Record<string, unknown> | undefined> {
    await it.tell(...answeredCall(callId, NUMBER));
    await it.flush();
    return it.task(callId);
}

async function nothingLeft(it: Bench): Promise<void> {
    const { parked, due } = await it.context.store.activities.counts('default');
    assert.deepEqual([parked, due], [0, 0]);
}

test('a person who was deleted between match and write: the call is logged at once, on nobody', async () => {
    const it = await known([JEAN]);
    died(it, [JEAN.id], { gone: [{ id: JEAN.id }] });
    const task = await called(it, 'AC1');
    assert.deepEqual([task?.['WhoId'], task?.['Quo_Match__c']], [null, 'unmatched']);
    await nothingLeft(it);
});

test('a person who was merged or converted meanwhile: the call is at once on who stands for them', async () => {
    for (const gone of [JEAN, LEAD]) {
        const it = await known([gone]);
        died(it, [gone.id], { people: [ANNE], gone: [{ id: gone.id, into: ANNE.id }] });
        const task = await called(it, 'AC1');
        assert.equal(task?.['WhoId'], ANNE.id, gone.name);
        await nothingLeft(it);
    }
});

test('an opportunity that was deleted meanwhile, found or chosen, is left out', async () => {
    for (const isChosen of [false, true]) {
        const it = await known([JEAN], isChosen ? [] : [DEAL]);
        if (isChosen)
            await it.context.store.directory.choose('default', [
                { number: NUMBER, record: JEAN.id, relatedId: DEAL.id }
            ]);
        died(it, [DEAL.id], { people: [JEAN], goneRelated: [DEAL.id], deletedRelated: [DEAL.id] });
        const task = await called(it, 'AC1');
        assert.deepEqual([task?.['WhoId'], task?.['WhatId']], [JEAN.id, null]);
        await nothingLeft(it);
    }
});

test('an account that was merged meanwhile takes its shared line along', async () => {
    const luc = { ...JEAN, id: '003000000000003AAA', name: 'Luc Bédard' };
    const acme: Person = { id: ACME, object: 'Account', name: 'Acme', numbers: [] };
    const nord: Person = { id: NORD, object: 'Account', name: 'Nord', numbers: [] };
    const it = await known([JEAN, luc, acme]);
    died(it, [ACME], { people: [nord], gone: [{ id: ACME, into: NORD }] });
    const task = await called(it, 'AC1');
    assert.deepEqual([task?.['WhoId'], task?.['WhatId']], [null, NORD]);
    await nothingLeft(it);
});

test('whom a person had put on the record, and who is gone since, gives way', async () => {
    const chosen = '003000000000009AAA';
    for (const into of [ANNE.id, undefined]) {
        const it = await known([JEAN, ANNE]);
        await called(it, 'AC1');
        await it.context.store.activities.keepByHand('default', [{ key: 'call_AC1', byHand: { whoId: chosen } }]);
        died(it, [chosen], { gone: [{ id: chosen, into }], people: [ANNE] });
        await it.context.store.activities.makeDue('default', { activityKeys: ['call_AC1'] }, { force: true });
        await it.flush();
        assert.equal(it.task('AC1')?.['WhoId'], into ?? JEAN.id);
        await nothingLeft(it);
    }
});

test('what Salesforce cannot explain is tried again later, and many refused together cost one question', async () => {
    const it = await known([JEAN]);
    died(it, [JEAN.id], { people: [JEAN] });
    let questions = 0;
    it.org.standing = async () => {
        questions += 1;
        return { people: [JEAN], gone: [], related: [], goneRelated: [], highWater: {} };
    };
    for (const callId of ['AC1', 'AC2', 'AC3']) await it.tell(...answeredCall(callId, NUMBER));
    await it.flush();
    assert.equal(questions, 1);
    assert.equal((await it.context.store.activities.counts('default')).parked, 0);
    it.org.standing = () => Promise.reject(new OrgUnavailable('retry', { code: 'SF-TIMEOUT' }));
    await it.flush();
    assert.equal(
        (await it.context.store.activities.counts('default')).parked,
        0,
        'what was written is settled all the same'
    );
});
