import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { RelatedRecord, Person } from '../../src/domain/people/person.ts';
import { OrgUnavailable } from '../../src/contracts/salesforce.ts';
import type { DirectoryChange } from '../../src/contracts/store.ts';
import { refreshDirectory } from '../../src/pipeline/refresh-directory.ts';
import { answeredCall, bench, MARIE, type Bench } from './pipeline-harness.ts';

const NOTHING: DirectoryChange = { people: [], gone: [], related: [], goneRelated: [], highWater: {} };
const contact = (n: number, name: string): Person => ({
    id: `00300000000000${n}AAA`,
    object: 'Contact',
    name,
    accountId: `00100000000000${n}AAA`,
    numbers: [{ e164: MARIE, field: 'Phone' }]
});
const [JEAN, ANNE] = [contact(1, 'Jean Tremblay'), contact(2, 'Anne Roy')];
const DEAL: RelatedRecord = {
    id: '006000000000001AAA',
    name: 'Toit',
    accountId: JEAN.accountId,
    contactIds: [JEAN.id]
};
const CUT = new OrgUnavailable('retry', { code: 'SF-TIMEOUT' });

/** Tells these pages; `cut`: and then Salesforce is silent. */
async function refresh(it: Bench, pages: readonly Partial<DirectoryChange>[], cut?: 'cut'): Promise<void> {
    it.org.changes = async (_marks, onPage) => {
        for (const page of pages) await onPage({ ...NOTHING, ...page });
        if (cut !== undefined) throw CUT;
    };
    await refreshDirectory(it.context, it.connection).catch((error: unknown) => assert.equal(error, CUT));
}

async function call(it: Bench, callId: string): Promise<Record<string, unknown> | undefined> {
    await it.tell(...answeredCall(callId));
    await it.flush();
    return it.task(callId);
}

const seen = (task: Record<string, unknown> | undefined): readonly unknown[] => [
    task?.['Quo_Match__c'],
    task?.['WhoId'],
    task?.['WhatId']
];
const PROVISIONAL = /^Provisoire/;

test('whoever is seen first while the people are read is provisional, and another one with the number is found in time', async () => {
    const it = await bench({}, 'unread');
    await refresh(it, [{ people: [JEAN], highWater: { Contact: '2026-01-01' } }], 'cut');
    assert.match(String((await call(it, 'AC1'))?.['Quo_Match_Reason__c']), PROVISIONAL);
    await refresh(it, [{ people: [ANNE], highWater: { Contact: '2026-01-02' } }]);
    await it.flush();
    assert.deepEqual(seen(it.task('AC1')), ['ambiguous', null, null]);
    assert.doesNotMatch(String(it.task('AC1')?.['Quo_Match_Reason__c']), PROVISIONAL);
});

test('the opportunities that are read after the people are found too', async () => {
    const it = await bench({}, 'unread');
    it.preferences = { ...it.preferences, opportunities: 'only-open' };
    await refresh(it, [{ people: [JEAN] }], 'cut');
    assert.deepEqual(seen(await call(it, 'AC1')), ['matched', JEAN.id, null]);
    await refresh(it, [{ related: [DEAL] }]);
    await it.flush();
    assert.deepEqual(seen(it.task('AC1')), ['matched', JEAN.id, DEAL.id]);
});

test('a refresh that is cut off makes what follows provisional, until one comes to its end', async () => {
    const it = await bench();
    assert.deepEqual(seen(await call(it, 'AC0')), ['unmatched', null, null]);
    await refresh(it, [{ people: [JEAN] }], 'cut');
    assert.match(String((await call(it, 'AC1'))?.['Quo_Match_Reason__c']), PROVISIONAL);
    await refresh(it, [{ people: [ANNE] }]);
    await it.flush();
    assert.deepEqual(
        ['AC0', 'AC1'].map((id) => seen(it.task(id))[0]),
        ['ambiguous', 'ambiguous']
    );
});

test('a page that comes between the look and its end makes the match provisional', async () => {
    const it = await bench();
    const { directory } = it.context.store;
    const lookup = directory.lookup.bind(directory);
    directory.lookup = async (...asked) => {
        const found = await lookup(...asked);
        directory.lookup = lookup;
        await refresh(it, [{ people: [JEAN] }, { people: [ANNE] }]);
        return found;
    };
    await it.tell(...answeredCall('AC1'));
    await it.flush();
    await refresh(it, []);
    await it.flush();
    assert.deepEqual(seen(it.task('AC1')), ['ambiguous', null, null]);
});

test('what is written provisionally while a refresh comes to its end is matched again at once', async () => {
    const it = await bench({}, 'unread');
    const write = it.org.write.bind(it.org);
    it.org.write = async (items) => {
        it.org.write = write;
        await refresh(it, [{ people: [JEAN] }, { people: [ANNE] }]);
        return write(items);
    };
    await it.tell(...answeredCall('AC1'));
    await it.flush();
    assert.deepEqual(seen(it.task('AC1')), ['ambiguous', null, null]);
});

test('what stood before a refresh stands after it, though it was written on while it lasted', async () => {
    const it = await bench();
    await refresh(it, [{ people: [JEAN] }]);
    assert.deepEqual(seen(await call(it, 'AC1')), ['matched', JEAN.id, null]);
    await refresh(it, [{ people: [JEAN] }], 'cut');
    await it.context.store.activities.makeDue('default', { activityKeys: ['call_AC1'] }, { force: true });
    await it.flush();
    assert.match(String(it.task('AC1')?.['Quo_Match_Reason__c']), PROVISIONAL);
    await refresh(it, [{ people: [ANNE] }]);
    await it.flush();
    assert.deepEqual(seen(it.task('AC1')), ['matched', JEAN.id, null]);
});

test('no lead is made of a caller while the people are read, and one is afterwards', async () => {
    const it = await bench({}, 'unread');
    it.preferences = { ...it.preferences, unknownCallers: 'lead' };
    await call(it, 'AC1');
    assert.deepEqual(
        [...it.org.records.keys()].filter((name) => name.startsWith('Lead/')),
        []
    );
    await refresh(it, []);
    await it.flush();
    assert.deepEqual(
        [...it.org.records.keys()].filter((name) => name.startsWith('Lead/')),
        [`Lead/${MARIE}`]
    );
});
