import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { FieldShape } from '../../../src/domain/records/field-shape.ts';
import { fitField } from '../../../src/domain/records/fit-field.ts';

const field = (type: string, more: Partial<FieldShape> = {}): FieldShape => ({
    type,
    length: 0,
    isWritable: true,
    ...more
});
const WORDS = { yes: 'Oui', no: 'Non' };
const MISFIT = 'misfit';
const inField = (shape: FieldShape) => (answer: string | number | boolean) => {
    const result = fitField(answer, shape, WORDS);
    return 'value' in result ? result.value : MISFIT;
};
const ROOF = [
    { value: 'flat', label: 'Toit plat' },
    { value: 'pitched', label: 'Toit en pente' }
];

const CASES: readonly (readonly [string, FieldShape, readonly (readonly [unknown, unknown])[]])[] = [
    [
        'a line',
        field('string', { length: 10 }),
        [
            ['a\nb', 'a b'],
            [12.5, '12.5'],
            [true, 'Oui'],
            ['mot '.repeat(9), 'mot mot m…'],
            [' ', null]
        ]
    ],
    [
        'a long text',
        field('textarea', { length: 1_000 }),
        [
            ['a\nb', 'a\nb'],
            ['x'.repeat(999), 'x'.repeat(999)]
        ]
    ],
    [
        'a rich text',
        field('textarea', { length: 1_000, isHtml: true }),
        [['<b>5 & 6</b>\nend', '&lt;b&gt;5 &amp; 6&lt;/b&gt;<br>end']]
    ],
    [
        'a restricted list',
        field('picklist', { length: 255, values: ROOF, isRestricted: true }),
        [
            ['flat', 'flat'],
            ['TOIT en pente!', 'pitched'],
            ['chaume', MISFIT]
        ]
    ],
    [
        'an open list',
        field('picklist', { length: 255, values: ROOF }),
        [
            ['Toit plat', 'flat'],
            ['chaume', 'chaume'],
            ['x'.repeat(256), MISFIT]
        ]
    ],
    [
        'a list of several',
        field('multipicklist', { values: ROOF, isRestricted: true }),
        [
            ['Toit plat, pitched', 'flat;pitched'],
            ['flat; chaume', MISFIT]
        ]
    ],
    [
        'a checkbox',
        field('boolean'),
        [
            [true, true],
            ['Oui', true],
            ['no.', false],
            ['peut-être', MISFIT],
            [1, true],
            [2, MISFIT]
        ]
    ],
    [
        'a number',
        field('double', { precision: 6, scale: 2 }),
        [
            [12, 12],
            ['1 200,50 $', 1200.5],
            ['1,200.50', 1200.5],
            ['12,5', 12.5],
            ['1,200', MISFIT],
            ['12345', MISFIT],
            ['une dizaine', MISFIT],
            [true, MISFIT]
        ]
    ],
    [
        'a whole number',
        field('int', { digits: 3 }),
        [
            ['12', 12],
            [12.5, MISFIT],
            [1_000, MISFIT]
        ]
    ],
    [
        'a date',
        field('date'),
        [
            ['2026-12-24', '2026-12-24'],
            ['2026-02-30', MISFIT],
            ['mardi prochain', MISFIT],
            ['12/11/2026', MISFIT]
        ]
    ],
    [
        'a moment',
        field('datetime'),
        [
            ['2026-12-24T10:00-05:00', '2026-12-24T15:00:00.000Z'],
            ['10 h', MISFIT]
        ]
    ],
    [
        'a phone',
        field('phone', { length: 40 }),
        [
            ['418 555-0001', '418 555-0001'],
            ['4'.repeat(41), MISFIT]
        ]
    ],
    [
        'an email',
        field('email', { length: 80 }),
        [
            ['jean@exemple.ca', 'jean@exemple.ca'],
            ['jean arobase exemple point ca', MISFIT],
            [`${'j'.repeat(80)}@x.ca`, MISFIT]
        ]
    ],
    ['a lookup', field('reference', { length: 18 }), [['Jean', MISFIT]]],
    ['a formula', field('string', { isWritable: false }), [['Jean', MISFIT]]]
];

for (const [name, shape, answers] of CASES)
    test(`an answer in ${name} is what was meant, or nothing`, () => {
        const put = inField(shape);
        for (const [answer, stored] of answers) assert.equal(put(answer as string), stored, String(answer));
    });

test('whatever is answered, what is stored fits', () => {
    const answer = fc.oneof(
        fc.string({ unit: 'binary', maxLength: 400 }),
        fc.double(),
        fc.boolean(),
        fc.constant('&'.repeat(300))
    );
    const shapes = fc.record({
        type: fc.constantFrom('string', 'textarea', 'phone', 'email', 'picklist', 'double', 'int', 'boolean', 'date'),
        length: fc.integer({ min: 1, max: 255 }),
        isHtml: fc.boolean()
    });
    fc.assert(
        fc.property(answer, shapes, (said, { type, length, isHtml }) => {
            const stored = inField(field(type, { length, isHtml, precision: 8, scale: 2 }))(said);
            if (typeof stored !== 'string' || stored === MISFIT) return;
            assert.ok(stored.isWellFormed());
            assert.ok(stored.length <= (type === 'picklist' ? 255 : Math.max(length, 10)), stored);
        })
    );
});
