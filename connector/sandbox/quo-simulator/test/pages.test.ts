import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Request } from 'express';
import fc from 'fast-check';
import { DATED_PAGE, datedPage } from '../api/page.ts';
import { readQuery, type Query } from '../api/query.ts';
import { Refusal } from '../api/refusal.ts';

const asked = (query: Record<string, string>): Query => readQuery({ query } as unknown as Request, DATED_PAGE);

test('whatever the page size, the pages hold every record once, in order', () => {
    fc.assert(
        fc.property(fc.nat(120), fc.integer({ min: 1, max: 50 }), (count, limit) => {
            const records = Array.from({ length: count }, (_, i) => ({ id: `AC${i}` }));
            const seen: { id: string }[] = [];
            let after: string | null = null;
            for (let pages = 0; pages <= count; pages++) {
                const query = asked({ limit: String(limit), ...(after === null ? {} : { after }) });
                const page: { data: { id: string }[]; nextCursor: string | null } = datedPage(records, query, 0);
                seen.push(...page.data);
                after = page.nextCursor;
                if (after === null) break;
            }
            assert.equal(after, null);
            assert.deepEqual(seen, records);
        })
    );
});

test('no text is a cursor but one that was given out', () => {
    fc.assert(
        fc.property(fc.string({ minLength: 1 }), (after) => {
            assert.throws(() => datedPage([{ id: 'AC1' }], asked({ after }), 0), Refusal);
        })
    );
});

test('any parameter that is not declared is refused by name', () => {
    fc.assert(
        fc.property(fc.string({ minLength: 1 }), fc.string(), (name, value) => {
            fc.pre(!(name in DATED_PAGE) && name !== '__proto__');
            assert.throws(
                () => asked({ [name]: value }),
                (error) => error instanceof Refusal && error.faults[0]?.path === `/query/${name}`
            );
        })
    );
});
