import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { canonicalJson } from '../../src/domain/canonical-json.ts';

test('equal values have one text, whatever the order of their keys', () => {
    const records = fc.dictionary(fc.string(), fc.jsonValue());
    fc.assert(
        fc.property(records, (record) => {
            const reversed = Object.fromEntries(Object.entries(record).reverse());
            assert.equal(canonicalJson({ in: [reversed] }), canonicalJson({ in: [record] }));
        })
    );
});

test('different values have different texts, lists keep their order, absent values are absent', () => {
    assert.notEqual(canonicalJson({ a: 1 }), canonicalJson({ a: '1' }));
    assert.notEqual(canonicalJson([1, 2]), canonicalJson([2, 1]));
    assert.equal(canonicalJson({ b: undefined, a: null }), '{"a":null}');
    assert.equal(canonicalJson(undefined), 'null');
});
