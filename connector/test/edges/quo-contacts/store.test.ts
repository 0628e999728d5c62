import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import type { ContactRow, QuoContactStore } from '../../../src/contracts/quo/contacts.ts';
import { quoContactStore } from '../../../src/store/quo-contacts/quo-contacts.ts';
import type { OpenStore } from '../../../src/store/open.ts';
import { privateStore } from '../store/database.ts';

let store: OpenStore;
let contacts: QuoContactStore;
before(async () => {
    store = (await privateStore()).store;
    contacts = quoContactStore(store.db);
});

/** People of a connection of their own, linked to `q-<person>`. */
async function linked(connection: string, ...people: readonly string[]): Promise<void> {
    await contacts.adopt(
        connection,
        people.map((person) => ({ person, quoId: `q-${person}` }))
    );
}

async function states(connection: string, ...people: readonly string[]): Promise<readonly string[]> {
    const rows = await contacts.rows(connection, people);
    return people.map((person) => {
        const row = rows.get(person);
        return row === undefined ? 'none' : `${row.state} ${row.quoId ?? '-'}${row.due ? ' due' : ''}`;
    });
}

test('a person is held by one process at a time, until the lease runs out', async () => {
    const [first] = await contacts.hold('hold', ['a', 'b']);
    assert.equal(first?.state, 'wanted');
    assert.deepEqual(await contacts.hold('hold', ['a', 'b']), []);
    await contacts.keep('hold', [{ person: 'a', state: 'linked', quoId: 'q', version: 0 }]);
    assert.deepEqual(
        (await contacts.hold('hold', ['a', 'b'])).map(({ person }) => person),
        ['a']
    );
    const brief = quoContactStore(store.db, -1);
    await brief.hold('hold', ['c']);
    assert.equal((await brief.hold('hold', ['c'])).length, 1);
    assert.equal((await contacts.hold('other', ['b'])).length, 1, 'connections do not see each other');
});

test('many at once: everybody is held exactly once', async () => {
    const people = Array.from({ length: 40 }, (_, i) => `p${i}`);
    const held = await Promise.all(Array.from({ length: 8 }, () => contacts.hold('race', people)));
    assert.deepEqual(
        held
            .flat()
            .map(({ person }) => person)
            .sort(),
        people.toSorted()
    );
});

test('whoever was held by a process that died is looked at again', async () => {
    const brief = quoContactStore(store.db, -1);
    await linked('died', 'a');
    await brief.hold('died', ['a', 'b']);
    assert.deepEqual((await contacts.due('died', 9)).toSorted(), ['a', 'b']);
});

test('what is about to be made leaves a trace, and is due when its process is gone', async () => {
    const brief = quoContactStore(store.db, -1);
    await brief.hold('trace', ['a']);
    await brief.creating('trace', ['a']);
    assert.deepEqual(await states('trace', 'a'), ['creating - due']);
    assert.deepEqual(await contacts.due('trace', 9), ['a']);
});

test('a change that comes while somebody is held keeps them due; a failure waits its time', async () => {
    await linked('version', 'a', 'b');
    const [row] = (await contacts.hold('version', ['a'])) as [ContactRow];
    assert.equal(await contacts.makeDue('version', ['a'], false), 1);
    await contacts.keep('version', [{ person: 'a', state: 'linked', quoId: 'q-a', version: row.version }]);
    assert.deepEqual(await contacts.due('version', 9), ['a']);
    const [other] = (await contacts.hold('version', ['b'])) as [ContactRow];
    const error = { code: 'QUO-SERVER' as const };
    await contacts.keep('version', [
        { person: 'b', state: 'linked', quoId: 'q-b', version: other.version, error, againInMs: 60_000 }
    ]);
    assert.deepEqual(await contacts.due('version', 9), ['a'], 'not before its time');
    assert.deepEqual(await states('version', 'b'), ['linked q-b due']);
    assert.equal((await contacts.rows('version', ['b'])).get('b')?.attempts, 1);
    assert.deepEqual((await contacts.counts('version')).byError, { 'QUO-SERVER': 1 });
});

