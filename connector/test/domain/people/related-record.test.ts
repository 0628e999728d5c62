import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { relatedObjectOf } from '../../../src/domain/objects/catalogue.ts';
import { matchNumbers } from '../../../src/domain/people/matching.ts';
import type { RelatedRecord } from '../../../src/domain/people/person.ts';
import { relatedFor } from '../../../src/domain/people/related-record.ts';
import { DEFAULT_PREFERENCES, type Preferences } from '../../../src/domain/preferences/preferences.ts';
import { CALLER, account, contact, deal, lead } from './somebody.ts';

const by = (opportunities: Preferences['opportunities']): Preferences => ({ ...DEFAULT_PREFERENCES, opportunities });
const who = { contactId: '003J', accountId: '001A' };
const withRole = { contactIds: ['003J'], accountId: '001A' };

test('never means never', () => {
    assert.deepEqual(relatedFor(who, [deal('1', withRole)], by('never')), {});
});

test('a role goes before the account', () => {
    const found = relatedFor(who, [deal('1', { accountId: '001A' }), deal('2', withRole)], by('only-open'));
    assert.deepEqual(found, {
        relatedId: '0062',
        related: { object: 'Opportunity', code: 'only-open', name: 'Deal 2', through: 'role' }
    });
});

test('without a role, the account’s only open one', () => {
    for (const rule of ['only-open', 'most-recent'] as const) {
        const found = relatedFor(who, [deal('1', { accountId: '001A' }), deal('2', { accountId: '001B' })], by(rule));
        assert.deepEqual(found.related, {
            object: 'Opportunity',
            code: 'only-open',
            name: 'Deal 1',
            through: 'account'
        });
    }
});

test('several open ones are no match under only-open, and the reason counts them', () => {
    const found = relatedFor(who, [deal('1', withRole), deal('2', withRole)], by('only-open'));
    assert.deepEqual(found, { related: { object: 'Opportunity', code: 'several-open', of: 2 } });
});

test('most recent is the one touched last, so that a new deal takes over from a much-called one', () => {
    const called = deal('1', { ...withRole, lastActivityDate: '2026-11-10', modifiedAt: '2026-09-01T00:00:00.000Z' });
    const created = deal('2', { ...withRole, modifiedAt: '2026-11-12T08:00:00.000Z' });
    const found = relatedFor(who, [called, created], by('most-recent'));
    assert.equal(found.relatedId, '0062');
    assert.deepEqual(found.related, {
        object: 'Opportunity',
        code: 'most-recent',
        name: 'Deal 2',
        through: 'role',
        of: 2
    });
});

test('touched the same day, activity decides, then the primary role, and never the order in which they come', () => {
    const day = { ...withRole, modifiedAt: '2026-11-12T08:00:00.000Z' };
    const active = deal('1', { ...day, lastActivityDate: '2026-11-11' });
    const quiet = deal('2', { ...day, lastActivityDate: '2026-10-01' });
    const primary = deal('3', { ...day, lastActivityDate: '2026-10-01', primaryContactId: '003J' });
    const best = (...deals: (typeof active)[]) => relatedFor(who, deals, by('most-recent')).relatedId;
    assert.deepEqual([best(quiet, active), best(active, quiet)], ['0061', '0061']);
    assert.deepEqual([best(quiet, primary), best(primary, quiet)], ['0063', '0063']);
});

test('several of an account without any role are no most recent one: that would be a guess', () => {
    const found = relatedFor(
        who,
        [deal('1', { accountId: '001A' }), deal('2', { accountId: '001A' })],
        by('most-recent')
    );
    assert.deepEqual(found, { related: { object: 'Opportunity', code: 'several-open', of: 2 } });
});

const input = {
    numbers: [CALLER],
    internal: false,
    people: new Map([[CALLER, [contact('J', 'Jane', { accountId: '001A' })]]]),
    choices: new Map<string, { record: string; relatedId?: string | null }>(),
    chosenPeople: new Map(),
    related: [deal('1', withRole)],
    preferences: DEFAULT_PREFERENCES
};

