import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { likePattern } from '../../soql/compare.ts';
import { rangeOf } from '../../soql/date-literals.ts';
import { unquote } from '../../soql/literals.ts';
import { dayOf, startOfDay } from '../../soql/time-zone.ts';
import { contractOrg, type Outcome } from '../contract-org.ts';

test('date literals stand for the days of the SOQL reference', () => {
    // A Wednesday. Weeks begin on Sunday.
    const today = '2024-02-28';
    const expected: [string, string, string][] = [
        ['YESTERDAY', '2024-02-27', '2024-02-28'],
        ['TOMORROW', '2024-02-29', '2024-03-01'],
        ['THIS_WEEK', '2024-02-25', '2024-03-03'],
        ['LAST_MONTH', '2024-01-01', '2024-02-01'],
        ['NEXT_QUARTER', '2024-04-01', '2024-07-01'],
        ['LAST_YEAR', '2023-01-01', '2024-01-01'],
        ['LAST_N_DAYS:7', '2024-02-21', '2024-02-29'],
        ['NEXT_N_DAYS:2', '2024-02-29', '2024-03-02'],
        ['N_DAYS_AGO:1', '2024-02-27', '2024-02-28'],
        ['LAST_N_WEEKS:2', '2024-02-11', '2024-02-25'],
        ['LAST_N_MONTHS:2', '2023-12-01', '2024-02-01'],
        ['N_MONTHS_AGO:2', '2023-12-01', '2024-01-01'],
        ['NEXT_N_YEARS:1', '2025-01-01', '2026-01-01'],
        ['THIS_FISCAL_QUARTER', '2024-01-01', '2024-04-01']
    ];
    for (const [literal, start, end] of expected) assert.deepEqual(rangeOf(literal, today), { start, end }, literal);
});

test('a day begins at its own midnight in every zone, on the days that clocks change too', () => {
    const zones = fc.constantFrom(
        'America/Toronto',
        'America/St_Johns',
        'Asia/Kolkata',
        'Pacific/Chatham',
        'UTC',
        'America/Los_Angeles'
    );
    const instants = fc.integer({ min: Date.UTC(2020, 0, 1), max: Date.UTC(2027, 0, 1) });
    fc.assert(
        fc.property(zones, instants, (zone, at) => {
            const day = dayOf(at, zone);
            const start = startOfDay(day, zone);
            assert.ok(start <= at);
            assert.equal(dayOf(start, zone), day);
            assert.notEqual(dayOf(start - 1, zone), day);
        }),
        { numRuns: 500 }
    );
});

test('LIKE matches as a straightforward matcher does', () => {
    const matches = (text: string, pattern: string): boolean => {
        if (pattern === '') return text === '';
        if (pattern.startsWith('%'))
            return matches(text, pattern.slice(1)) || (text !== '' && matches(text.slice(1), pattern));
        return (
            text !== '' &&
            (pattern.startsWith('_') || pattern.charAt(0) === text.charAt(0)) &&
            matches(text.slice(1), pattern.slice(1))
        );
    };
    const letters = fc.constantFrom('a', 'b', '.', '*', '(', '%', '_');
    fc.assert(
        fc.property(
            fc.string({ unit: fc.constantFrom('a', 'b', '.', '*', '('), maxLength: 6 }),
            fc.string({ unit: letters, maxLength: 5 }),
            (text, pattern) => {
                assert.equal(likePattern(pattern, true).test(text), matches(text, pattern));
            }
        ),
        { numRuns: 500 }
    );
});

test('what a client escapes comes back as it was', () => {
    const escape = (text: string): string =>
        text.replaceAll('\\', '\\\\').replaceAll("'", "\\'").replaceAll('\n', '\\n').replaceAll('\r', '\\r');
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => assert.equal(unquote(`'${escape(text)}'`), text)));
});

const org = await contractOrg();
const records = Array.from({ length: 60 }, (_, index) => ({
    attributes: { type: 'Task' },
    ...(index % 4 ? { Quo_Key__c: `k${index % 30}_${index}` } : {}),
    ...(index % 3 ? { Subject: `s${index % 5}` } : {}),
    ...(index % 2 ? { CallDurationInSeconds: index % 7 } : {})
}));
await org.call<Outcome[]>('POST', 'composite/sobjects', { records });

test('an index never changes what a query finds', async () => {
    const leaf = fc.oneof(
        fc.nat({ max: 60 }).map((n) => `Quo_Key__c = 'k${n % 30}_${n}'`),
        fc.nat({ max: 60 }).map((n) => `Quo_Key__c IN ('k${n % 30}_${n}', 'k1_1')`),
        fc.constant('Quo_Key__c = null'),
        fc.nat({ max: 5 }).map((n) => `Subject = 's${n}'`),
        fc.nat({ max: 7 }).map((n) => `CallDurationInSeconds > ${n}`),
        fc.constant('SystemModstamp >= 2020-01-01T00:00:00Z')
    );
    const { any: condition } = fc.letrec<{ any: string; pair: string }>((tie) => ({
        pair: fc
            .tuple(tie('any'), fc.constantFrom('AND', 'OR'), tie('any'))
            .map(([a, word, b]) => `(${a} ${word} ${b})`),
        any: fc.oneof(
            { maxDepth: 3 },
            leaf,
            tie('pair'),
            fc.tuple(leaf, leaf).map(([a, b]) => `(NOT (${a} OR ${b}))`),
            leaf.map((one) => `(NOT ${one})`)
        )
    }));
    const found = async (where: string): Promise<unknown[]> =>
        (await org.query(`SELECT Id FROM Task WHERE ${where}`)).map(({ Id }) => Id);
    await fc.assert(
        fc.asyncProperty(condition, async (where) => {
            // Beside a condition without an index, every row is looked at.
            assert.deepEqual(await found(where), await found(`(Id = null OR ${where})`));
        }),
        { numRuns: 120 }
    );
});
