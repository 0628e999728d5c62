import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseQuery } from '@jetstreamapp/soql-parser-js';
import fc from 'fast-check';
import { instant, likePart, list, queryPath, text } from '../../../src/salesforce/rest/soql.ts';

const UNESCAPED: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' };
const anyText = fc.string({ unit: 'binary' });
const nastyText = fc.string({ unit: fc.constantFrom('\\', "'", '%', '_', 'a', '\n', ')', '"', 'é') });

/** Reads a literal as Salesforce does, and says where it ends. */
function readLiteral(soql: string): { value: string; rest: string } {
    assert.equal(soql[0], "'");
    let value = '';
    for (let at = 1; at < soql.length; at += 1) {
        const char = soql[at] ?? '';
        if (char === "'") return { value, rest: soql.slice(at + 1) };
        if (char === '\\') {
            at += 1;
            const escaped = soql[at] ?? '';
            value += UNESCAPED[escaped] ?? escaped;
        } else value += char;
    }
    throw new assert.AssertionError({ message: 'the literal never ends' });
}

test('a text is read back as itself, and nothing of it acts as SOQL', () => {
    fc.assert(
        fc.property(fc.oneof(anyText, nastyText), (value) => {
            assert.deepEqual(readLiteral(`${text(value)} OR Id != null`), {
                value: value.toWellFormed(),
                rest: ' OR Id != null'
            });
        })
    );
});

test('a statement with any text keeps its shape for an independent parser', () => {
    fc.assert(
        fc.property(nastyText, (value) => {
            const parsed = parseQuery(`SELECT Id FROM Contact WHERE Name = ${text(value)} AND IsDeleted = false`);
            assert.ok(parsed.where && 'operator' in parsed.where && parsed.where.operator === 'AND');
        })
    );
});

test('what people typed never acts as a wildcard', () => {
    fc.assert(
        fc.property(fc.oneof(anyText, nastyText), (value) => {
            const pattern = likePart(value);
            assert.doesNotMatch(pattern, /(?<!\\)(?:\\\\)*[%_]/);
            // `\\%` within a pattern is an escaped backslash before an escaped percent sign.
            assert.equal(readLiteral(`'${pattern}'`).value, value.toWellFormed());
        })
    );
});

test('a list holds every value; an empty one is a mistake of ours', () => {
    assert.equal(list(["O'Neil", 'a\\']), "('O\\'Neil','a\\\\')");
    assert.throws(() => list([]));
});

test('an instant is written in UTC, and nothing but an instant is', () => {
    assert.equal(instant('2026-11-20T11:00:00-05:00'), '2026-11-20T16:00:00.000Z');
    assert.throws(() => instant("2026' OR Id != null"), RangeError);
});

test('any text can stand in an address', () => {
    fc.assert(
        fc.property(anyText, (value) => {
            const path = queryPath('/services/data/v66.0', `SELECT Id FROM Lead WHERE Name = ${text(value)}`);
            assert.match(path, /^\/services\/data\/v66\.0\/query\?q=[^ &+#]*$/);
            assert.doesNotThrow(() => new URL(path, 'https://acme.my.salesforce.com'));
        })
    );
});
