import assert from 'node:assert/strict';
import fc from 'fast-check';
import { test } from 'node:test';
import { taskOwners } from '../../../src/application/connections/task-owners.ts';
import { DEFAULT_PREFERENCES, type Preferences } from '../../../src/domain/preferences/preferences.ts';
import type { OrgUser, QuoUser } from '../../../src/domain/workspace.ts';

const user = (n: number, isActive = true): OrgUser => ({
    ...{ id: `00500000000000${n}AAA`, name: `User ${n}`, email: `user${n}@acme.example`, isActive }
});
const quoUser = (n: number): QuoUser => ({
    id: `US${n}`,
    email: `user${n}@acme.example`,
    firstName: 'User',
    lastName: `${n}`
});
const QUEUE = { id: '00G000000000001AAA', name: 'Front desk' };

function owners(
    chosen: Partial<Preferences>,
    quoUsers: readonly QuoUser[] = [],
    orgUsers: readonly OrgUser[] = [user(1), user(2), user(3)]
): readonly string[] {
    return taskOwners({ ...DEFAULT_PREFERENCES, ...chosen }, quoUsers, orgUsers, [QUEUE]).map(({ name }) => name);
}

test('tasks are tried for everybody whom they are given to: the queue, the owners, and whoever is credited', () => {
    assert.deepEqual(owners({ unmatchedOwner: QUEUE.id }), ['Front desk']);
    assert.deepEqual(owners({ fallbackOwner: user(2).id }), ['User 2']);
    assert.deepEqual(owners({ inboxOwners: { PN1: user(1).id, PN2: user(3).id } }), ['User 1', 'User 3']);
    assert.deepEqual(owners({}, [quoUser(3)]), ['User 3']);
    assert.deepEqual(owners({}), []);
});

test('somebody who left owns nothing, so that nothing is tried for them', () => {
    const all = [user(1, false), user(2)];
    assert.deepEqual(owners({ fallbackOwner: user(1).id }, [quoUser(1)], all), []);
    assert.deepEqual(owners({ users: { US9: user(1).id } }, [{ id: 'US9' }], all), []);
});

test('a queue that is in no list is tried by its id: Salesforce says what is wrong with it', () => {
    assert.deepEqual(owners({ unmatchedOwner: '00G000000000009AAA' }), ['00G000000000009AAA']);
});

test('nobody is tried twice, however often they are named', () => {
    const named = fc.constantFrom(...[1, 2, 3].map((n) => user(n).id));
    fc.assert(
        fc.property(
            fc.record({
                fallbackOwner: named,
                unmatchedOwner: named,
                inboxOwners: fc.dictionary(fc.constantFrom('PN1', 'PN2', 'PN3'), named),
                users: fc.dictionary(fc.constantFrom('US1', 'US2'), named)
            }),
            (chosen) => {
                const found = owners(chosen, [quoUser(1), quoUser(2)]);
                assert.deepEqual(found, [...new Set(found)]);
                assert.ok(found.length >= 1);
            }
        )
    );
});
