import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { createIds, normalizeId, toId18 } from '../../records/ids.ts';
import { createJournal } from '../../records/journal.ts';
import type { Row } from '../../records/row.ts';
import { createTable, type Table } from '../../records/table.ts';
import { defineObject } from '../../schema/object-definitions.ts';

test('the 18-character form restores the capitals (Object Reference, ID Field Type)', () => {
    // Examples of the help article "How to convert 15-digit to 18-digit IDs".
    assert.equal(toId18('00570000001ZwTi'), '00570000001ZwTiAAK');
    assert.equal(toId18('001A0000006Vm9r'), '001A0000006Vm9rIAC');
    const id15 = fc.stringMatching(/^[a-zA-Z0-9]{15}$/);
    fc.assert(
        fc.property(id15, (id) => {
            const id18 = toId18(id);
            assert.equal(normalizeId(id), id18);
            assert.equal(normalizeId(id18), id18);
            const wrong = id18.slice(0, 17) + (id18.endsWith('A') ? 'B' : 'A');
            assert.equal(normalizeId(wrong), undefined);
        })
    );
});

test('ids are never given twice and grow', () => {
    const nextId = createIds();
    const ids = Array.from({ length: 10_000 }, () => nextId('00T'));
    assert.equal(new Set(ids).size, ids.length);
    assert.deepEqual([...ids].sort(), ids);
});

const object = defineObject({
    name: 'Thing__c',
    label: 'Thing',
    labelPlural: 'Things',
    keyPrefix: 'a00',
    fields: [
        { name: 'Id', label: 'Id', type: 'id' },
        { name: 'Key__c', label: 'Key', type: 'string', length: 10, unique: true, externalId: true },
        { name: 'Parent__c', label: 'Parent', type: 'reference', referenceTo: ['Account'] },
        { name: 'SystemModstamp', label: 'Stamp', type: 'datetime' }
    ]
});

type Step = {
    readonly kind: 'put' | 'erase';
    readonly id: number;
    readonly key: number;
    readonly parent: number;
    readonly at: number;
};
const step: fc.Arbitrary<Step> = fc.record({
    kind: fc.constantFrom('put', 'put', 'erase'),
    id: fc.nat({ max: 6 }),
    key: fc.nat({ max: 4 }),
    parent: fc.nat({ max: 2 }),
    at: fc.nat({ max: 9 })
});

function apply(table: Table, { kind, id, key, parent, at }: Step): void {
    const row = table.get(`t${id}`);
    const values: Row = {
        Key__c: key === 0 ? null : `K${key}`,
        Parent__c: parent === 0 ? null : `p${parent}`,
        SystemModstamp: at
    };
    if (kind === 'erase') {
        if (row) table.erase(row);
    } else if (row) table.change(row, values);
    else table.insert({ Id: `t${id}`, ...values });
}

/** What the table says by its indexes, sorted. */
function byIndexes(table: Table): unknown {
    const idsOf = (rows: readonly Row[] | undefined): string[] => (rows ?? []).map((row) => String(row.Id)).sort();
    return {
        keys: [1, 2, 3, 4].map((key) => idsOf(table.find('Key__c', `k${key}`))),
        parents: [1, 2].map((parent) => idsOf(table.find('Parent__c', `p${parent}`))),
        since: [0, 3, 6, 9].map((at) => idsOf(table.changedSince(at)))
    };
}

/** The same by looking at every row. */
function byScan(table: Table): unknown {
    const rows = [...table.all()];
    const idsWhere = (test: (row: Row) => boolean): string[] =>
        rows
            .filter(test)
            .map((row) => String(row.Id))
            .sort();
    return {
        keys: [1, 2, 3, 4].map((key) => idsWhere((row) => row.Key__c === `K${key}`)),
        parents: [1, 2].map((parent) => idsWhere((row) => row.Parent__c === `p${parent}`)),
        since: [0, 3, 6, 9].map((at) => idsWhere((row) => Number(row.SystemModstamp) >= at))
    };
}

test('indexes find what a scan finds, whatever was done before', () => {
    fc.assert(
        fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
            const table = createTable(object, createJournal());
            for (const one of steps) apply(table, one);
            assert.deepEqual(byIndexes(table), byScan(table));
        })
    );
});

test('a roll-back leaves rows and indexes as they were, and keeps what was done before it', () => {
    fc.assert(
        fc.property(fc.array(step, { maxLength: 20 }), fc.array(step, { maxLength: 20 }), (before, after) => {
            const journal = createJournal();
            const table = createTable(object, journal);
            for (const one of before) apply(table, one);
            const expected = byScan(table);
            assert.throws(() =>
                journal.atomically(() => {
                    for (const one of after) apply(table, one);
                    throw new Error('taken back');
                })
            );
            assert.deepEqual(byScan(table), expected);
            assert.deepEqual(byIndexes(table), expected);
        })
    );
});
