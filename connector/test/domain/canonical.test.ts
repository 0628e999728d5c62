import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { canonical } from '../../src/domain/canonical.ts';

test('equal values have one text, whatever the order of their keys', () => {
    const records = fc.dictionary(fc.string(), fc.jsonValue());
    fc.assert(
        fc.property(records, (record) => {
            const reversed = Object.fromEntries(Object.entries(record).reverse());
            assert.equal(canonical({ in: [reversed] }), canonical({ in: [record] }));
        })
    );
});

test('different values have different texts, lists keep their order, absent values are absent', () => {
    assert.notEqual(canonical({ a: 1 }), canonical({ a: '1' }));
    assert.notEqual(canonical([1, 2]), canonical([2, 1]));
    assert.equal(canonical({ b: undefined, a: null }), '{"a":null}');
    assert.equal(canonical(undefined), 'null');
});
