import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { sameTelephone, spellingsOf } from '../../../src/domain/people/mobile-digits.ts';

/** One telephone a line. */
const TELEPHONES = [
    ['+5215512345678', '+525512345678'],
    ['+5491123456789', '+541123456789'],
    ['+5511987654321', '+551187654321']
] as const;

test('mobile numbers of Mexico, Argentina and Brazil are one telephone with and without their digit', () => {
    for (const pair of TELEPHONES)
        for (const number of pair) {
            assert.deepEqual([...spellingsOf(number)].sort(), [...pair].sort());
            assert.equal(spellingsOf(number)[0], number);
            assert.equal(sameTelephone(number), sameTelephone(pair[0]));
        }
});

test('every other number is spelt in one way only', () => {
    for (const number of ['+15145550123', '+33612345678', '+551132345678', '+52551234567', '72345', 'anonymous', ''])
        assert.deepEqual(spellingsOf(number), [number]);
});

test('two numbers are one telephone exactly when one is a spelling of the other', () => {
    const digits = fc.stringMatching(/^\d{8,11}$/);
    const number = fc
        .tuple(fc.constantFrom('+52', '+54', '+55', '+1', '+521', '+549'), digits)
        .map((two) => two.join(''));
    fc.assert(
        fc.property(number, number, (a, b) => {
            assert.equal(sameTelephone(a) === sameTelephone(b), spellingsOf(a).includes(b));
            for (const spelling of spellingsOf(a)) assert.equal(sameTelephone(spelling), sameTelephone(a));
        })
    );
});
