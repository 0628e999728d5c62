import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { contractOrg, type Outcome, type Row } from '../contract-org.ts';

const org = await contractOrg({ clock: () => Date.parse('2026-01-31T12:00:00Z') });

/** What the rows hold, as the naive filter sees it. */
interface Plain {
    readonly key: string;
    readonly subject: string | null;
    readonly seconds: number | null;
    readonly day: string | null;
    readonly type: string;
}
const WORDS = ['abc', 'ABD', 'b', 'a_c', 'a%', 'été', null];
const DAYS = ['2026-01-01', '2026-01-30', '2026-01-31', '2026-02-01', null];
const rows = Array.from({ length: 90 }, (_, index): Plain => ({
    key: `k${String(index).padStart(2, '0')}`,
    subject: WORDS[index % WORDS.length] ?? null,
    seconds: index % 4 === 0 ? null : index % 9,
    day: DAYS[index % DAYS.length] ?? null,
    type: index % 3 === 0 ? 'Call' : 'Task'
}));
await org.call<Outcome[]>('POST', 'composite/sobjects', {
    records: rows.map(({ key, subject, seconds, day, type }) => ({
        attributes: { type: 'Task' },
        Quo_Key__c: key,
        Subject: subject,
        CallDurationInSeconds: seconds,
        ActivityDate: day,
        TaskSubtype: type
    }))
});

/** A condition and what it means, written without a look at the org's own code. */
interface Asked {
    readonly soql: string;
    readonly holds: (row: Plain) => boolean;
}
const quote = (text: string): string => `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`;
const same = (a: string | null, b: string | null): boolean => a?.toLowerCase() === b?.toLowerCase();
const number = fc.integer({ min: -1, max: 9 });
const word = fc.constantFrom('abc', 'ABC', 'abd', 'B', 'a_c', 'a%', 'ÉTÉ', 'none');
const day = fc.constantFrom('2025-12-31', '2026-01-30', '2026-01-31', '2026-02-02');
const SIGNS: Readonly<Record<string, (a: number | string, b: number | string) => boolean>> = {
    '<': (a, b) => a < b,
    '>': (a, b) => a > b,
    '<=': (a, b) => a <= b,
    '>=': (a, b) => a >= b
};
const sign = fc.constantFrom(...Object.keys(SIGNS));
const compared =
    (name: string, wanted: number | string, field: (row: Plain) => number | string | null) =>
    (operator: string): Asked => ({
        soql: `${name} ${operator} ${wanted}`,
        holds: (row) => {
            const value = field(row);
            return value !== null && (SIGNS[operator] as (a: unknown, b: unknown) => boolean)(value, wanted);
        }
    });

const leaf: fc.Arbitrary<Asked> = fc.oneof(
    word.map((wanted): Asked => ({ soql: `Subject = ${quote(wanted)}`, holds: (row) => same(row.subject, wanted) })),
    word.map((wanted): Asked => ({ soql: `Subject != ${quote(wanted)}`, holds: (row) => !same(row.subject, wanted) })),
    fc.array(word, { minLength: 1, maxLength: 3 }).map((wanted): Asked => ({
        soql: `Subject NOT IN (${wanted.map(quote).join(', ')})`,
        holds: (row) => !wanted.some((one) => same(row.subject, one))
    })),
    fc.constantFrom('a', 'ab', 'b', 'é').map((start): Asked => ({
        soql: `Subject LIKE '${start}%'`,
        holds: (row) => row.subject?.toLowerCase().startsWith(start) === true
    })),
    fc.constant<Asked>({ soql: 'Subject = null', holds: (row) => row.subject === null }),
    fc
        .tuple(sign, number)
        .map(([operator, wanted]) => compared('CallDurationInSeconds', wanted, (row) => row.seconds)(operator)),
    fc.tuple(sign, day).map(([operator, wanted]) => compared('ActivityDate', wanted, (row) => row.day)(operator)),
    fc.constant<Asked>({ soql: 'ActivityDate = TODAY', holds: (row) => row.day === '2026-01-31' }),
    fc.constant<Asked>({ soql: "TaskSubtype = 'Call'", holds: (row) => row.type === 'Call' })
);
const { asked } = fc.letrec<{ asked: Asked }>((tie) => ({
    asked: fc.oneof(
        { maxDepth: 3 },
        leaf,
        fc.tuple(tie('asked'), tie('asked')).map(([a, b]): Asked => ({
            soql: `(${a.soql} AND ${b.soql})`,
            holds: (row) => a.holds(row) && b.holds(row)
        })),
        fc.tuple(tie('asked'), tie('asked')).map(([a, b]): Asked => ({
            soql: `(${a.soql} OR ${b.soql})`,
            holds: (row) => a.holds(row) || b.holds(row)
        })),
        leaf.map((a): Asked => ({ soql: `(NOT ${a.soql})`, holds: (row) => !a.holds(row) }))
    )
}));

