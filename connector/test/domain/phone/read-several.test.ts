import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { regionOfCountry, regionOfNumber } from '../../../src/phone/country.ts';
import { readNumbers } from '../../../src/phone/read-several.ts';
import { readNumber } from '../../../src/phone/read.ts';
import { anyText } from '../arbitraries.ts';

const read = (text: string, ...regions: readonly string[]) =>
    readNumbers(text, regions.length === 0 ? ['CA'] : regions).numbers.map(({ e164, extension, reading }) =>
        [e164, extension, reading].filter((part) => part !== undefined).join(' ')
    );
const BOTH = ['+15145550311 one-of-several', '+14385550312 one-of-several'];

test('several numbers in one field are each read, whatever stands between them', () => {
    for (const between of [
        ' / ',
        '/',
        ', ',
        '; ',
        ';',
        ' ou ',
        ' or ',
        ' OU ',
        '\n',
        ' | ',
        ' & ',
        ' et ',
        ' - ',
        '   '
    ])
        assert.deepEqual(read(`514-555-0311${between}438-555-0312`), BOTH, JSON.stringify(between));
    assert.deepEqual(read('514-555-0311 Anne ou 438-555-0312 Marc'), BOTH);
    assert.deepEqual(read('bureau: 514-555-0311 / cell: 438-555-0312'), BOTH);
    assert.deepEqual(read('514-555-0311 poste 4, 438-555-0312 #5'), [
        '+15145550311 4 one-of-several',
        '+14385550312 5 one-of-several'
    ]);
});

test('what separates numbers also stands within one', () => {
    assert.deepEqual(read('514/555-0311'), ['+15145550311']);
    assert.deepEqual(read('+49 30/1234567'), ['+49301234567']);
    assert.deepEqual(read('514-555-0311, poste 12'), ['+15145550311 12']);
    assert.deepEqual(read('514-555-0311;ext=12'), ['+15145550311 12']);
    assert.deepEqual(read('514-555-0311 / 514 555-0311'), ['+15145550311']);
});

test('only the end of a further number is written: it may be a number, and says so', () => {
    for (const end of ['0312', '555-0312', '555 0312'])
        assert.deepEqual(read(`514-555-0311 / ${end}`), ['+15145550311', '+15145550312 shortened'], end);
    assert.deepEqual(read('514-555-0311 / 12'), ['+15145550311']);
});

test('the record’s own country goes before the default region, which is kept as a possibility', () => {
    assert.deepEqual(read('55 1234 5678', 'MX', 'CA'), ['+525512345678', '+15512345678 other-country']);
    assert.deepEqual(read('06 12 34 56 78', 'FR', 'CA'), ['+33612345678']);
    assert.deepEqual(read('514-555-0311', 'FR', 'CA'), ['+15145550311']);
    assert.deepEqual(read('514-555-0311', 'US', 'CA'), ['+15145550311']);
});

test('what looks like a number and is none is told, beside the numbers that are', () => {
    assert.deepEqual(readNumbers('514-555-0311 / 911 911', ['CA']), {
        numbers: [{ e164: '+15145550311' }],
        isWhole: false
    });
    assert.equal(readNumbers('514-555-0311 (étage 2)', ['CA']).isWhole, true);
});

/** Ten digits that are a number of Montréal, as people type them. */
const montreal = fc
    .tuple(fc.integer({ min: 200, max: 999 }), fc.integer({ min: 0, max: 9999 }))
    .map(([exchange, line]) => `514${exchange}${String(line).padStart(4, '0')}`)
    .filter((digits) => readNumber(digits, 'CA') !== undefined);
const typed = (digits: string) =>
    fc
        .constantFrom('$1-$2-$3', '($1) $2-$3', '$1.$2.$3', '+1 $1 $2 $3', '$1$2$3')
        .map((form) => digits.replace(/^(\d{3})(\d{3})(\d{4})$/, form));

test('no number is lost and none is invented, however many there are and whatever stands between', () => {
    const fields = fc
        .uniqueArray(montreal, { minLength: 1, maxLength: 4 })
        .chain((numbers) =>
            fc.tuple(
                fc.constant(numbers),
                fc.tuple(...numbers.map(typed)),
                fc.constantFrom(' / ', ', ', '; ', ' ou ', ' or ', '\n')
            )
        );
    fc.assert(
        fc.property(fields, ([numbers, texts, between]) => {
            const found = readNumbers(texts.join(between), ['CA']);
            assert.deepEqual(
                found.numbers.map(({ e164 }) => e164),
                numbers.map((number) => `+1${number}`)
            );
            assert.equal(found.isWhole, true);
        })
    );
});

test('no text breaks the reading, each number is told once, and one number reads as it does alone', () => {
    const noisy = fc.stringMatching(/^[-+0-9 ().x#*;,/\n]{0,60}$/);
    fc.assert(
        fc.property(fc.oneof(anyText, noisy), (text) => {
            const { numbers } = readNumbers(text, ['MX', 'CA']);
            const names = numbers.map(({ e164, extension }) => `${e164};${extension ?? ''}`);
            assert.equal(new Set(names).size, names.length);
            for (const { e164 } of numbers) assert.match(e164, /^\+[1-9]\d{6,14}$/);
            const alone = readNumber(text, 'MX');
            if (alone) assert.equal(numbers[0]?.e164, alone.e164);
        })
    );
});

test('a country is known by its code and by its name in the languages people write', () => {
    const told = [
        'CA',
        'ca',
        'Canada',
        'États-Unis',
        'USA',
        'U.S.A.',
        'México',
        'Mexique',
        'Brésil',
        'Deutschland',
        'UK'
    ];
    assert.deepEqual(told.map(regionOfCountry), ['CA', 'CA', 'CA', 'US', 'US', 'US', 'MX', 'MX', 'BR', 'DE', 'GB']);
    assert.deepEqual(['', 'Atlantide', 'Québec'].map(regionOfCountry), [undefined, undefined, undefined]);
    assert.deepEqual(['+33 1 42 68 53 00', '514-555-0311', ''].map(regionOfNumber), ['FR', undefined, undefined]);
});