test('an opportunity that a person chose sticks, and so does none', () => {
    const choose = (relatedId: string | null) =>
        matchNumbers({ ...input, choices: new Map([[CALLER, { record: '003J', relatedId }]]) });
    assert.deepEqual(choose('0061').related, { object: 'Opportunity', code: 'chosen', name: 'Deal 1' });
    assert.deepEqual(choose('0069').related, { object: 'Opportunity', code: 'chosen', name: '' });
    assert.deepEqual([choose(null).relatedId, choose(null).related], [undefined, undefined]);
});

test('a lead has no opportunity, an account alone may have one', () => {
    const of = (people: Parameters<typeof input.people.set>[1]) =>
        matchNumbers({
            ...input,
            people: new Map([[CALLER, people]]),
            related: [deal('1', { accountId: '001A' })]
        });
    assert.equal(of([lead('1', 'Ann')]).relatedId, undefined);
    const choices = new Map([[CALLER, { record: 'ann', relatedId: '0061' }]]);
    const chosen = new Map([['ann', lead('1', 'Ann')]]);
    assert.equal(matchNumbers({ ...input, choices, chosenPeople: chosen }).relatedId, undefined);
    assert.equal(of([account('A', 'Acme')]).relatedId, '0061');
});

const ticket = (id: string, more: Partial<RelatedRecord> = {}): RelatedRecord => ({
    id: `500${id}`,
    name: `0000102${id} Toiture`,
    contactIds: [],
    ...more
});
const both = (cases: Preferences['cases']): Preferences => ({ ...DEFAULT_PREFERENCES, cases });

test('cases are not looked for unless an admin wants it', () => {
    assert.deepEqual(relatedFor(who, [ticket('1', withRole)], DEFAULT_PREFERENCES), {});
});

test('an open case of the person goes before an opportunity, and an opportunity before nothing', () => {
    const records = [deal('1', withRole), ticket('1', withRole)];
    assert.deepEqual(relatedFor(who, records, both('only-open')), {
        relatedId: '5001',
        related: { object: 'Case', code: 'only-open', name: '00001021 Toiture', through: 'role' }
    });
    const several = [...records, ticket('2', withRole)];
    assert.equal(relatedFor(who, several, both('only-open')).relatedId, '0061');
    assert.equal(relatedFor(who, several.slice(1), both('only-open')).related?.code, 'several-open');
});

test('of several cases of a person the one touched last is taken, if so chosen', () => {
    const old = ticket('1', { ...withRole, modifiedAt: '2026-11-01T08:00:00.000Z' });
    const recent = ticket('2', { ...withRole, modifiedAt: '2026-11-12T08:00:00.000Z' });
    const found = relatedFor(who, [old, recent], both('most-recent'));
    assert.deepEqual(found.related, { object: 'Case', code: 'most-recent', name: recent.name, through: 'role', of: 2 });
});

test('whatever is open, what is chosen is of one object and open, and the reason names the same object', () => {
    const rule = fc.constantFrom<Preferences['cases']>('never', 'only-open', 'most-recent');
    const one = fc.record({
        make: fc.constantFrom(deal, ticket),
        n: fc.integer({ min: 1, max: 9 }).map(String),
        on: fc.constantFrom({ contactIds: ['003J'] }, { accountId: '001A' }, {})
    });
    fc.assert(
        fc.property(fc.array(one, { maxLength: 6 }), rule, rule, (made, opportunities, cases) => {
            const records = made.map(({ make, n, on }) => make(n, on));
            const { relatedId, related } = relatedFor(who, records, { ...DEFAULT_PREFERENCES, opportunities, cases });
            if (relatedId === undefined) return;
            const chosen = records.find(({ id }) => id === relatedId);
            assert.ok(chosen !== undefined);
            assert.equal(related?.object, relatedObjectOf(relatedId));
            assert.notEqual(related?.object === 'Case' ? cases : opportunities, 'never');
        })
    );
});