test('a contact goes over to the record that stands for its own, through chains of merges', async () => {
    await linked('chain', 'a');
    const moved = [
        { from: 'a', to: 'b' },
        { from: 'b', to: 'c' }
    ];
    assert.equal(await contacts.follow('chain', moved), 2);
    assert.deepEqual(await states('chain', 'a', 'b', 'c'), ['none', 'none', 'linked q-a due']);
});

test('of two merged records that both have a contact, the one that goes takes its contact with it', async () => {
    await linked('both', 'a', 'b');
    await contacts.follow('both', [{ from: 'a', to: 'b' }]);
    assert.deepEqual(await states('both', 'a', 'b'), ['leaving q-a due', 'linked q-b']);
    await contacts.follow('both', [{ from: 'a', to: 'b' }]);
    assert.equal((await contacts.due('both', 9)).length, 1, 'told twice is told once');
});

test('a deleted record’s contact is to be deleted; where there is none there is nothing to follow', async () => {
    await linked('gone', 'a');
    await contacts.keep('gone', [{ person: 'u', state: 'unlinked', version: 0 }]);
    assert.equal(await contacts.follow('gone', [{ from: 'a' }, { from: 'u' }, { from: 'x', to: 'y' }]), 1);
    assert.deepEqual(await states('gone', 'a', 'u', 'x', 'y'), ['leaving q-a due', 'none', 'none', 'none']);
});

test('a contact that somebody writes at this moment is deleted afterwards, not lost', async () => {
    await linked('busy', 'a');
    const [row] = (await contacts.hold('busy', ['a'])) as [ContactRow];
    await contacts.follow('busy', [{ from: 'a', to: 'b' }]);
    await contacts.keep('busy', [{ person: 'a', state: 'linked', quoId: 'q-a', version: row.version }]);
    assert.deepEqual(await states('busy', 'a', 'b'), ['leaving q-a due', 'none']);
});

test('those who were deleted in Quo are not made due by a refresh; new ones only when asked for', async () => {
    await contacts.keep('refresh', [{ person: 'u', state: 'unlinked', version: 0 }]);
    assert.equal(await contacts.makeDue('refresh', ['u', 'n'], false), 0);
    assert.equal(await contacts.makeDue('refresh', ['u', 'n'], true), 1);
    assert.deepEqual(await states('refresh', 'u', 'n'), ['unlinked -', 'wanted - due']);
});

test('contacts found in Quo do not replace what is known', async () => {
    await linked('found', 'a');
    assert.equal(
        await contacts.adopt('found', [
            { person: 'a', quoId: 'other' },
            { person: 'b', quoId: 'q-b' }
        ]),
        1
    );
    assert.deepEqual(await states('found', 'a', 'b'), ['linked q-a', 'linked q-b']);
});

test('a run adds up, keeps a pause that was asked for meanwhile, and begins anew', async () => {
    assert.equal(await contacts.run('run'), undefined);
    assert.equal(await contacts.setRunState('run', 'paused'), false);
    await contacts.startRun('run', 100);
    await contacts.advanceRun('run', 'p1', { created: 2, filter: 1 }, false);
    assert.equal(await contacts.setRunState('run', 'paused'), true);
    const paused = await contacts.advanceRun('run', 'p2', { created: 3, failed: 1 }, false);
    assert.deepEqual(
        { ...paused, startedAt: '' },
        { state: 'paused', after: 'p2', total: 100, tally: { created: 5, failed: 1, filter: 1 }, startedAt: '' }
    );
    const done = await contacts.advanceRun('run', 'p3', {}, true);
    assert.equal(done?.state, 'done');
    assert.ok(done?.finishedAt !== undefined);
    await contacts.startRun('run', 7);
    assert.deepEqual((await contacts.run('run'))?.tally, {});
});
