import assert from 'node:assert/strict';
import { test } from 'node:test';
import { matchNumbers } from '../../../src/domain/people/matching.ts';
import { DEFAULT_PREFERENCES } from '../../../src/domain/preferences/preferences.ts';
import type { Person } from '../../../src/domain/people/person.ts';
import { contact, deal, lead } from './somebody.ts';

const [A, B, C] = ['+14155550101', '+14155550102', '+14155550103'];
const jane = contact('1', 'Jane Doe', { accountId: '001A' });
const john = contact('2', 'John Roe', { accountId: '001B' });
const ann = lead('1', 'Ann Lee');

function group(people: Readonly<Record<string, readonly Person[]>>, numbers = Object.keys(people)) {
    return matchNumbers({
        numbers,
        internal: false,
        people: new Map(Object.entries(people)),
        choices: new Map(),
        chosenPeople: new Map(),
        related: [deal('A', { accountId: '001A' }), deal('B', { accountId: '001B' })],
        preferences: DEFAULT_PREFERENCES
    });
}

test('a group is matched as soon as one of its people is; the first contact stands first, the others beside', () => {
    const found = group({ [A]: [], [B]: [jane], [C]: [john] });
    assert.deepEqual([found.status, found.whoId, found.alsoWhoIds], ['matched', jane.id, [john.id]]);
    assert.equal(found.accountId, '001A');
    assert.equal(found.relatedId, '006A');
});

test('the reason of a group has a part for each number, in order', () => {
    const { reason } = group({ [A]: [], [B]: [jane], [C]: [john] });
    assert.ok(reason.code === 'group');
    assert.deepEqual(
        reason.parts.map((part) => part.code),
        ['nobody', 'only-match', 'only-match']
    );
});

test('a lead stands first only when nobody is a contact: a Task takes contacts, or one lead', () => {
    const mixed = group({ [A]: [ann], [B]: [jane] });
    assert.deepEqual([mixed.whoId, mixed.alsoWhoIds], [jane.id, undefined]);
    const leads = group({ [A]: [ann], [B]: [] });
    assert.deepEqual([leads.whoId, leads.whoObject, leads.relatedId], [ann.id, 'Lead', undefined]);
});

test('a person who stands in a group with two numbers is named once', () => {
    assert.equal(group({ [A]: [jane], [B]: [jane] }).alsoWhoIds, undefined);
});

test('a group in which nobody is certain is ambiguous, not matched', () => {
    const found = group({ [A]: [jane, john], [B]: [] });
    assert.deepEqual([found.status, found.whoId], ['ambiguous', undefined]);
});

test('a number that Quo repeats makes no group', () => {
    assert.equal(group({ [A]: [jane] }, [A, A]).reason.code, 'only-match');
});
