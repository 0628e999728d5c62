import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Fact, MessageFact } from '../../src/domain/facts.ts';
import type { RelatedRecord, Person } from '../../src/domain/people/person.ts';
import { refreshDirectory } from '../../src/pipeline/refresh-directory.ts';
import type { DirectoryChange } from '../../src/contracts/store.ts';
import { answeredCall, bench, MARIE, type Bench } from './pipeline-harness.ts';

const person = (n: number, name: string, numbers = [MARIE]): Person => ({
    id: `00300000000000${n}AAA`,
    object: 'Contact',
    name,
    accountId: `00100000000000${n}AAA`,
    numbers: numbers.map((e164) => ({ e164, field: 'Phone' }))
});
const JEAN = person(1, 'Jean Tremblay');
const ANNE = person(2, 'Anne Roy');
const DEAL: RelatedRecord = {
    id: '006000000000001AAA',
    name: 'Toit',
    accountId: JEAN.accountId,
    contactIds: [JEAN.id]
};
const NOTHING: DirectoryChange = { people: [], gone: [], related: [], goneRelated: [], highWater: {} };

async function refreshed(it: Bench, change: Partial<DirectoryChange>): Promise<void> {
    it.org.changes = async (_marks, onPage) => onPage({ ...NOTHING, ...change });
    await refreshDirectory(it.context, it.connection);
    it.org.changes = async () => undefined;
    await it.flush();
    await it.later();
}

async function text(it: Bench, day: number): Promise<Record<string, unknown> | undefined> {
    const at = `2026-11-${day}T16:00:00.000Z`;
    const fact: MessageFact = {
        kind: 'message',
        messageId: `m${day}`,
        conversation: 'CN1',
        at,
        createdAt: at,
        direction: 'incoming',
        from: MARIE,
        to: ['+15145550100'],
        text: `Le ${day}`,
        phoneNumberId: 'PN1',
        status: 'received'
    };
    await it.tell(fact);
    await it.flush();
    await it.later();
    return textOf(it, day);
}

const textOf = (it: Bench, day: number): Record<string, unknown> | undefined =>
    it.org.records.get(`Task/sms_CN1_202611${day}T160000Z`);

const SUMMARY: Fact = {
    callId: 'AC1',
    at: '2026-11-20T19:00:00.000Z',
    kind: 'summary',
    progress: 'completed',
    summary: ['Elle veut un prix.']
};

async function lateSummary(it: Bench): Promise<Record<string, unknown> | undefined> {
    await it.tell(SUMMARY);
    await it.flush();
    await it.later();
    assert.match(String(it.task('AC1')?.['Description']), /Elle veut un prix/);
    return it.task('AC1');
}

test('texts of last week stay with whom they were found for, when somebody else gets the number as well', async () => {
    const it = await bench();
    it.org.people = [JEAN];
    await text(it, 16);
    await refreshed(it, { people: [ANNE] });
    const today = await text(it, 20);
    assert.deepEqual([today?.['WhoId'], today?.['Quo_Match__c']], [null, 'ambiguous']);
    const lastWeek = textOf(it, 16);
    assert.deepEqual([lastWeek?.['WhoId'], lastWeek?.['Quo_Match__c']], [JEAN.id, 'matched']);
});

test('a number that changed hands takes only what comes from then on', async () => {
    const it = await bench();
    it.org.people = [JEAN];
    await text(it, 16);
    await refreshed(it, { people: [{ ...JEAN, numbers: [] }, ANNE] });
    assert.equal((await text(it, 20))?.['WhoId'], ANNE.id);
    const lastWeek = textOf(it, 16);
    assert.equal(lastWeek?.['WhoId'], JEAN.id);
    assert.match(String(lastWeek?.['Quo_Match_Reason__c']), /Jean Tremblay/);
});

test('a late fact does not take a call away from whom it was found for', async () => {
    const it = await bench();
    it.org.people = [JEAN];
    await it.tell(...answeredCall('AC1'));
    await it.flush();
    it.org.people = [];
    await refreshed(it, { people: [{ ...JEAN, numbers: [] }] });
    assert.equal((await lateSummary(it))?.['WhoId'], JEAN.id);
});

test('nor is a lead made for a number that its call was found for long ago', async () => {
    const it = await bench();
    it.org.people = [JEAN];
    await it.tell(...answeredCall('AC1'));
    await it.flush();
    it.org.people = [];
    it.preferences = { ...it.preferences, unknownCallers: 'lead' };
    await refreshed(it, { people: [{ ...JEAN, numbers: [] }] });
    await lateSummary(it);
    assert.ok(![...it.org.records.keys()].some((name) => name.startsWith('Lead/')));
});

test('whom a person chooses for the number has it all, also what stood elsewhere', async () => {
    const it = await bench();
    it.org.people = [JEAN];
    await text(it, 16);
    await refreshed(it, { people: [ANNE] });
    await it.context.store.directory.choose('default', [{ number: MARIE, record: ANNE.id }]);
    await it.context.store.activities.makeDue('default', { numbers: [MARIE] }, { force: true });
    await it.flush();
    assert.equal(textOf(it, 16)?.['WhoId'], ANNE.id);
});

test('a number that is ignored from now on is on nobody’s page any more', async () => {
    const it = await bench();
    it.org.people = [JEAN];
    await text(it, 16);
    it.preferences = { ...it.preferences, ignoredNumbers: [MARIE] };
    await text(it, 20);
    assert.deepEqual([textOf(it, 16)?.['WhoId'], textOf(it, 16)?.['Quo_Match__c']], [null, 'ignored']);
});

for (const [what, change] of [
    ['is won', { goneRelated: [DEAL.id] }],
    ['loses the role of the caller', { related: [{ ...DEAL, accountId: undefined, contactIds: [] }] }],
    ['is no longer the only one', { related: [{ ...DEAL, id: '006000000000002AAA', name: 'Mur' }] }]
] as const)
    test(`a call stays with its opportunity when that ${what}; the next call is judged anew`, async () => {
        const it = await bench();
        it.org.people = [JEAN];
        await it.context.store.directory.apply('default', { ...NOTHING, people: [JEAN], related: [DEAL] });
        await it.tell(...answeredCall('AC1'));
        await it.flush();
        assert.equal(it.task('AC1')?.['WhatId'], DEAL.id);
        await refreshed(it, change);
        const task = await lateSummary(it);
        assert.equal(task?.['WhatId'], DEAL.id);
        assert.match(String(task['Quo_Match_Reason__c']), /celle qui convenait quand/);
        await it.tell(...answeredCall('AC2'));
        await it.flush();
        assert.notEqual(it.task('AC2')?.['WhatId'], DEAL.id);
    });

test('an admin who wants no opportunities any more has none after rendering again', async () => {
    const it = await bench();
    await it.context.store.directory.apply('default', { ...NOTHING, people: [JEAN], related: [DEAL] });
    await it.tell(...answeredCall('AC1'));
    await it.flush();
    it.preferences = { ...it.preferences, opportunities: 'never' };
    await it.context.store.activities.makeDue('default', { activityKeys: ['call_AC1'] }, { force: true });
    await it.flush();
    assert.equal(it.task('AC1')?.['WhatId'], null);
});