const keysOf = (found: readonly Row[]): unknown[] => found.map(({ Quo_Key__c }) => Quo_Key__c);

test('a query finds what a naive filter finds among the same rows (SOQL reference, WHERE)', () =>
    fc.assert(
        fc.asyncProperty(asked, async ({ soql, holds }) => {
            const found = await org.query(`SELECT Quo_Key__c FROM Task WHERE ${soql} ORDER BY Quo_Key__c`);
            assert.deepEqual(
                keysOf(found),
                rows.filter(holds).map(({ key }) => key)
            );
        }),
        { numRuns: 150 }
    ));

test('ORDER BY, LIMIT and OFFSET cut what a stable sort of the rows gives (SOQL reference, ORDER BY and OFFSET)', () =>
    fc.assert(
        fc.asyncProperty(
            fc.boolean(),
            fc.boolean(),
            fc.nat({ max: 100 }),
            fc.nat({ max: 100 }),
            async (descending, nullsLast, limit, offset) => {
                const order = `CallDurationInSeconds ${descending ? 'DESC' : 'ASC'} NULLS ${nullsLast ? 'LAST' : 'FIRST'}`;
                const found = await org.query(
                    `SELECT Quo_Key__c FROM Task ORDER BY ${order}, Quo_Key__c LIMIT ${limit} OFFSET ${offset}`
                );
                const rank = ({ seconds }: Plain): number =>
                    seconds === null ? (nullsLast ? 1_000 : -1_000) : descending ? -seconds : seconds;
                const sorted = [...rows].sort((a, b) => rank(a) - rank(b));
                assert.deepEqual(
                    keysOf(found),
                    sorted.slice(offset, offset + limit).map(({ key }) => key)
                );
            }
        ),
        { numRuns: 40 }
    ));

test('groups add up as a naive count does (SOQL reference, GROUP BY and HAVING)', () =>
    fc.assert(
        fc.asyncProperty(asked, fc.nat({ max: 20 }), async ({ soql, holds }, least) => {
            const found = await org.query(
                `SELECT TaskSubtype, COUNT(Id) n, SUM(CallDurationInSeconds) total FROM Task WHERE ${soql} GROUP BY TaskSubtype HAVING COUNT(Id) >= ${least} ORDER BY TaskSubtype`
            );
            const expected = ['Call', 'Task'].flatMap((type) => {
                const group = rows.filter((row) => row.type === type && holds(row));
                const known = group.flatMap(({ seconds }) => (seconds === null ? [] : [seconds]));
                const total = known.length === 0 ? null : known.reduce((sum, one) => sum + one, 0);
                return group.length > 0 && group.length >= least ? [[type, group.length, total]] : [];
            });
            assert.deepEqual(
                found.map(({ TaskSubtype, n, total }) => [TaskSubtype, n, total]),
                expected
            );
        }),
        { numRuns: 60 }
    ));

test('any text that a client escapes finds exactly its own record (SOQL reference, Quoted String Escape Sequences)', async () => {
    const texts = fc.uniqueArray(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 20 }), {
        minLength: 2,
        maxLength: 12,
        selector: (text) => text.trim().toLowerCase()
    });
    let round = 0;
    await fc.assert(
        fc.asyncProperty(texts, async (list) => {
            round += 1;
            const kept = list.map((text) => `${text.trim()}.`);
            const records = kept.map((Name) => ({ attributes: { type: 'Account' }, Name, Site: `r${round}` }));
            await org.call('POST', 'composite/sobjects', { records });
            for (const name of kept) {
                const found = await org.query(
                    `SELECT Name FROM Account WHERE Site = 'r${round}' AND Name = ${quote(name).replaceAll('\n', '\\n').replaceAll('\r', '\\r')}`
                );
                assert.deepEqual(
                    found.map(({ Name }) => Name),
                    [name]
                );
            }
        }),
        { numRuns: 12 }
    );
});
