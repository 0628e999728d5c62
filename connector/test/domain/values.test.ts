import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { parsePhoneNumberFromString } from 'libphonenumber-js/max';
import { isHiddenNumber, kindOfNumber } from '../../src/domain/people/number.ts';
import { isSameRecord } from '../../src/domain/record-id.ts';
import { storableText } from '../../src/domain/storable-text.ts';
import { anyText } from './arbitraries.ts';

const shortId = fc.stringMatching(/^[A-Za-z0-9]{15}$/);
const checksum = fc.stringMatching(/^[A-Z0-5]{3}$/);

test('an id of 15 characters and the one of 18 name one record; one in another case names another', () => {
    fc.assert(
        fc.property(shortId, checksum, (id, suffix) => {
            assert.ok(isSameRecord(id, id + suffix) && isSameRecord(id + suffix, id));
            const other = id.toLowerCase() === id ? id.toUpperCase() : id.toLowerCase();
            assert.equal(isSameRecord(other, id), other === id);
        })
    );
    assert.equal(isSameRecord(undefined, '003A00000000001'), false);
});

test('storable text is well formed, without NUL, as long as before, and the same when it was storable', () => {
    fc.assert(
        fc.property(anyText, (text) => {
            const kept = storableText(text);
            assert.ok(kept.isWellFormed() && !kept.includes('\0'));
            assert.equal(kept.length, text.length);
            assert.equal(storableText(kept), kept);
            if (text.isWellFormed() && !text.includes('\0')) assert.equal(kept, text);
        })
    );
});

const SPELT = ['+266696687', '+7378742833', '+2562533', '+8656696', '+86282452253'];
const SAID = ['', ' ', 'anonymous', 'Anonymous', 'Restricted', 'BLOCKED', 'unknown', 'anonymous@anonymous.invalid'];

for (const text of [...SAID, ...SPELT])
    test(`"${text}" is a withheld number`, () => assert.equal(kindOfNumber(text), 'hidden'));

test('what a network spells on the keypad is no number that somebody could have', () => {
    for (const spelt of SPELT) assert.notEqual(parsePhoneNumberFromString(spelt)?.isValid(), true, spelt);
});

test('a number that somebody can have is never taken for a withheld one', () => {
    const area = fc.stringMatching(/^[2-9]\d{2}[2-9]\d{6}$/);
    fc.assert(fc.property(area, (national) => assert.equal(isHiddenNumber(`+1${national}`), false)));
    for (const text of ['72345', '266696687', '+33612345678', 'Marie']) assert.equal(isHiddenNumber(text), false, text);
});
