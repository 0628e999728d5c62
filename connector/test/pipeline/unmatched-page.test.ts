import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Person } from '../../src/domain/people/person.ts';
import { refreshDirectory } from '../../src/pipeline/refresh-directory.ts';
import type { DirectoryChange } from '../../src/contracts/store.ts';
import { answeredCall, bench, MARIE, type Bench } from './pipeline-harness.ts';
import { changeByHand } from './by-hand.ts';

const NOTHING: DirectoryChange = { people: [], gone: [], related: [], goneRelated: [], highWater: {} };
const LEAD: Person = {
    id: '00Q000000000001AAA',
    object: 'Lead',
    name: 'Anne Roy',
    numbers: [{ e164: MARIE, field: 'Quo_Phone__c' }]
};
const ACCOUNT: Person = { id: '001000000000001AAA', object: 'Account', name: 'Acme', numbers: [] };
const CONTACT: Person = {
    id: '003000000000001AAA',
    object: 'Contact',
    name: 'Jean',
    accountId: ACCOUNT.id,
    numbers: []
};

async function twoUnmatchedCalls(): Promise<Bench> {
    const it = await bench();
    await it.tell(...answeredCall('AC1'), ...answeredCall('AC2'));
    await it.flush();
    assert.equal(it.task('AC1')?.['Quo_Match__c'], 'unmatched');
    return it;
}

/** As the page saves it on the newest activity; the next refresh hears of that, and of whom it knows by then. */
async function decide(
    it: Bench,
    fields: Readonly<Record<string, unknown>>,
    ...people: readonly Person[]
): Promise<void> {
    const touched = await changeByHand(it, 'call_AC2', fields);
    it.org.changes = async (_marks, onPage) => onPage({ ...NOTHING, people });
    it.org.touchedTasks = async () => [touched];
    await refreshDirectory(it.context, it.connection);
    it.org.touchedTasks = async () => [];
    await it.flush();
    await it.tell(...answeredCall('AC3'));
    await it.flush();
}

const all = (it: Bench, field: string): readonly unknown[] =>
    ['AC1', 'AC2', 'AC3'].map((id) => it.task(id)?.[field] ?? null);

test('a lead that was made on the page for a number has all its calls, earlier and later', async () => {
    const it = await twoUnmatchedCalls();
    it.preferences = { ...it.preferences, unknownCallers: 'lead' };
    await decide(it, { WhoId: LEAD.id, WhatId: null, Quo_Match__c: 'matched' }, LEAD);
    assert.deepEqual(all(it, 'WhoId'), [LEAD.id, LEAD.id, LEAD.id]);
    assert.deepEqual(all(it, 'Quo_Match__c'), ['matched', 'matched', 'matched']);
    assert.ok(![...it.org.records.keys()].some((name) => name.startsWith('Lead/')), 'no second lead');
});

test('a number that was linked to an account is the account’s', async () => {
    const it = await twoUnmatchedCalls();
    await decide(it, { WhoId: null, WhatId: ACCOUNT.id, Quo_Match__c: 'matched' }, ACCOUNT);
    assert.deepEqual(all(it, 'WhatId'), [ACCOUNT.id, ACCOUNT.id, ACCOUNT.id]);
    assert.deepEqual(all(it, 'WhoId'), [null, null, null]);
});

test('a number that was ignored is ignored, until somebody links it after all', async () => {
    const it = await twoUnmatchedCalls();
    it.preferences = { ...it.preferences, unknownCallers: 'lead' };
    await decide(it, { Quo_Match__c: 'ignored' });
    assert.deepEqual(all(it, 'Quo_Match__c'), ['ignored', 'ignored', 'ignored']);
    await decide(it, { WhoId: CONTACT.id, Quo_Match__c: 'matched' }, CONTACT);
    assert.deepEqual(all(it, 'WhoId'), [CONTACT.id, CONTACT.id, CONTACT.id]);
    assert.deepEqual(all(it, 'Quo_Match__c'), ['matched', 'matched', 'matched']);
});
