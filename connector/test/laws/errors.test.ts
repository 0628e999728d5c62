import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { action, ERROR_CODES, sentence } from '../../src/errors/errors.ts';
import { ERRORS_PAGE, errorsPage } from '../../../scripts/docs/errors.ts';

test('every error says what happened and what to do, in both languages', () => {
    for (const code of ERROR_CODES)
        for (const language of ['fr', 'en'] as const) {
            const text = `${code} ${language}`;
            assert.match(sentence({ code }, language), /\p{Lu}.{10,}/su, text);
            assert.match(action({ code }, language), /\p{Lu}.{10,}[.!]$/su, text);
            assert.ok(!sentence({ code, seen: 'x' }, language).includes('{'), text);
        }
});

test('French sentences are French: no code has the English text twice', () => {
    for (const code of ERROR_CODES) assert.notEqual(sentence({ code }, 'fr'), sentence({ code }, 'en'), code);
});

test('the page of errors lists exactly the errors that exist', () => {
    assert.equal(readFileSync(ERRORS_PAGE, 'utf8'), errorsPage(), 'run: npm run docs:errors');
});
