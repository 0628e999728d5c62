import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { DirectoryChange } from '../../../src/contracts/store.ts';
import { connectOrg } from '../../../src/salesforce/org.ts';
import { directoryOrg, FIELDS } from './directory-org.ts';
import { SETTINGS } from './fake-org.ts';

const MARK = '2026-11-20T16:00:00.000Z';
const MARKS = { Account: MARK, Contact: MARK, Lead: MARK, Opportunity: MARK, OpportunityContactRole: MARK };
const deal = (Id: string, more: Record<string, unknown> = {}): Record<string, unknown> => ({
    Id,
    Name: `Deal ${Id}`,
    AccountId: '001A',
    IsClosed: false,
    IsDeleted: false,
    SystemModstamp: MARK,
    ...more
});
const role = (OpportunityId: string, ContactId: string, IsPrimary = false): Record<string, unknown> => ({
    Id: `00K${OpportunityId}${ContactId}`,
    OpportunityId,
    ContactId,
    IsPrimary,
    SystemModstamp: MARK
});
const changedSince = (object: string, soql: string): boolean =>
    new RegExp(`FROM ${object} WHERE SystemModstamp`).test(soql);

async function toldBy(fake: ReturnType<typeof directoryOrg>, marks: Record<string, string> = MARKS) {
    const told: DirectoryChange[] = [];
    const org = connectOrg(SETTINGS, fake.dependencies);
    await org.changes(marks, async (page) => void told.push(page));
    return { told, calls: org.calls() };
}

test('an opportunity is told with the contacts of its roles, the primary one first, for one more call', async () => {
    const fake = directoryOrg((soql) => {
        if (changedSince('Opportunity', soql)) return [deal('006A'), deal('006C', { IsClosed: true })];
        if (/OpportunityId IN \('006A'\)/.test(soql)) return [role('006A', '003X'), role('006A', '003Y', true)];
        return undefined;
    });
    const { told, calls } = await toldBy(fake);
    assert.deepEqual(
        told[0]?.related.map(({ id, contactIds, primaryContactId }) => [id, contactIds, primaryContactId]),
        [['006A', ['003Y', '003X'], '003Y']]
    );
    assert.deepEqual(told[0]?.goneRelated, ['006C']);
    assert.equal(calls, 3);
});

test('a contact role that came or went brings its opportunity with it, though that did not change', async () => {
    const fake = directoryOrg((soql) => {
        if (changedSince('OpportunityContactRole', soql)) return [role('006A', '003X'), role('006D', '003X')];
        if (/FROM Opportunity WHERE Id IN \('006A','006D'\)/.test(soql)) return [deal('006A')];
        if (/OpportunityId IN \('006A'\)/.test(soql)) return [role('006A', '003X')];
        return undefined;
    });
    const { told } = await toldBy(fake);
    assert.deepEqual(
        told[0]?.related.map(({ id }) => id),
        ['006A']
    );
    // Asked for and not given: deleted.
    assert.deepEqual(told[0]?.goneRelated, ['006D']);
    assert.deepEqual(told[0]?.highWater, { OpportunityContactRole: MARK });
});

test('a thousand opportunities cost one call for their roles', async () => {
    const ids = Array.from({ length: 1000 }, (_, n) => `006${n}`);
    const fake = directoryOrg((soql) => (changedSince('Opportunity', soql) ? ids.map((id) => deal(id)) : undefined));
    const { told, calls } = await toldBy(fake);
    assert.equal(told[0]?.related.length, 1000);
    assert.equal(calls, 3);
});

test('the first time roles come with their opportunities, and the mark to go on from is kept', async () => {
    const fake = directoryOrg((soql) => {
        if (/FROM OpportunityContactRole ORDER BY SystemModstamp DESC, Id LIMIT 1$/.test(soql))
            return [role('006A', '003X')];
        if (/FROM Opportunity WHERE IsClosed = false/.test(soql)) return [deal('006A')];
        return /OpportunityId IN/.test(soql) ? [role('006A', '003X')] : undefined;
    });
    const { told } = await toldBy(fake, {});
    assert.deepEqual(
        told.map(({ highWater }) => highWater),
        [{ Opportunity: MARK }, { OpportunityContactRole: MARK }]
    );
    assert.deepEqual(
        told.flatMap(({ related }) => related.map(({ contactIds }) => contactIds)),
        [['003X']]
    );
});

test('an integration user without opportunities has people all the same', async () => {
    const fields = Object.fromEntries(Object.entries(FIELDS).filter(([object]) => object !== 'Opportunity'));
    const fake = directoryOrg(() => undefined, fields);
    await toldBy(fake);
    assert.ok(fake.queries.every(({ soql }) => !soql.includes('Opportunity')));
    assert.equal(fake.queries.length, 3);
});
