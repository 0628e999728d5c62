import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { address, cut, lines, long, oneLine, short } from '../../../src/domain/records/fields.ts';
import { anyText } from '../arbitraries.ts';

// eslint-disable-next-line no-control-regex -- what XML cannot carry
const REFUSED = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/;

test('whatever the text, what is written is well-formed, without what Salesforce refuses', () => {
    fc.assert(
        fc.property(anyText, (text) => {
            for (const written of [lines(text), oneLine(text)]) {
                assert.ok(written.isWellFormed());
                assert.doesNotMatch(written, REFUSED);
                assert.equal(written, written.trim());
            }
            assert.doesNotMatch(oneLine(text), /[\n\r\t\u2028\u2029]/);
        })
    );
});

test('cleaning what is clean changes nothing', () => {
    fc.assert(fc.property(anyText, (text) => assert.equal(lines(lines(text)), lines(text))));
});

test('emoji, accents and right-to-left marks are stored faithfully', () => {
    const text = '👩‍👩‍👧‍👦 à bientôt \u202Eשלום\u202C ok';
    assert.equal(lines(text), text);
});

test('control characters and lone surrogates become U+FFFD, line ends become \\n', () => {
    assert.equal(lines('a\u0000b\uD800c\r\nd\re'), 'a\uFFFDb\uFFFDc\nd\ne');
    assert.equal(oneLine(' a\r\n\tb  c '), 'a b  c');
});

test('a cut text is no longer than allowed, begins like the whole, and never ends in half a character', () => {
    fc.assert(
        fc.property(anyText.map(lines), fc.integer({ min: 1, max: 30 }), (text, most) => {
            const short = cut(text, most);
            assert.ok(short.length <= most);
            assert.ok(short.isWellFormed());
            if (text.length <= most) assert.equal(short, text);
            else assert.ok(short.endsWith('…') && text.startsWith(short.slice(0, -1)));
        })
    );
});

test('a text is cut at a word where one is near, else anywhere', () => {
    assert.equal(cut('un appel manqué hier', 17), 'un appel manqué…');
    assert.equal(cut('un appel manqué hier', 16), 'un appel manqué…');
    assert.equal(cut('abcdefghijklmnop', 8), 'abcdefg…');
    assert.equal(cut('a bcdefghijklmnop', 8), 'a bcdef…');
    assert.equal(cut('12345😀', 6), '12345…');
    assert.equal(cut('abc', 0), '');
});

test('a field holds what fits, an empty one is cleared, an address is whole or absent', () => {
    assert.equal(short('Task.Subject', 'x'.repeat(300))?.length, 255);
    assert.equal(long('Task.Description', '\n \n'), null);
    assert.equal(short('Task.Subject', undefined), null);
    assert.equal(address('Task.Quo_Conversation_URL__c', `https://quo.com/${'x'.repeat(255)}`), null);
    assert.equal(address('Task.Quo_Conversation_URL__c', 'https://quo.com/x'), 'https://quo.com/x');
});
