import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { formatNumber } from '../../../src/phone/format.ts';
import { readNumber } from '../../../src/phone/read.ts';
import { anyText } from '../arbitraries.ts';

const NBSP = '\u00A0';

/** Ways in which people type one number of Montréal. */
const TYPED = [
    '(514) 555-0123',
    '514-555-0123',
    '514.555.0123',
    '514 555 0123',
    '5145550123',
    '1 514 555 0123',
    '+1 514 555 0123',
    '+15145550123',
    '001 514 555 0123',
    'tel:+1-514-555-0123',
    'Cell: 514-555-0123',
    '514-555-0123 (bureau)',
    '514\u2011555\u20110123',
    '514\u2013555\u20130123',
    '５１４-５５５-０１２３',
    '＋１ ５１４ ５５５ ０１２３',
    '٥١٤٥٥٥٠١٢٣'
];

test('a number is read in every form that people type it', () => {
    for (const typed of TYPED) assert.deepEqual(readNumber(typed, 'CA'), { e164: '+15145550123' }, typed);
});

test('invisible marks and odd spaces that pasting leaves change nothing', () => {
    const invisible = fc.constantFrom(
        '\u202A',
        '\u202C',
        '\u200E',
        '\u200F',
        '\u2066',
        '\u2069',
        '\uFEFF',
        '\u200B',
        NBSP,
        '\u202F',
        ' '
    );
    const around = fc.array(invisible, { maxLength: 3 }).map((marks) => marks.join(''));
    fc.assert(
        fc.property(fc.constantFrom(...TYPED), around, around, (typed, before, after) => {
            const pasted = `${before}${typed.replaceAll(' ', NBSP)}${after}`;
            assert.deepEqual(readNumber(pasted, 'CA'), { e164: '+15145550123' });
        })
    );
});

test('marks inside a number, and before an extension, change nothing either', () => {
    assert.deepEqual(readNumber('514\u200B555\u2060-\u200E0123\u200E poste\u202C 12', 'CA'), {
        e164: '+15145550123',
        extension: '12'
    });
});

test('an extension is kept apart, in English and in French', () => {
    const ways = [
        'x12',
        'x 12',
        'ext 12',
        'ext. 12',
        'extension 12',
        '#12',
        ';ext=12',
        'poste 12',
        ', poste 12',
        'p. 12',
        'POSTE: 12'
    ];
    for (const way of ways)
        assert.deepEqual(readNumber(`+1 514 555 0123 ${way}`, 'CA'), { e164: '+15145550123', extension: '12' }, way);
});

test('extensions behind stars, number signs and words, keys of a menu, and a sign at the end', () => {
    const ways = [
        '*12',
        '* 12',
        '#12',
        ' # 12',
        ' ext #12',
        ' (poste 12)',
        ',,12',
        ' local 12',
        ' post 12',
        ' bur. 12',
        ' x12#'
    ];
    for (const way of [...ways, ' option 12', ' opt. 12', ', puis le 12', ' faites le 12', ' press 12', ' touche 12'])
        assert.deepEqual(readNumber(`514-555-0123${way}`, 'CA'), { e164: '+15145550123', extension: '12' }, way);
    for (const way of ['#', ' #', '*', '##'])
        assert.deepEqual(readNumber(`514-555-0123${way}`, 'CA'), { e164: '+15145550123' }, way);
});

test('vanity letters are the digits of their keys; words are not', () => {
    assert.deepEqual(readNumber('1-800-FLOWERS', 'CA'), { e164: '+18003569377' });
    assert.deepEqual(readNumber('(514) 555-TAXI', 'CA'), { e164: '+15145558294' });
    for (const words of ['514 bureaux', '514-555-0123 ANNE LEE', 'BUREAU 514', '555 BUREAU'])
        assert.notEqual(readNumber(words, 'CA')?.e164, '+15142873289', words);
});

test('letters beyond the length of a vanity number are not dialled, however it is spelled', () => {
    const contacts = { e164: '+18002668228' };
    const ways = ['1-800-CONTACTS', '1.800.CONTACTS', '1 800 CONTACTS', '+1 800 CONTACTS', '(800) CONTACTS'];
    for (const typed of [...ways, '1-800-contacts', '1.800.contacts', '1-800-Contacts', '1 (800) contacts'])
        assert.deepEqual(readNumber(typed, 'CA'), contacts, typed);
    assert.deepEqual(readNumber('+1-800-CONTACTS', 'FR'), contacts, 'the +1 is North America’s');
    assert.deepEqual(readNumber('1-800-flowers', 'CA'), { e164: '+18003569377' });
    assert.deepEqual(readNumber('(514) 555-TAXIS', 'CA'), { e164: '+15145558294' });
});

