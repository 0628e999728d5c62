import assert from 'node:assert/strict';
import test from 'node:test';
import { change, person } from './builders.ts';
import { withStore } from './database.ts';

const NUMBER = '+15145550101';

test('what of phone fields is no number is listed by record, and counted beyond the list', () =>
    withStore(async (store) => {
        const unreadable = [
            { field: 'Phone', text: 'demander à Luc' },
            { field: 'MobilePhone', text: '514-555-0101 / 911 911' }
        ];
        const people = ['003A', '003B'].map((id) => person(id, [NUMBER], { unreadable }));
        await store.directory.apply('default', change({ people: [...people, person('003C', [NUMBER])] }));
        await store.directory.apply('other', change({ people: [person('003D', [], { unreadable })] }));
        const listed = await store.watch.unreadableNumbers('default', 3);
        assert.deepEqual(
            listed.map(({ id, field }) => `${id} ${field}`),
            ['003A Phone', '003A MobilePhone', '003B Phone']
        );
        assert.equal(await store.watch.countUnreadable('default'), 4);
        assert.equal(await store.watch.countUnreadable('nobody'), 0);
    }));
