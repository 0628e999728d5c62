import assert from 'node:assert/strict';
import test from 'node:test';
import type { RelatedRecord } from '../../../src/domain/people/person.ts';
import { change, passTime, person } from './builders.ts';
import { withStore } from './database.ts';

const A = '+15145550101';
const B = '+15145550102';
const C = '+15145550103';

test('a number finds everybody who has it, each whole, in one connection', () =>
    withStore(async ({ directory }) => {
        const [ann, ben] = [person('003A', [A, B], { accountId: '001X' }), person('00QB', [A], { object: 'Lead' })];
        await directory.apply('default', change({ people: [ann, ben] }));
        await directory.apply('other', change({ people: [person('003Z', [A])] }));
        const found = await directory.lookup('default', [A, B, C]);
        assert.deepEqual(found.get(A), [ann, ben]);
        assert.deepEqual(found.get(B), [ann]);
        assert.equal(found.has(C), false);
        assert.deepEqual(await directory.counts('default'), { people: 2, numbers: 2 });
    }));

test('a mobile number is found, and what was chosen for it, in each of its spellings', () =>
    withStore(async ({ directory }) => {
        const [typed, dialled] = ['+525512345678', '+5215512345678'];
        const maria = person('003M', [typed]);
        await directory.apply('default', change({ people: [maria] }));
        const found = await directory.lookup('default', [typed, dialled]);
        assert.deepEqual([found.get(typed), found.get(dialled)], [[maria], [maria]]);
        await directory.choose('default', [{ number: dialled, record: '003M' }]);
        assert.equal((await directory.choices('default', [typed])).get(typed)?.record, '003M');
    }));

test('the numbers whose people changed are told: gained, lost, and all of those of somebody renamed or moved', () =>
    withStore(async ({ directory }) => {
        const apply = async (...people: ReturnType<typeof person>[]) =>
            (await directory.apply('default', change({ people }))).numbers;
        assert.deepEqual(await apply(person('003A', [A, B])), [A, B]);
        assert.deepEqual(
            await apply(person('003A', [A, B], { title: 'Directrice', lastActivityDate: '2026-11-20' })),
            []
        );
        assert.deepEqual(await apply(person('003A', [B, C])), [A, C]);
        assert.deepEqual(await apply(person('003A', [B, C], { name: 'Anne' })), [B, C]);
        assert.deepEqual(await apply(person('003A', [B, C], { name: 'Anne', accountId: '001X' })), [B, C]);
        assert.deepEqual((await directory.apply('default', change({ gone: [{ id: '003A' }] }))).numbers, [B, C]);
        assert.deepEqual(await directory.lookup('default', [B]), new Map());
    }));

test('a renamed or merged account is followed by its contacts, whom Salesforce does not tell', () =>
    withStore(async ({ directory }) => {
        const acme = person('001A', [C], { object: 'Account', name: 'Acme' });
        const ann = person('003A', [A], { accountId: '001A', company: 'Acme' });
        const ben = person('003B', [B], { accountId: '001B', company: 'Nord' });
        await directory.apply('default', change({ people: [acme, ann, ben] }));
        await directory.apply('other', change({ people: [ann] }));
        const renamed = await directory.apply('default', change({ people: [{ ...acme, name: 'Acme inc.' }] }));
        assert.deepEqual(renamed.related, [{ ...ann, company: 'Acme inc.' }]);
        assert.deepEqual((await directory.lookup('default', [A])).get(A), renamed.related);
        assert.deepEqual((await directory.lookup('other', [A])).get(A), [ann]);
        const touched = await directory.apply('default', change({ people: [{ ...acme, name: 'Acme inc.' }] }));
        assert.deepEqual([touched.related, touched.numbers], [[], []], 'a touched account changes nothing');

        const nord = person('001B', [], { object: 'Account', name: 'Nord' });
        const merged = await directory.apply(
            'default',
            change({ people: [nord], gone: [{ id: '001A', into: '001B' }] })
        );
        assert.deepEqual(merged.related, [{ ...ann, accountId: '001B', company: 'Nord' }]);
        assert.ok(merged.numbers.includes(A), 'a number whose person is matched otherwise now');
    }));

test('the people of an owner who is called otherwise carry the new name', () =>
    withStore(async ({ directory }) => {
        const ann = person('003A', [A], { ownerId: '005A', ownerName: 'Luc Roy' });
        const ben = person('003B', [B], { ownerId: '005B', ownerName: 'Eve' });
        await directory.apply('default', change({ people: [ann, ben] }));
        const names = new Map([['005A', 'Luc Roy-Côté']]);
        assert.deepEqual(await directory.renameOwners('default', names), [{ ...ann, ownerName: 'Luc Roy-Côté' }]);
        assert.deepEqual(await directory.renameOwners('default', names), []);
        assert.deepEqual((await directory.lookup('default', [B])).get(B), [ben]);
    }));