test('words after digits are not read as a vanity number', () => {
    const words = [
        '514 bureaux',
        '1 514 bureaux',
        '1 800 clients',
        '1 800 personnes',
        '800 bureaux',
        '514 BUREAU DE POSTE'
    ];
    const more = ['1-800', '1-800-abc', 'CONTACTS', '1-514-BUREAUXX', '514 555 vacances', 'appeler 1-800-contacts svp'];
    for (const typed of [...words, ...more, '33 MONTPARNASSE', '800 PERSONNES', '1-800-CALL US PLEASE NOW'])
        assert.equal(readNumber(typed, 'CA'), undefined, typed);
    fc.assert(
        fc.property(fc.integer({ min: 0, max: 99_999 }), fc.stringMatching(/^[a-zà-ü]{1,12}$/), (count, word) => {
            assert.equal(readNumber(`${count} ${word}`, 'CA'), undefined);
        })
    );
});

test('a mobile digit that a country dropped or added changes nothing', () => {
    for (const typed of ['+52 1 55 1234 5678', '+52 55 1234 5678', '+5215512345678'])
        assert.deepEqual(readNumber(typed, 'CA'), { e164: '+525512345678' }, typed);
    for (const typed of ['55 1234 5678', '044 55 1234 5678', '045 55 1234 5678'])
        assert.deepEqual(readNumber(typed, 'MX'), { e164: '+525512345678' }, typed);
    assert.deepEqual(readNumber('011 15-2345-6789', 'AR'), { e164: '+5491123456789' });
    assert.deepEqual(readNumber('(11) 8765-4321', 'BR'), { e164: '+5511987654321' });
});

test('numbers of other countries are read with their code, `(0)` and `00` included', () => {
    for (const typed of [
        '+33 6 12 34 56 78',
        '+33 (0)6 12 34 56 78',
        '0033612345678',
        '00 33 6 12 34 56 78',
        '011 33 6 12 34 56 78'
    ])
        assert.deepEqual(readNumber(typed, 'CA'), { e164: '+33612345678' }, typed);
    assert.deepEqual(readNumber('06 12 34 56 78', 'FR'), { e164: '+33612345678' });
});

test('what cannot be read with certainty is nobody’s', () => {
    const unreadable = [
        '',
        ' ',
        '+',
        '911',
        '72345',
        '555-0123',
        '0123456789',
        'anonymous',
        'n/a',
        '514-555-0123 / 514-555-0199',
        '12345678901234567890',
        '9'.repeat(200)
    ];
    for (const text of unreadable) assert.equal(readNumber(text, 'CA'), undefined, text);
});

test('no text breaks the reading, and what is read is E.164', () => {
    fc.assert(
        fc.property(fc.oneof(anyText, fc.stringMatching(/^[-+0-9 ().x#;,]{0,40}$/)), (text) => {
            const number = readNumber(text, 'CA');
            if (number) assert.match(number.e164, /^\+[1-9]\d{6,14}$/);
        })
    );
});

test('a number is read alike as E.164 and as it is shown', () => {
    const numbers = fc.integer({ min: 2_000_000, max: 9_999_999 }).map((n) => `+1514${n}`);
    fc.assert(
        fc.property(numbers, fc.constantFrom('CA', 'FR'), (number, home) => {
            assert.equal(readNumber(formatNumber(number, home), home)?.e164, readNumber(number, home)?.e164);
        })
    );
});

test('numbers are shown as people at home write them', () => {
    assert.equal(formatNumber('+15145550123', 'CA'), '(514) 555-0123');
    assert.equal(formatNumber('+14155550177', 'CA'), '(415) 555-0177');
    assert.equal(formatNumber('+33612345678', 'CA'), '+33 6 12 34 56 78');
    assert.equal(formatNumber('+33612345678', 'FR'), '06 12 34 56 78');
    assert.equal(formatNumber('72345', 'CA'), '72345');
    assert.equal(formatNumber('anonymous', 'CA'), 'anonymous');
    assert.equal(formatNumber('+15145550123', 'nowhere'), '+1 514 555 0123');
});