test('after a merge the old id finds the survivor, through several merges, and what was chosen follows', () =>
    withStore(async ({ directory }) => {
        await directory.apply('default', change({ people: ['003A', '003B', '003C'].map((id) => person(id, [A])) }));
        await directory.choose('default', [{ number: A, record: '003A' }]);
        const first = await directory.apply('default', change({ gone: [{ id: '003A', into: '003B' }] }));
        assert.deepEqual(first.moved, [{ from: '003A', to: '003B' }]);
        const second = await directory.apply('default', change({ gone: [{ id: '003B', into: '003C' }] }));
        assert.deepEqual(second.moved, [{ from: '003B', to: '003C' }]);
        const people = await directory.people('default', ['003A', '003B', '003C', '003D']);
        assert.deepEqual([...people].map(([id, { id: now }]) => [id, now]).sort(), [
            ['003A', '003C'],
            ['003B', '003C'],
            ['003C', '003C']
        ]);
        assert.deepEqual((await directory.choices('default', [A])).get(A), { number: A, record: '003C' });
    }));

test('a chain of merges told at once, in any order, and a circle, come to an end', () =>
    withStore(async ({ directory }) => {
        const gone = [
            { id: '003C', into: '003D' },
            { id: '003A', into: '003B' },
            { id: '003B', into: '003C' },
            { id: '003X', into: '003Y' },
            { id: '003Y', into: '003X' }
        ];
        const { moved } = await directory.apply('default', change({ people: [person('003D', [A])], gone }));
        assert.deepEqual(
            moved.filter(({ from }) => from < '003X').map(({ to }) => to),
            ['003D', '003D', '003D']
        );
        assert.equal((await directory.people('default', ['003A'])).get('003A')?.id, '003D');
    }));

test('what was chosen falls with a record that is deleted; one that comes back is no longer gone', () =>
    withStore(async ({ directory }) => {
        const apply = (more: Parameters<typeof change>[0]) => directory.apply('default', change(more));
        await apply({ people: [person('003A', [A])] });
        await directory.choose('default', [
            { number: A, record: '003A', relatedId: null },
            { number: B, record: 'ignore' }
        ]);
        assert.deepEqual((await apply({ gone: [{ id: '003A' }] })).moved, [{ from: '003A' }]);
        assert.deepEqual([...(await directory.choices('default', [A, B])).values()], [{ number: B, record: 'ignore' }]);
        await apply({ people: [person('003A', [A])], gone: [{ id: '003A' }] });
        assert.equal((await directory.people('default', ['003A'])).size, 1);
    }));

test('a number that nobody had is remembered for a time, and until somebody has it', () =>
    withStore(async (store) => {
        const { directory } = store;
        await directory.rememberUnknown('default', [A, B, A]);
        assert.deepEqual(await directory.knownUnknown('default', [A, B, C], 60_000), new Set([A, B]));
        await directory.apply('default', change({ people: [person('003A', [A])] }));
        assert.deepEqual(await directory.knownUnknown('default', [A, B], 60_000), new Set([B]));
        await passTime(store, 61_000);
        assert.deepEqual(await directory.knownUnknown('default', [A, B], 60_000), new Set());
    }));

test('opportunities are found through a contact’s role or the account, until they close', () =>
    withStore(async ({ directory }) => {
        const deal = (id: string, more: Partial<RelatedRecord>): RelatedRecord => ({
            id,
            name: id,
            contactIds: [],
            ...more
        });
        const [role, account, both] = [
            deal('0061', { contactIds: ['003A', '003B'] }),
            deal('0062', { accountId: '001X' }),
            deal('0063', { accountId: '001X', contactIds: ['003A'] })
        ];
        await directory.apply('default', change({ related: [role, account, both] }));
        const of = (contactIds: string[], accountIds: string[]) =>
            directory.relatedOf('default', { contactIds, accountIds });
        assert.deepEqual(await of(['003A'], ['001X']), [role, account, both]);
        assert.deepEqual(await of(['003B'], []), [role]);
        assert.deepEqual(await of([], []), []);
        await directory.apply('default', change({ related: [{ ...role, contactIds: [] }], goneRelated: ['0063'] }));
        assert.deepEqual(await of(['003A'], ['001X']), [account]);
    }));

test('the high-water marks are those last told, by object', () =>
    withStore(async ({ directory }) => {
        await directory.apply('default', change({ highWater: { Contact: '2026-01-01', Lead: '2026-01-02' } }));
        await directory.apply('default', change({ highWater: { Contact: '2026-02-01' } }));
        assert.deepEqual(await directory.highWater('default'), { Contact: '2026-02-01', Lead: '2026-01-02' });
    }));

test('five thousand people are taken in at once', () =>
    withStore(async ({ directory }) => {
        const number = (i: number) => `+1514555${String(i).padStart(4, '0')}`;
        const people = Array.from({ length: 5_000 }, (_, i) => person(`003${i}`, [number(i), number((i + 1) % 5_000)]));
        const { numbers } = await directory.apply('default', change({ people }));
        assert.equal(numbers.length, 5_000);
        assert.equal((await directory.lookup('default', [number(7)])).get(number(7))?.length, 2);
    }));
